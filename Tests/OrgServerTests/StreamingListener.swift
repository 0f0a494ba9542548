import Testing

@testable import OrgServer

/// A streaming client that hears of new tasks.
struct StreamingListener: Sendable {
  let client: TestClient
  let id: String

  /// Shakes hands and subscribes to new tasks.
  static func join(_ client: TestClient) async throws -> StreamingListener {
    let topic: JSON = [
      "Name": "NewTasks", "ApiVersion": 60, "Query": "SELECT Id, Subject FROM Task", "NotifyForFields": "All",
      "NotifyForOperationUpdate": false, "NotifyForOperationDelete": false,
    ]
    // Who comes later finds it.
    _ = try await client.api("POST", "sobjects/PushTopic", topic)
    let reply = try await client.bayeux([
      "channel": "/meta/handshake", "version": "1.0", "supportedConnectionTypes": ["long-polling"],
    ])
    let listener = StreamingListener(client: client, id: try #require(reply.first?["clientId"]?.string))
    _ = try await client.bayeux(listener.message("/meta/connect"))
    _ = try await client.bayeux(
      listener.message("/meta/subscribe", [.init(key: "subscription", value: "/topic/NewTasks")]))
    return listener
  }

  /// Waits for events; the Ids of the tasks.
  func connect() async throws -> [String] {
    let replies = try await client.bayeux(message("/meta/connect"))
    #expect(replies.last?["successful"] == true)
    return replies.compactMap { $0["data"]?["sobject"]?["Id"]?.string }
  }

  private func message(_ channel: String, _ more: [JSON.Member] = []) -> JSON {
    .object(
      [
        .init(key: "channel", value: .string(channel)), .init(key: "clientId", value: .string(id)),
        .init(key: "connectionType", value: "long-polling"),
      ] + more)
  }
}
