import Localization
import Testing

@testable import Salesforce

@Suite("The choice of the way of live updates (salesforce.md, Live)")
struct LiveWayTests {
  /// A session that has shaken hands and tries change events.
  private func session(after place: LivePlace? = nil) -> BayeuxSession {
    var session = BayeuxSession(after: place)
    _ = session.start()
    _ = session.answered(.reply("handshake", client: "c1"))
    return session
  }

  @Test("Change events are taken where they are permitted and Task is selected for them")
  func changeEvents() {
    var session = BayeuxSession()
    guard case .send = session.start() else {
      Issue.record("it does not begin with a handshake")
      return
    }
    #expect(session.answered(.reply("handshake", client: "c1")).action.summary == "change events from -1")
    #expect(session.answered(.reply("subscribe")).action == .confirmChangeEvents)
    let step = session.handle(.changeEventsConfirmed(true), random: 0)
    #expect(step.events == [.subscribed(LiveSubscription(.changeEvents))])
    #expect(step.action.summary == "connect")
  }

  @Test(
    "Where change events are refused a topic is looked for, and why is told",
    arguments: [
      (BayeuxMessage.noViewAllData, BayeuxSession.notPermitted),
      ("403::User not allowed to subscribe CDC without required permissions", BayeuxSession.notPermitted),
      (
        "400::The channel you requested to subscribe to does not exist {/data/TaskChangeEvent}",
        "this org has no change events of tasks"
      ),
      (
        "403:denied_by_security_policy:create_denied",
        "Salesforce refused change events: 403:denied_by_security_policy:create_denied"
      ),
    ] as [(String, LocalizedText)])
  func refused(error: String, why: LocalizedText) {
    var session = session()
    #expect(session.answered(.reply("subscribe", ok: false, error: error)).action == .findTopic)
    #expect(session.handle(.topic(name: "T"), random: 0).action.summary == "subscribe from -1")
    let step = session.answered(.reply("subscribe"))
    #expect(step.events == [.subscribed(LiveSubscription(.topic("T"), whyNotBetter: why))])
    #expect(step.action.summary == "connect")
  }

