import Foundation
import Logging
import Reminders
@testable import Salesforce

extension FuzzTarget {
  /// An org that tells which versions it has, and answers everything else alike.
  private struct Parrot: Transport {
    let answer: HTTPAnswer
    let tellsVersions: Bool

    private static let versions = HTTPAnswer(
      status: 200, headers: [("Content-Type", "application/json")], body: Data(#"[{"version":"67.0"}]"#.utf8))

    func send(_ request: HTTPRequest) async throws(OrgError) -> HTTPAnswer {
      tellsVersions && request.path == "/services/data/" ? Self.versions : answer
    }
  }

  private static let statuses = [200, 201, 204, 300, 301, 400, 401, 403, 404, 412, 429, 500, 503]

  /// Whatever an org answers, a request ends, by a value or by an `OrgError`.
  static func rest(_ bytes: [UInt8]) async {
    guard bytes.count >= 2, let address = try? OrgAddress("https://acme.my.salesforce.com") else { return }
    let (headers, body) = parts(bytes.dropFirst(2))
    let answer = HTTPAnswer(status: statuses[Int(bytes[0]) % statuses.count], headers: headers, body: body)
    let choice = Int(bytes[1]) % (requests.count + 1)
    let org = RESTConnection(
      session: Session(accessToken: Secret("token"), refreshToken: nil, instance: address),
      renewal: SessionRenewal { _ throws(LoginError) in throw .sessionEnded },
      transport: Parrot(answer: answer, tellsVersions: choice < requests.count),
      logger: Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() })
    _ = try? await requests[choice % requests.count](org)
    _ = try? TokenAnswer.session(of: answer, of: address, after: nil)
    pages(body)
  }

  /// Up to an empty line, headers that count for more than those which every answer has; then the body. All is the body where
  /// there is no such line.
  private static func parts(_ bytes: ArraySlice<UInt8>) -> ([(name: String, value: String)], Data) {
    let usual = [(name: "Content-Type", value: "application/json")]
    guard let end = bytes.firstRange(of: Array("\n\n".utf8)) else { return (usual, Data(bytes)) }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\n")
    let headers = lines.compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstRange(of: ": ") else { return nil }
      return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
    }
    return (headers + usual, Data(bytes[end.upperBound...]))
  }

  /// A page of tasks that is read without a decoder is what a decoder reads.
  private static func pages(_ body: Data) {
    guard let page = TaskPageReader.page(body, externalIDField: "Key__c") else { return }
    let decoded = try? JSONDecoder.tasks(externalIDField: "Key__c").decode(Page.self, from: body)
    precondition(page.records == decoded?.records && page.nextRecordsUrl == decoded?.nextRecordsUrl)
  }

  /// What is read of a page.
  private struct Page: Decodable {
    let records: [TaskRecord]
    let nextRecordsUrl: String?
  }

  private static let query = TaskQuery(condition: "IsDeleted = false")
  private static let id = "00T000000000001AAA"
  private static let values: TaskValues = [.subject: .text("Call Ada")]

  private static let requests: [@Sendable (RESTConnection) async throws -> Void] = [
    { _ = try await $0.user() },
    { _ = try await $0.organization() },
    { _ = try await $0.taskAbilities() },
    { _ = try await $0.tasks(query) },
    { _ = try await $0.retrieve([id], TaskSelection()) },
    { _ = try await $0.delete([id]) },
    { _ = try await $0.deletedTasks(from: .distantPast, to: .distantFuture) },
    { _ = try await $0.recentRecords() },
    { _ = try await $0.count(query) },
    { _ = try await $0.isTaskInUserInterfaceAPI() },
    { _ = try await $0.create([values]) },
    { _ = try await $0.upsert([TaskUpsert(externalID: "1", values: values)], by: "Key__c") },
    { _ = try await $0.create(values, idempotencyKey: String(repeating: "0", count: 32)) },
    { _ = try await $0.update([TaskUpdate(id: id, values: values)]) },
    { _ = try await $0.update(TaskUpdate(id: id, values: values), unmodifiedSince: now) },
    { _ = try await $0.records([RecordQuery(object: .contact, owner: "005000000000001AAA")]) },
    { org in
      if let search = RecordSearch("Ada", in: [.contact]) { _ = try await org.search(search) }
    },
  ]
}
