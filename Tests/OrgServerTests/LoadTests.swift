import AsyncHTTPClient
import OrgModel
import Testing

@testable import OrgServer

struct LoadTests {
  @Test("Under load no request fails, no task is lost, and each of fifty streaming clients hears of each new one once")
  func load() async throws {
    var configuration = HTTPClient.Configuration()
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 128
    let http = HTTPClient(configuration: configuration)
    do {
      try await load(http)
    } catch {
      try await http.shutdown()
      throw error
    }
    try await http.shutdown()
  }

  private func load(_ http: HTTPClient) async throws {
    try await withServer(tasks: 500) { _, rep, _ in
      var client = rep
      client.http = http
      let (writers, rounds) = (16, 125)
      var listeners: [StreamingListener] = []
      for _ in 0..<50 { listeners.append(try await StreamingListener.join(client)) }
      try await withThrowingTaskGroup(of: [String].self) { [client] group in
        for listener in listeners {
          group.addTask {
            var heard: [String] = []
            while heard.count < writers * rounds / 25 { heard += try await listener.connect() }
            return heard.sorted()
          }
        }
        var created: [String] = []
        try await withThrowingTaskGroup(of: [String].self) { work in
          for _ in 0..<writers {
            work.addTask { try await Self.work(client, rounds: rounds) }
          }
          for try await ids in work { created += ids }
        }
        #expect(created.count == writers * rounds / 25)
        for try await heard in group { #expect(heard == created.sorted()) }
      }
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 580)
    }
  }

  /// Reads, queries and writes in turns; the Ids of the tasks it made.
  private static func work(_ client: TestClient, rounds: Int) async throws -> [String] {
    var created: [String] = []
    for round in 0..<rounds {
      let answer: TestClient.Answer
      switch (round % 25, created.last) {
      case (0, _):
        answer = try await client.api("POST", "sobjects/Task", ["Subject": "Load"])
        created.append(try #require(answer.id))
      case (let turn, let id?) where turn % 3 == 0:
        answer = try await client.api("PATCH", "sobjects/Task/\(id)", ["Description": .string("Round \(round)")])
      case (let turn, let id?) where turn % 3 == 1:
        answer = try await client.api("GET", "sobjects/Task/\(id)?fields=Subject,Description")
      default:
        answer = try await client.query("SELECT Id, Subject FROM Task WHERE ActivityDate = TODAY LIMIT 20")
      }
      #expect((200..<300).contains(answer.status))
    }
    return created
  }
}
