import OrgModel
import Testing

@testable import OrgServer

struct BayeuxTests {
  @Test("Only the first connect after the handshake has advice; the next ones have none")
  func advice() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      let reply = try await rep.bayeux(.connect(client, timeout: 0))
      #expect(reply == [["channel": "/meta/connect", "clientId": .string(client), "id": "9", "successful": true]])
    }
  }

  @Test("Messages of one request are answered one by one, and a connect among them does not wait")
  func batch() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      let replies = try await rep.bayeux(.connect(client), .subscribe(client), .subscribe(client, to: "/topic/Nope"))
      #expect(replies.map { $0["channel"] } == ["/meta/connect", "/meta/subscribe", "/meta/subscribe"])
      #expect(replies.map { $0["successful"] } == [true, true, false])
    }
  }

  @Test(
    "A message that cannot be obeyed is refused with Salesforce's sentence",
    arguments: [
      (["channel": "/meta/subscribe", "clientId": "*"], "400::Channel name not specified"),
      (["channel": "/meta/subscribe", "clientId": "*", "subscription": [7]], "400::Channel name not specified"),
      (["channel": "/meta/unsubscribe", "clientId": "*"], "400::Channel name not specified"),
      (
        ["channel": "/meta/subscribe", "clientId": "*", "subscription": "topic/Mine"],
        "400::Channel subscriptions must start with a leading '/'"
      ),
      (
        ["channel": "/meta/subscribe", "clientId": "*", "subscription": "/topic/**"],
        "400::The channel you requested to subscribe to does not exist {/topic/**}"
      ),
      (
        ["channel": "/meta/subscribe", "clientId": "*", "subscription": "/data/TaskChangeEvent"],
        "403::User not allowed to subscribe CDC without View All Data permissions"
      ),
      (
        ["channel": "/meta/connect", "clientId": "*", "connectionType": "websocket"],
        "400::Invalid connection type {websocket}"
      ),
      (["channel": "/meta/subscribe", "subscription": "/topic/Mine"], "403::Client has not completed handshake"),
      (
        ["channel": "/meta/handshake", "supportedConnectionTypes": ["websocket"]],
        "400::Invalid connection type {websocket}"
      ),
      (["channel": "/meta/nonsense", "clientId": "*"], "404::Unknown channel"),
      (
        ["channel": "/service/chat", "clientId": "*", "data": "hi"],
        "403::denied_by_security_policy:publish_denied"
      ),
      (["channel": "/topic/Mine", "clientId": "*", "data": "hi"], "403::denied_by_security_policy:publish_denied"),
      ([], "400::Channel name not specified"),
    ] as [(JSON, String)])
  func refusals(message: JSON, error: String) async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      let members = (message.members ?? [])
        .map { $0.value == "*" ? JSON.Member(key: $0.key, value: .string(client)) : $0 }
      let reply = try await rep.bayeux(.object(members)).first
      #expect(reply?["error"] == .string(error))
      #expect(reply?["successful"] == false)
    }
  }

  @Test(
    "A replay Id that is none, or not kept, is refused",
    arguments: [(-3, "-3"), (999, "999"), (.number(0.5), "0.5"), ("x", "x"), ([], "[]")] as [(JSON, String)])
  func replayID(id: JSON, shown: String) async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      let reply = try await rep.bayeux(.subscribe(client, from: id)).first
      #expect(reply?["error"]?.string?.hasPrefix("400::The replayId {\(shown)} you provided was invalid.") == true)
    }
  }

  @Test("Another user cannot use a client, and without a token nobody can")
  func users() async throws {
    try await withServer { server, rep, _ in
      let client = try await rep.join()
      let admin = try await rep.login(DemoUser.admin.username, at: server)
      let reply = try await admin.bayeux(.connect(client)).first
      #expect(reply?["error"] == "400::Authenticated user id does not match the session's user id")
      let nobody = try await TestClient(address: rep.address).bayeux(.connect(client)).first
      #expect(nobody?["error"] == "401::Request requires authentication")
    }
  }

  @Test("A request of more than 32,768 bytes, or to a version that was never served, is refused")
  func requests() async throws {
    try await withServer { _, rep, _ in
      let large = try await rep.send("POST", "/cometd/60.0", text: String(repeating: " ", count: 32_769))
      #expect(large.status == 413)
      #expect(large.json.array?.first?["error"] == "413::Maximum Request Size Exceeded")
      let old = try await rep.send("POST", "/cometd/36.0", text: "[]")
      #expect(old.json.array?.first?["error"]?.string?.contains("Only API versions '37.0' and later") == true)
    }
  }

  @Test("A handshake gives a cookie, on which the org can be made to insist")
  func cookie() async throws {
    try await withServer { _, rep, _ in
      let handshake = try await rep.send("POST", "/cometd/60.0", [.handshake])
      let client = try #require(handshake.json.array?.first?["clientId"]?.string)
      let cookie = try #require(handshake.headers["set-cookie"]?.prefix { $0 != ";" }.description)
      #expect(cookie.hasPrefix("BAYEUX_BROWSER="))
      _ = try await rep.send("PATCH", "/simulator/streaming", ["requiresCookie": true])
      #expect(
        try await rep.bayeux(.connect(client)).first?["error"]
          == .string("400::Client \(client) has established a session, but no BAYEUX_BROWSER cookie present"))
      for (value, error) in [("BAYEUX_BROWSER=x", "403::Unknown client"), ("a=b; \(cookie)", nil)] {
        let reply = try await rep.send("POST", "/cometd/60.0", [.connect(client)], headers: ["Cookie": value])
        #expect(reply.json.array?.first?["error"]?.string == error)
      }
    }
  }

  @Test("Events of several channels come in the order in which they happened")
  func order() async throws {
    try await withServer { server, rep, _ in
      let admin = try await rep.login(DemoUser.admin.username, at: server)
      let client = try await admin.join()
      for channel in ["/topic/Mine", "/data/TaskChangeEvent", "/data/ChangeEvents"] {
        _ = try await admin.bayeux(.subscribe(client, to: channel))
      }
      for _ in 0..<3 { _ = try await rep.api("POST", "sobjects/Task", ["Subject": "x"]) }
      let ids = try await admin.events(client).compactMap { $0["event"]?["replayId"]?.integer }
      #expect(ids.count == 9)
      #expect(ids == ids.sorted())
    }
  }

  @Test("A change event has the shape of Salesforce's")
  func changeEvent() async throws {
    try await withServer { server, rep, _ in
      let admin = try await rep.login(DemoUser.admin.username, at: server)
      let client = try await admin.join()
      _ = try await admin.bayeux(.subscribe(client, to: "/data/TaskChangeEvent"))
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "x"]).id)
      let event = try #require(try await admin.events(client).first)
      #expect(event["schema"]?.string?.count == 22)
      #expect(event["payload"]?["CreatedDate"] == "2026-11-25T09:30:00Z")
      #expect(event["payload"]?["IsArchived"] == false)
      #expect(event["event"]?.members?.map(\.key) == ["replayId"])
      let header = event["payload"]?["ChangeEventHeader"]
      #expect(header?["entityName"] == "Task")
      #expect(header?["recordIds"] == [.string(id)])
      #expect(header?["changeType"] == "CREATE")
      #expect(header?["commitTimestamp"] == 1_795_599_000_000)
      #expect(header?["transactionKey"]?.string?.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
      #expect(header?["nulledFields"] == nil)
    }
  }
}
