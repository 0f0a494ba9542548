import Foundation
import Localization
import Logging
import OrgModel
import OrgServer
import Testing

@testable import Salesforce

@Suite("Live updates of a simulated org over TLS", .timeLimit(.minutes(1)))
struct HostedLiveTests {
  private static let noViewAllData = BayeuxSession.notPermitted
  private static let own = LiveWay.topic(PushTopic.ownName)

  private func connection(
    _ org: SecureOrg, as user: DemoUser, clock: any Clock<Duration> = ContinuousClock()
  ) async throws -> RESTConnection {
    let address = org.address
    let open: @Sendable () async throws -> Session = {
      let opened = try await org.server.openSession(for: user.username)
      return Session(accessToken: Secret(opened.accessToken), refreshToken: nil, instance: address)
    }
    return RESTConnection(
      session: try await open(),
      renewal: SessionRenewal { _ throws(LoginError) in
        guard let session = try? await open() else { throw .sessionEnded }
        return session
      }, transport: org.transport, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: clock,
      random: { 0 })
  }

  /// The events until one is as expected, that one included.
  private func events(
    _ iterator: inout AsyncStream<LiveEvent>.Iterator, until isLast: (LiveEvent) -> Bool
  ) async -> [LiveEvent] {
    var events: [LiveEvent] = []
    while let event = await iterator.next(isolation: #isolation) {
      events.append(event)
      if isLast(event) { break }
    }
    return events
  }

  private func isSubscribed(_ event: LiveEvent) -> Bool {
    if case .subscribed = event { true } else { false }
  }

  /// A task that the rep makes for himself.
  private func create(_ org: SecureOrg) async throws -> Announcement {
    try await org.server.change { model in
      let rep = try #require(DemoUser.rep.id(in: model))
      let id = try model.create("Task", ["Subject": .text("Call"), "OwnerId": .id(rep)], by: rep, at: Date())
      return Announcement(id: id.text, owner: rep.text)
    }
  }

