import Foundation
import Log
import Logging
import Testing

@testable import Salesforce

@Suite("What the log tells of requests")
struct RequestLogTests {
  private func lines(_ policy: LogPolicy, _ answers: [HTTPAnswer]) async throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = LogFile(path: folder.appending(path: "a.log").path)
    let connection = RESTConnection(
      session: Samples.session, renewal: .impossible, transport: ScriptedTransport(answers),
      logger: file.logger(policy), random: { 0 })
    _ = try? await connection.tasks(TaskQuery(condition: "Subject = 'Call Ada'"))
    return file.lastLines(.max, bytes: .max).map(String.init)
  }

  @Test("Each is told with status, time and path, without its host and what is looked for")
  func requests() async throws {
    #expect(try await lines(LogPolicy(level: .info), [.versions, Samples.page([])]).isEmpty)
    let told = try await lines(LogPolicy(level: .debug), [.versions, Samples.page([])])
    #expect(told.count == 2)
    #expect(told[1].contains("answer bytes=") && told[1].contains("path=/services/data/v62.0/query"))
    #expect(told[1].contains("status=200") && told[1].contains(" ms="))
    let all = try await lines(LogPolicy(level: .trace), [.versions, Samples.page([])])
    #expect(!all.joined().contains("Ada") && !all.joined().contains("acme") && !all.joined().contains("access-1"))
    let content = try await lines(LogPolicy(level: .trace, showsContent: true), [.versions, Samples.page([])])
    #expect(content.joined().contains("Ada") && !content.joined().contains("access-1"))
  }

  @Test("A path is what follows the host, up to the query")
  func paths() {
    let request = HTTPRequest(.get, "https://acme.my.salesforce.com:444/services/data/?q=a/b?c")
    #expect(request.path == "/services/data/")
    #expect(request.query == "q=a/b?c")
    #expect(HTTPRequest(.get, "https://acme.my.salesforce.com").path == "")
    #expect(HTTPRequest(.get, "nothing").query == "")
  }
}
