import Foundation
import Localization
import Synchronization
import Testing

@testable import Salesforce

@Suite("A session that ends while in use")
struct SessionRenewalTests {
  private static let renewed = Session(
    accessToken: Secret("access-2"), refreshToken: Secret("refresh-2"),
    instance: .known("https://acme2.my.salesforce.com"))

  /// An org that accepts the second token only.
  private func org() -> ScriptedTransport {
    ScriptedTransport { request throws(OrgError) in
      guard request.header("Authorization") == "Bearer access-2" else {
        return .error("INVALID_SESSION_ID", status: 401)
      }
      return request.target == "/services/data/" ? .versions : Samples.page([])
    }
  }

  @Test(
    "Many requests find that the session ended; it is renewed once, and all of them succeed at the new address")
  func once() async throws {
    let events = Mutex<[String]>([])
    let transport = org()
    let connection = Samples.connection(
      transport,
      renewal: SessionRenewal { session throws(LoginError) in
        events.withLock { $0.append("renewed \(session.accessToken.revealed)") }
        await Task.yield()
        return Self.renewed
      })
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { _ = try await connection.tasks(TaskQuery(condition: "x")) } }
      try await group.waitForAll()
    }
    #expect(events.withLock { $0 } == ["renewed access-1"])
    #expect(await connection.address().host == "acme2.my.salesforce.com")
    #expect(transport.sent.last?.url.hasPrefix("https://acme2.my.salesforce.com/") == true)
  }

  @Test("A renewed session that is refused too asks for a login, and is not tried for ever")
  func refusedTwice() async {
    let transport = ScriptedTransport { _ throws(OrgError) in .error("INVALID_SESSION_ID", status: 401) }
    let connection = Samples.connection(transport, renewal: SessionRenewal { _ throws(LoginError) in Self.renewed })
    await #expect(throws: OrgError.loginNeeded(reason: "Salesforce does not accept the session; log in again")) {
      try await connection.user()
    }
    #expect(transport.sent.count == 2)
  }

  @Test("The 403 of the user information service means an ended session too")
  func userInformation() async throws {
    let transport = ScriptedTransport([
      HTTPAnswer(status: 403, headers: [("Content-Type", "text/html")], body: Data("Bad_OAuth_Token".utf8)),
      .json(#"{"user_id":"005A","organization_id":"00DA","preferred_username":"rita@acme.example"}"#),
    ])
    let connection = Samples.connection(transport, renewal: SessionRenewal { _ throws(LoginError) in Self.renewed })
    #expect(try await connection.user().id == "005A")
  }

  @Test("A session that nothing can renew asks for a login")
  func impossible() async {
    await #expect(throws: OrgError.loginNeeded(reason: "the session ended; log in again")) {
      try await Samples.connection(org()).user()
    }
  }
}
