import Foundation
import OrgModel
import Testing

@testable import OrgServer

struct StreamingTests {
  @Test("A change reaches the waiting client at once")
  func live() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      #expect(try await rep.bayeux(.subscribe(client)).first?["successful"] == true)
      async let waiting = rep.bayeux(.connect(client))
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "Hear me"]).id)
      let messages = try await waiting
      #expect(messages.map { $0["channel"] } == ["/topic/Mine", "/meta/connect"])
      let event = try #require(messages.first?["data"])
      #expect(event["event"]?["type"] == "created")
      #expect(event["event"]?["createdDate"] == "2026-11-25T09:30:00.000Z")
      #expect(event["event"]?["replayId"]?.integer != nil)
      #expect(event["sobject"]?["Id"] == .string(id))
      #expect(event["sobject"]?["Subject"] == "Hear me")
      // The advice came with the first connect.
      #expect(messages.last?["advice"] == nil)
      #expect(messages.last?["id"] == "9")
    }
  }

  @Test("A change from inside the process reaches the client too")
  func inside() async throws {
    try await withServer { server, rep, _ in
      let client = try await rep.join()
      _ = try await rep.bayeux(.subscribe(client))
      async let waiting = rep.bayeux(.connect(client))
      let id = await server.stepColleague()
      #expect(try await waiting.first?["data"]?["sobject"]?["Id"]?.string == id?.text)
    }
  }

  @Test("What happened before the subscription can be replayed, all of it or from one event on")
  func replay() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      for subject in ["one", "two", "three"] {
        _ = try await rep.api("POST", "sobjects/Task", ["Subject": .string(subject)])
      }
      func told(from replayID: Int) async throws -> [JSON] {
        _ = try await rep.bayeux(.subscribe(client, from: .integer(replayID)))
        return try await rep.bayeux(.connect(client, timeout: 0)).compactMap { $0["data"] }
      }
      let all = try await told(from: -2)
      #expect(all.map { $0["sobject"]?["Subject"] } == ["one", "two", "three"])
      let first = try #require(all.first?["event"]?["replayId"]?.integer)
      #expect(try await told(from: first).map { $0["sobject"]?["Subject"] } == ["two", "three"])
      #expect(try await told(from: -1).isEmpty)
      let invalid = try await rep.bayeux(.subscribe(client, from: 999)).first
      #expect(invalid?["error"]?.string?.hasPrefix("400::The replayId {999} you provided was invalid.") == true)
    }
  }

  @Test("Who is not known has to shake hands again")
  func unknownClient() async throws {
    try await withServer { _, rep, clock in
      let client = try await rep.join()
      for message in [JSON.connect("nobody"), .subscribe("nobody")] {
        let reply = try #require(try await rep.bayeux(message).first)
        #expect(reply["successful"] == false)
        #expect(reply["error"] == "403::Unknown client")
        #expect(reply["advice"]?["reconnect"] == "handshake")
      }
      // A client that stays away too long is forgotten.
      clock.advance(seconds: 111)
      #expect(try await rep.bayeux(.connect(client)).first?["error"] == "403::Unknown client")
    }
  }

  @Test("A token that is not valid ends streaming, at the handshake and while a connect waits")
  func authentication() async throws {
    try await withServer { server, rep, _ in
      let client = try await rep.join()
      let stranger = TestClient(address: rep.address, token: "nonsense")
      let denied = try await stranger.bayeux(.handshake).first
      #expect(denied?["error"] == "403::Handshake denied")
      #expect(denied?["ext"]?["sfdc"]?["failureReason"] == "401::Authentication invalid")
      async let waiting = rep.bayeux(.connect(client))
      await server.expireAccessTokens()
      let ended = try await waiting.first
      #expect(ended?["error"] == "401::Authentication invalid")
      #expect(ended?["advice"]?["reconnect"] == "none")

      let session = try await server.openSession(for: DemoUser.rep.username)
      let again = TestClient(address: rep.address, token: session.accessToken)
      let rejoined = try await again.join()
      async let revoked = again.bayeux(.connect(rejoined))
      _ = try await again.send("POST", "/services/oauth2/revoke", text: "token=\(session.accessToken)")
      #expect(try await revoked.first?["error"] == "401::Authentication invalid")
    }
  }

  @Test("There must be such a topic")
  func noTopic() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      let reply = try await rep.bayeux(.subscribe(client, to: "/topic/Nope")).first
      #expect(reply?["error"] == "400::The channel you requested to subscribe to does not exist {/topic/Nope}")
      #expect(reply?["successful"] == false)
    }
  }

  @Test("A connect with nothing to tell is answered when its time is up; a second one ends the first")
  func silence() async throws {
    try await withServer(holdMilliseconds: 50) { _, rep, _ in
      let client = try await rep.join()
      let reply = try await rep.bayeux(.connect(client))
      #expect(reply.count == 1)
      #expect(reply.first?["successful"] == true)
    }
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      async let first = rep.bayeux(.connect(client))
      async let second = rep.bayeux(.connect(client))
      _ = try await rep.bayeux(["channel": "/meta/disconnect", "clientId": .string(client)])
      // Whichever came first was answered by the other, and the other by the disconnect.
      #expect(try await first.count + second.count == 2)
    }
  }

  @Test("Events go to the last connect of a client, and none to one that it has lost")
  func superseded() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      _ = try await rep.bayeux(.subscribe(client))
      async let lost = rep.bayeux(.connect(client))
      while try await rep.send("GET", "/simulator/org").json["waitingRequests"] == 0 {}
      #expect(try await rep.events(client).isEmpty)
      _ = try await rep.api("POST", "sobjects/Task", ["Subject": "x"])
      #expect(try await rep.events(client).count == 1)
      #expect(try await lost.map { $0["channel"] } == ["/meta/connect"])
    }
  }

  @Test("After unsubscribing nothing more is told")
  func unsubscribe() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      _ = try await rep.bayeux(.subscribe(client))
      let reply = try await rep.bayeux([
        "channel": "/meta/unsubscribe", "clientId": .string(client), "subscription": "/topic/Mine",
      ])
      #expect(reply.first?["successful"] == true)
      _ = try await rep.api("POST", "sobjects/Task", ["Subject": "unheard"])
      #expect(try await rep.bayeux(.connect(client, timeout: 0)).count == 1)
    }
  }

  @Test("What waits to be told of a channel is told once after subscribing anew, and not after unsubscribing")
  func outbox() throws {
    let now = Timestamp(TestClock().now)
    var state = OrgState(
      org: Org.demo(tasks: 0, seed: 1, now: now.date, timeZone: .gmt), accessTokenLifetime: 3600, tokenSeed: 1,
      address: "http://localhost")
    let rep = try #require(DemoUser.rep.id(in: state.org))
    let session = state.sessions.logIn(rep, client: nil, scopes: [], to: state.org.id, at: now)
    func post(_ body: JSON, to path: String = "/cometd/60.0") -> [JSON] {
      let request = HTTPCall(
        method: "POST", target: path, headers: ["authorization": "Bearer \(session.token)"], body: body.utf8)
      guard case .answer(let answer) = state.outcome(of: request, at: now) else { return [] }
      return answer.json?.array ?? []
    }
    func change(_ client: String) {
      _ = post(["Subject": "x"], to: "/services/data/v60.0/sobjects/Task")
      let isWaiting = state.hasMessages(for: client)
      #expect(isWaiting)
    }
    let topic: JSON = [
      "Name": "Mine", "ApiVersion": 60, "Query": "SELECT Id FROM Task", "NotifyForFields": "All",
    ]
    _ = post(topic, to: "/services/data/v60.0/sobjects/PushTopic")
    let client = try #require(post(.handshake).first?["clientId"]?.string)
    _ = post(.connect(client))
    _ = post(.subscribe(client))
    change(client)
    _ = post(.subscribe(client, from: -2))
    #expect(post(.connect(client, timeout: 0)).compactMap { $0["data"] }.count == 1)
    change(client)
    _ = post(["channel": "/meta/unsubscribe", "clientId": .string(client), "subscription": "/topic/Mine"])
    #expect(post(.connect(client, timeout: 0)).compactMap { $0["data"] }.isEmpty)
  }

  @Test("Stopping the server ends held connects at once")
  func stop() async throws {
    try await withServer { server, rep, _ in
      let client = try await rep.join()
      async let waiting = rep.bayeux(.connect(client))
      _ = try await rep.api("GET", "limits")
      await server.stop()
      #expect((try? await waiting)?.first?["channel"] ?? "/meta/connect" == "/meta/connect")
    }
  }

  @Test("What is not Bayeux is refused", arguments: ["", "{", "7", "[]"])
  func hostile(text: String) async throws {
    try await withServer { _, rep, _ in
      for path in ["/cometd/60.0", "/cometd", "/cometd/9.0"] {
        let refused = try await rep.send("POST", path, text: text)
        #expect(refused.status == 400)
      }
      let answered = try await rep.send("POST", "/cometd/60.0", text: "[7, {}, []]")
      #expect(answered.json.array?.count == 3)
    }
  }
}
