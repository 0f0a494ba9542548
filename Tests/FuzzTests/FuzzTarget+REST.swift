import Foundation
import Logging
import Reminders
@testable import Salesforce

extension FuzzTarget {
  /// An org that answers every request alike.
  private struct Parrot: Transport {
    let answer: HTTPAnswer

    func send(_ request: HTTPRequest) async throws(OrgError) -> HTTPAnswer { answer }
  }

  private static let statuses = [200, 201, 204, 300, 301, 400, 401, 403, 404, 412, 429, 500, 503]

  /// Whatever an org answers, a request ends, by a value or by an `OrgError`.
  static func rest(_ bytes: [UInt8]) async {
    guard bytes.count >= 2, let address = try? OrgAddress("https://acme.my.salesforce.com") else { return }
    let answer = HTTPAnswer(
      status: statuses[Int(bytes[0]) % statuses.count], headers: [("Content-Type", "application/json")],
      body: Data(bytes.dropFirst(2)))
    let org = RESTConnection(
      session: Session(accessToken: Secret("token"), refreshToken: nil, instance: address),
      renewal: SessionRenewal { _ throws(LoginError) in throw .sessionEnded },
      transport: Parrot(answer: answer), logger: Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() })
    await ask(org, bytes[1])
  }

  private static func ask(_ org: RESTConnection, _ choice: UInt8) async {
    let query = TaskQuery(condition: "IsDeleted = false")
    let ids = ["00T000000000001AAA"]
    switch choice % 9 {
    case 0: _ = try? await org.user()
    case 1: _ = try? await org.organization()
    case 2: _ = try? await org.taskAbilities()
    case 3: _ = try? await org.tasks(query)
    case 4: _ = try? await org.retrieve(ids, TaskSelection())
    case 5: _ = try? await org.delete(ids)
    case 6: _ = try? await org.deletedTasks(from: .distantPast, to: .distantFuture)
    case 7: _ = try? await org.recentRecords()
    default: _ = try? await org.count(query)
    }
  }
}
