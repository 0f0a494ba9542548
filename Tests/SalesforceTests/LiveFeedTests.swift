import Foundation
import Localization
import Synchronization
import Testing

@testable import Salesforce

@Suite("Live updates of an org")
struct LiveFeedTests {
  /// An org with the usual answers; a connect is held until `connects` says what it brings.
  private func org(
    topics: String = LiveFeedTests.topic, connects: AsyncStream<HTTPAnswer>, creation: HTTPAnswer? = nil
  ) -> ScriptedTransport {
    ScriptedTransport { request throws(OrgError) in
      if request.target == "/services/data/" { return .versions }
      if request.target.contains("/query") { return .json(#"{"done":true,"records":[\#(topics)]}"#) }
      if request.target.hasSuffix("/sobjects/PushTopic") { return creation ?? .json("", status: 201) }
      if request.text.contains("/meta/handshake") {
        return .json(
          #"[{"channel":"/meta/handshake","clientId":"c1","successful":true}]"#,
          headers: [("Set-Cookie", "BAYEUX_BROWSER=abc; Path=/; Secure"), ("set-cookie", "old=1; Max-Age=0")])
      }
      if request.text.contains("/meta/connect") {
        for await answer in connects { return answer }
        throw .unknownOutcome(reason: "stopped")
      }
      if request.text.contains("/meta/subscribe"), request.text.contains("/data/TaskChangeEvent") {
        return .json(
          #"[{"channel":"/meta/subscribe","successful":false,"error":"\#(BayeuxMessage.noViewAllData)"}]"#)
      }
      return .json(
        #"[{"channel":"/meta/subscribe","successful":true},{"channel":"/meta/disconnect","successful":true}]"#)
    }
  }

  private static let whyNotBetter = BayeuxSession.notPermitted
  private static let subscribed = LiveEvent.subscribed(
    LiveSubscription(.topic("CommandCenterTasks"), whyNotBetter: whyNotBetter))

  private static let topic = """
    {"Name":"CommandCenterTasks","Query":"SELECT Id, OwnerId FROM Task","IsActive":true,"NotifyForFields":"All",\
    "NotifyForOperationCreate":true,"NotifyForOperationUpdate":true,"NotifyForOperationDelete":true,\
    "NotifyForOperationUndelete":true}
    """

  @Test("Changes are announced after the subscription stands; who stops listening is signed off")
  func flow() async throws {
    let (connects, connect) = AsyncStream.makeStream(of: HTTPAnswer.self)
    let transport = org(connects: connects)
    let connection = Samples.connection(transport)
    let listener = Task {
      var events: [LiveEvent] = []
      for await event in await connection.liveEvents(after: nil) {
        events.append(event)
        if case .subscribed = event {
          connect.yield(
            .json(
              #"[{"channel":"/topic/CommandCenterTasks","data":{"event":{"replayId":3},"sobject":{"Id":"00T1","OwnerId":"0051"}}},{"channel":"/meta/connect","successful":true}]"#
            ))
        } else {
          break
        }
      }
      return events
    }
    let changed = LiveEvent.changed([Announcement(id: "00T1", owner: "0051")])
    #expect(await listener.value == [Self.subscribed, changed])
    while !transport.sent.contains(where: { $0.text.contains("/meta/disconnect") }) { await Task.yield() }
    let live = transport.sent.filter { $0.target.hasPrefix("/cometd/") }
    #expect(live.allSatisfy { $0.target == "/cometd/62.0" && $0.header("Authorization") == "Bearer access-1" })
    #expect(live.dropFirst().allSatisfy { $0.header("Cookie") == "BAYEUX_BROWSER=abc" })
    #expect(!transport.sent.contains { $0.target.hasSuffix("/sobjects/PushTopic") })
  }

  @Test("A pause ends at once when the owner says that it is worth trying")
  func retryNow() async throws {
    let clock = StillClock()
    let isOnline = Mutex(false)
    let (connects, _) = AsyncStream.makeStream(of: HTTPAnswer.self)
    let org = org(connects: connects)
    let transport = ScriptedTransport { request throws(OrgError) in
      guard isOnline.withLock({ $0 }) else { throw .unreachable(reason: "offline") }
      return try await org.send(request)
    }
    let connection = Samples.connection(transport, clock: clock)
    let events = await connection.liveEvents(after: nil)
    for await wait in clock.waits {
      #expect(wait == .seconds(1))
      break
    }
    isOnline.withLock { $0 = true }
    await connection.retryNow()
    for await event in events {
      #expect(event == Self.subscribed)
      break
    }
  }

  @Test(
    "Where no topic can be had, the user learns what to ask for",
    arguments: [
      (
        "", HTTPAnswer.error("INSUFFICIENT_ACCESS_OR_READONLY", status: 403),
        "this org has no PushTopic for tasks and you may not create one; ask your administrator (INSUFFICIENT_ACCESS_OR_READONLY)"
      ),
      (
        topic.replacing("\"IsActive\":true", with: "\"IsActive\":false"), .error("DUPLICATE_VALUE", status: 400),
        "the PushTopic CommandCenterTasks is inactive or was changed; ask your administrator to delete it (DUPLICATE_VALUE)"
      ),
    ])
  func noTopic(topics: String, creation: HTTPAnswer, reason: String) async {
    let (connects, _) = AsyncStream.makeStream(of: HTTPAnswer.self)
    let connection = Samples.connection(org(topics: topics, connects: connects, creation: creation))
    for await event in await connection.liveEvents(after: nil) {
      #expect(event == .unavailable(reason: "\(reason); \(Self.whyNotBetter)"))
      break
    }
  }

  @Test("A topic is made where there is none")
  func creation() async throws {
    let (connects, _) = AsyncStream.makeStream(of: HTTPAnswer.self)
    let transport = org(topics: "", connects: connects)
    #expect(try await Samples.connection(transport).taskTopic() == "CommandCenterTasks")
    let text = try #require(transport.sent.last).text
    #expect(text.contains(#""NotifyForFields":"All""#))
    #expect(text.contains(#""Query":"SELECT Id, OwnerId FROM Task""#))
  }

  @Test("A topic that says whose a task is comes before one that does not, our own before one of an administrator")
  func bestTopic() {
    func topic(_ name: String, _ query: String) -> PushTopic {
      PushTopic(
        Name: name, Query: query, IsActive: true, NotifyForFields: "All", NotifyForOperationCreate: true,
        NotifyForOperationUpdate: true, NotifyForOperationDelete: true, NotifyForOperationUndelete: true)
    }
    let (owners, ids) = ("SELECT Id, OwnerId FROM Task", "SELECT Id FROM Task")
    var topics = [topic("A", ids)]
    for next in [
      topic(PushTopic.ownName, ids), topic("B", owners), topic("A2", owners), topic(PushTopic.ownName, owners),
    ] {
      topics.append(next)
      #expect(PushTopic.best(of: topics)?.Name == next.Name && PushTopic.best(of: topics)?.Query == next.Query)
    }
  }

  @Test(
    "A topic serves if it announces every change of every task",
    arguments: [
      ("select  id,Subject\nFROM task", true, "All", true, true),
      ("SELECT Id FROM Task WHERE IsClosed = false", true, "All", true, false),
      ("SELECT Subject FROM Task", true, "All", true, false), ("SELECT Id FROM Lead", true, "All", true, false),
      ("SELECT Id FROM Task", false, "All", true, false), ("SELECT Id FROM Task", true, "Referenced", true, false),
      ("SELECT Id FROM Task", true, "All", false, false), ("", true, "All", true, false),
    ])
  func suitability(query: String, isActive: Bool, fields: String, deletes: Bool, isSuitable: Bool) {
    let topic = PushTopic(
      Name: "T", Query: query, IsActive: isActive, NotifyForFields: fields, NotifyForOperationCreate: true,
      NotifyForOperationUpdate: true, NotifyForOperationDelete: deletes, NotifyForOperationUndelete: true)
    #expect(topic.isSuitable == isSuitable)
  }
}