  @Test(
    "For the tasks of one owner a topic is looked for at once, and a filter is subscribed to; events count with and without it",
    arguments: ["/topic/T", "/topic/T?OwnerId='005A'"])
  func ownTasks(channel: String) {
    var session = BayeuxSession(ownedBy: "005A")
    _ = session.start()
    #expect(session.answered(.reply("handshake", client: "c1")).action == .findTopic)
    #expect(session.handle(.topic(name: "T"), random: 0).action.summary == "subscribe from -1")
    let way = LiveWay.ownTasks(topic: "T", owner: "005A")
    let subscription = LiveSubscription(way, whyNotBetter: BayeuxSession.notForOneOwner)
    #expect(session.answered(.reply("subscribe")).events == [.subscribed(subscription)])
    #expect(session.accepted == ["/topic/T?OwnerId='005A'"])
    let step = session.answered(.event("00T1", owner: "005A", replay: 7, channel: channel), .reply("connect"))
    #expect(
      step.events == [
        .changed([Announcement(id: "00T1", owner: "005A")]), .reached(LivePlace(channel: "/topic/T", replayID: 7)),
      ])
    // A subscription that is made anew goes on from there.
    _ = session.answered(.reply("connect", ok: false, error: "403::Unknown client"))
    #expect(session.answered(.reply("handshake", client: "c2")).action.summary == "subscribe from 7")
  }

  @Test("Where it is not sure that change events would come, they are given up for a topic")
  func notSelected() {
    let refusal = OrgError.refused(RecordError(code: "INVALID_TYPE", message: "x"))
    let cases: [(BayeuxSession.Input, LocalizedText)] = [
      (.changeEventsConfirmed(false), BayeuxSession.notSelected), (.failed(refusal), BayeuxSession.notShown),
    ]
    for (input, why) in cases {
      var session = session()
      _ = session.answered(.reply("subscribe"))
      #expect(session.handle(input, random: 0).action == .findTopic)
      _ = session.handle(.topic(name: "T"), random: 0)
      let step = session.answered(.reply("subscribe"))
      #expect(step.events == [.subscribed(LiveSubscription(.topic("T"), whyNotBetter: why))])
      #expect(step.action.summary == "unsubscribe")
      #expect(session.answered(.reply("unsubscribe")).action.summary == "connect")
      #expect(session.accepted == ["/topic/T"])
    }
  }

  @Test("A handshake within a day goes on by the same way, without asking for it")
  func kept() {
    var session = BayeuxSession.subscribed(lastReplayID: 7)
    let unknown = BayeuxMessage.reply("connect", ok: false, error: "403::Unknown client")
    #expect(session.answered(unknown, at: .seconds(80_000)).action.summary == "handshake")
    #expect(session.answered(.reply("handshake", client: "c2")).action.summary == "subscribe from 7")
    #expect(session.answered(.reply("subscribe")).events == [.byTopic])
  }

  @Test("Once a day a better way is tried while the present one stands, and taken without an interruption")
  func upgrade() {
    var session = BayeuxSession.subscribed(lastReplayID: 7)
    #expect(session.answered(.reply("connect"), at: .seconds(86_399)).action.summary == "connect")
    let step = session.answered(.reply("connect"), at: .seconds(86_400))
    #expect(step == BayeuxSession.Step(action: step.action))
    #expect(step.action.summary == "change events from -1")
    // What the topic announces meanwhile is told.
    let changed = LiveEvent.changed([Announcement(id: "00T1", owner: nil)])
    let accepted = session.answered(.event("00T1", replay: 8), .reply("subscribe"), at: .seconds(86_401))
    #expect(accepted == BayeuxSession.Step(events: [changed], action: .confirmChangeEvents))
    let last = session.handle(.changeEventsConfirmed(true), at: .seconds(86_402), random: 0)
    #expect(last.events == [.subscribed(LiveSubscription(.changeEvents))])
    #expect(last.action.summary == "unsubscribe")
    #expect(session.answered(.reply("unsubscribe")).action.summary == "connect")
    #expect(session.answered(.reply("connect"), at: .seconds(100_000)).action.summary == "connect")
  }

  @Test("Where the better way is still refused the topic goes on from its place")
  func stillRefused() {
    var session = BayeuxSession.subscribed(lastReplayID: 7)
    _ = session.answered(.reply("connect"), at: .seconds(86_400))
    let refusal = BayeuxMessage.reply("subscribe", ok: false, error: BayeuxMessage.noViewAllData)
    // Without looking for it again.
    #expect(session.answered(refusal, at: .seconds(86_400)).action.summary == "subscribe from 7")
    #expect(session.answered(.reply("subscribe"), at: .seconds(86_401)).events == [.byTopic])
    #expect(session.answered(.reply("connect"), at: .seconds(90_000)).action.summary == "connect")
  }

  @Test("A start goes on from the place of its channel that was kept; of another channel it means nothing")
  func keptPlace() {
    let topic = LivePlace(channel: "/topic/T", replayID: 12)
    var session = BayeuxSession.choosingTopic(after: topic)
    #expect(session.place == topic)
    let invalid = "400::The replayId {12} you provided was invalid.  Please provide a valid ID"
    #expect(session.answered(.reply("subscribe", ok: false, error: invalid)).action.summary == "subscribe from -1")
    #expect(session.answered(.reply("subscribe")).events == [.byTopic, .missed])
    var other = BayeuxSession(after: topic)
    _ = other.start()
    #expect(other.answered(.reply("handshake", client: "c1")).action.summary == "change events from -1")
    var same = BayeuxSession(after: LivePlace(channel: LiveWay.changeEvents.channel, replayID: 12))
    _ = same.start()
    #expect(same.answered(.reply("handshake", client: "c1")).action.summary == "change events from 12")
  }
}
