import Testing

@testable import OrgServer

/// The messages of a streaming client.
extension JSON {
  static let handshake: JSON = [
    "channel": "/meta/handshake", "id": "1", "version": "1.0", "supportedConnectionTypes": ["long-polling"],
    "ext": ["replay": true],
  ]

  static func connect(_ client: String, timeout: Int? = nil) -> JSON {
    .object(
      [
        .init(key: "channel", value: "/meta/connect"), .init(key: "id", value: "9"),
        .init(key: "clientId", value: .string(client)), .init(key: "connectionType", value: "long-polling"),
      ] + (timeout.map { [.init(key: "advice", value: ["timeout": .integer($0)])] } ?? []))
  }

  static func subscribe(_ client: String, to channel: String = "/topic/Mine", from replayID: JSON = -1) -> JSON {
    [
      "channel": "/meta/subscribe", "id": "3", "clientId": .string(client), "subscription": .string(channel),
      "ext": ["replay": .object([.init(key: channel, value: replayID)])],
    ]
  }
}

extension TestClient {
  /// A client that has shaken hands, in an org with the topic `Mine`.
  func join() async throws -> String {
    let topic: JSON = [
      "Name": "Mine", "ApiVersion": 60, "Query": "SELECT Id, Subject, LastModifiedDate FROM Task",
      "NotifyForFields": "All",
    ]
    _ = try await api("POST", "sobjects/PushTopic", topic)
    let reply = try #require(try await bayeux(.handshake).first)
    #expect(reply["successful"] == true)
    let client = try #require(reply["clientId"]?.string)
    // The first connect is never held.
    let advice = try await bayeux(.connect(client)).first?["advice"]
    #expect(advice?["reconnect"] == "retry")
    #expect(advice?["timeout"]?.integer != nil)
    return client
  }

  /// A client of another user of the org.
  func login(_ username: String, at server: OrgServer) async throws -> TestClient {
    TestClient(address: address, token: try await server.openSession(for: username).accessToken)
  }

  /// The events that are there for the client, without waiting.
  func events(_ client: String) async throws -> [JSON] {
    try await bayeux(.connect(client, timeout: 0)).compactMap { $0["data"] }
  }
}