  @Test(
    "Each user gets the best way that is open to him, and hears of a new task by it",
    arguments: [
      (DemoUser.integration, LiveSubscription(.changeEvents), 0, 1),
      (.manager, LiveSubscription(.changeEvents), 0, 1),
      (.rep, LiveSubscription(own, whyNotBetter: noViewAllData), 2, 0),
    ] as [(DemoUser, LiveSubscription, Int, Int)])
  func ways(user: DemoUser, subscription: LiveSubscription, topicRequests: Int, toolingRequests: Int) async throws {
    try await SecureOrg.run { org throws in
      let connection = try await connection(org, as: user)
      var iterator = await connection.liveEvents(after: nil).makeAsyncIterator()
      #expect(await events(&iterator) { _ in true } == [.subscribed(subscription)])
      let task = try await create(org)
      #expect(await events(&iterator) { _ in true } == [.changed([task])])
      guard case .reached(let place) = await iterator.next(isolation: #isolation) else {
        Issue.record("the place is not told")
        return
      }
      #expect(place.channel == subscription.way.channel)
      // What the choice cost: API calls only where CometD alone cannot tell.
      let counts = await org.server.requestCounts()
      #expect(counts.filter { $0.key.contains("tooling") }.values.reduce(0, +) == toolingRequests)
      #expect(
        counts.filter { $0.key.contains("/query") || $0.key.contains("PushTopic") }.values.reduce(0, +)
          == topicRequests + toolingRequests)
    }
  }

  @Test("A topic that is there serves a user who may not create one")
  func existingTopic() async throws {
    try await SecureOrg.run { org throws in
      #expect(try await connection(org, as: .admin).taskTopic() == PushTopic.ownName)
      var iterator = await (try await connection(org, as: .colleague)).liveEvents(after: nil).makeAsyncIterator()
      let subscription = LiveSubscription(Self.own, whyNotBetter: Self.noViewAllData)
      #expect(await iterator.next(isolation: #isolation) == .subscribed(subscription))
    }
  }

  @Test(
    "Where a right is missing it is told which, and the next way is taken or polling is left",
    arguments: [
      (
        DemoUser.colleague,
        "this org has no PushTopic for tasks and you may not create one; ask your administrator "
          + "(CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY); \(noViewAllData)"
      ),
      (
        .poller,
        "you may not read PushTopic; ask your administrator for that permission to get live updates "
          + "(INVALID_TYPE); \(noViewAllData)"
      ),
    ])
  func unavailable(user: DemoUser, reason: String) async throws {
    try await SecureOrg.run { org throws in
      var iterator = await (try await connection(org, as: user)).liveEvents(after: nil).makeAsyncIterator()
      #expect(await iterator.next(isolation: #isolation) == .unavailable(reason: LocalizedText(verbatim: reason)))
    }
  }

  @Test(
    "Change events that would bring nothing, or of which that is not known, are not taken for a subscription",
    arguments: [(true, BayeuxSession.notSelected), (false, BayeuxSession.notShown)])
  func notSelected(seesSetup: Bool, why: LocalizedText) async throws {
    try await SecureOrg.run { org throws in
      await org.server.change { model in
        model.changeDataCapture = seesSetup ? [] : ["Task"]
        guard let admin = DemoUser.admin.id(in: model) else { return }
        model.changeMember(admin) { if !seesSetup { $0.permissions.remove(.viewSetup) } }
      }
      var iterator = await (try await connection(org, as: .admin)).liveEvents(after: nil).makeAsyncIterator()
      let subscription = LiveSubscription(Self.own, whyNotBetter: why)
      #expect(await iterator.next(isolation: #isolation) == .subscribed(subscription))
      // It is told once, by the topic.
      let task = try await create(org)
      #expect(await iterator.next(isolation: #isolation) == .changed([task]))
    }
  }

  @Test(
    "A client that the server has forgotten comes back, and hears of what happened in between",
    arguments: [DemoUser.integration, .rep])
  func forgotten(user: DemoUser) async throws {
    try await SecureOrg.run { org throws in
      var iterator = await (try await connection(org, as: user)).liveEvents(after: nil).makeAsyncIterator()
      _ = await iterator.next(isolation: #isolation)
      _ = try await create(org)
      _ = await events(&iterator) { if case .reached = $0 { true } else { false } }
      try await org.steer("streaming/forget", "{}")
      let task = try await create(org)
      let after = await events(&iterator) { $0 == .changed([task]) }
      #expect(after.dropFirst().contains(where: isSubscribed))
      #expect(!after.contains(.missed))
    }
  }

  @Test("A place that the org no longer keeps is given up, and said", arguments: [DemoUser.integration, .rep])
  func expiredPlace(user: DemoUser) async throws {
    try await SecureOrg.run { org throws in
      let connection = try await connection(org, as: user)
      var iterator = await connection.liveEvents(after: nil).makeAsyncIterator()
      guard case .subscribed(let subscription) = await iterator.next(isolation: #isolation) else { return }
      let place = LivePlace(channel: subscription.way.channel, replayID: 1)
      for _ in 1...2 { _ = try await create(org) }
      try await org.steer("streaming/expire", "{}")
      var next = await connection.liveEvents(after: place).makeAsyncIterator()
      #expect(await events(&next) { $0 == .missed } == [.subscribed(subscription), .missed])
    }
  }

  @Test("A start goes on from the place that an earlier one has reached", arguments: [DemoUser.integration, .rep])
  func keptPlace(user: DemoUser) async throws {
    try await SecureOrg.run { org throws in
      let connection = try await connection(org, as: user)
      var iterator = await connection.liveEvents(after: nil).makeAsyncIterator()
      _ = await iterator.next(isolation: #isolation)
      _ = try await create(org)
      let last = await events(&iterator) { if case .reached = $0 { true } else { false } }.last
      guard case .reached(let place) = last else { return }
      let task = try await create(org)
      var next = await connection.liveEvents(after: place).makeAsyncIterator()
      let heard = await events(&next) { $0 == .changed([task]) }
      #expect(heard.count == 2 && isSubscribed(heard[0]))
    }
  }

  @Test("Only his own tasks are announced to a user who wants it so: not a colleague's, nor one that is given away")
  func ownTasks() async throws {
    try await SecureOrg.run { org throws in
      let (rep, colleague) = try await org.server.change { model in
        (try #require(DemoUser.rep.id(in: model)), try #require(DemoUser.colleague.id(in: model)))
      }
      let connection = try await connection(org, as: .rep)
      var iterator = await connection.liveEvents(after: nil, ownedBy: rep.text).makeAsyncIterator()
      let way = LiveWay.ownTasks(topic: PushTopic.ownName, owner: rep.text)
      #expect(
        await iterator.next(isolation: #isolation)
          == .subscribed(LiveSubscription(way, whyNotBetter: BayeuxSession.notForOneOwner)))
      try await org.server.change { model in
        _ = try model.create(
          "Task", ["Subject": .text("Theirs"), "OwnerId": .id(colleague)], by: colleague, at: Date())
      }
      let given = try await create(org)
      #expect(await events(&iterator) { $0 == .changed([given]) } == [.changed([given])])
      try await org.server.change { model in
        try model.update(given.id, ["OwnerId": .id(colleague)], by: rep, at: Date())
      }
      let kept = try await create(org)
      let heard = await events(&iterator) { $0 == .changed([kept]) }
      #expect(!heard.contains(.changed([Announcement(id: given.id, owner: colleague.text)])))
    }
  }

  @Test("A session that ends is renewed, and the subscription goes on", arguments: [DemoUser.integration, .rep])
  func sessionEnds(user: DemoUser) async throws {
    try await SecureOrg.run { org throws in
      var iterator = await (try await connection(org, as: user)).liveEvents(after: nil).makeAsyncIterator()
      _ = await iterator.next(isolation: #isolation)
      await org.server.expireAccessTokens()
      #expect(await events(&iterator, until: isSubscribed).first == .interrupted)
      let task = try await create(org)
      #expect(await events(&iterator) { $0 == .changed([task]) }.last == .changed([task]))
    }
  }

  @Test("When the right to change events is taken away, a topic takes their place")
  func rightTakenAway() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await connection(org, as: .admin)
      var iterator = await connection.liveEvents(after: nil).makeAsyncIterator()
      #expect(await iterator.next(isolation: #isolation) == .subscribed(LiveSubscription(.changeEvents)))
      await org.server.change { model in
        guard let admin = DemoUser.admin.id(in: model) else { return }
        model.changeMember(admin) { $0.permissions = [.managePushTopics] }
      }
      try await org.steer("streaming/forget", "{}")
      let subscription = LiveSubscription(Self.own, whyNotBetter: Self.noViewAllData)
      #expect(await events(&iterator, until: isSubscribed).last == .subscribed(subscription))
    }
  }

  @Test("When the topic is gone, all ways are tried again, and the topic is made anew")
  func topicDeleted() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await connection(org, as: .rep, clock: JumpingClock())
      var iterator = await connection.liveEvents(after: nil).makeAsyncIterator()
      _ = await iterator.next(isolation: #isolation)
      try await org.server.change { model in
        let admin = try #require(DemoUser.admin.id(in: model))
        for topic in model.all("PushTopic") { try model.delete(topic.id.text, by: admin, at: Date()) }
      }
      try await org.steer("streaming/forget", "{}")
      let after = await events(&iterator, until: isSubscribed)
      let subscription = LiveSubscription(Self.own, whyNotBetter: Self.noViewAllData)
      #expect(after == [.interrupted, .subscribed(subscription)])
      #expect(await org.server.change { $0.all("PushTopic").filter { !$0.isDeleted }.count } == 1)
    }
  }

  @Test("A limit of the org is told, whether of clients or of events")
  func limits() async throws {
    try await SecureOrg.run { org throws in
      for (limit, words) in [("deliveryLimit", "total events daily limit"), ("clientLimit", "concurrent user limit")] {
        let answer = try await org.transport.send(
          HTTPRequest(
            .patch, org.address.url("/simulator/streaming"), headers: [("Content-Type", "application/json")],
            body: Data(#"{"\#(limit)": 0}"#.utf8)))
        #expect(answer.isSuccess)
        var iterator = await (try await connection(org, as: .rep)).liveEvents(after: nil).makeAsyncIterator()
        guard case .unavailable(let reason) = await iterator.next(isolation: #isolation) else {
          Issue.record("the limit is not told")
          continue
        }
        #expect(reason.english.contains(words))
      }
    }
  }

  @Test("The org forgets at once who signs off")
  func signOff() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await connection(org, as: .integration)
      var iterator = await connection.liveEvents(after: nil).makeAsyncIterator()
      _ = await iterator.next(isolation: #isolation)
      func clients() async throws -> String {
        let answer = try await org.transport.send(HTTPRequest(.get, org.address.url("/simulator/streaming")))
        return String(decoding: answer.body, as: UTF8.self)
      }
      #expect(try await clients().contains("TaskChangeEvent"))
      await connection.signOff()
      #expect(try await clients().contains(#""clients":[]"#))
      #expect(await connection.feeds.isEmpty)
      #expect(await connection.listeners.isEmpty)
    }
  }

  @Test("A gap asks for a look at everything, and what it names is told")
  func gaps() async throws {
    try await SecureOrg.run { org throws in
      let task = try await create(org)
      var iterator = await (try await connection(org, as: .integration)).liveEvents(after: nil).makeAsyncIterator()
      _ = await iterator.next(isolation: #isolation)
      try await org.steer("streaming/gap", #"{"changeType": "GAP_UPDATE", "recordIds": ["\#(task.id)"]}"#)
      let named = LiveEvent.changed([Announcement(id: task.id, owner: nil)])
      let gap = await events(&iterator) { if case .reached = $0 { true } else { false } }
      #expect(gap.dropLast() == [named, .missed])
      try await org.steer("streaming/gap", #"{"changeType": "GAP_OVERFLOW", "entityName": "Task"}"#)
      let overflow = await events(&iterator) { if case .reached = $0 { true } else { false } }
      #expect(overflow.dropLast() == [.missed])
    }
  }

  @Test("A connection that is made anew when the network returns hears what happened meanwhile")
  func networkReturns() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await connection(org, as: .integration)
      var iterator = await connection.liveEvents(after: nil).makeAsyncIterator()
      _ = await iterator.next(isolation: #isolation)
      _ = try await create(org)
      _ = await events(&iterator) { if case .reached = $0 { true } else { false } }
      await connection.retryNow()
      #expect(await iterator.next(isolation: #isolation) == .interrupted)
      let task = try await create(org)
      let after = await events(&iterator) { $0 == .changed([task]) }
      #expect(after.contains(where: isSubscribed) && !after.contains(.missed))
    }
  }
}
