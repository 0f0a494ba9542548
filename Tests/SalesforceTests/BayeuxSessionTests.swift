import Foundation
import Localization
import Testing

@testable import Salesforce

@Suite("The protocol of live updates")
struct BayeuxSessionTests {
  @Test("A subscription comes about step by step, and connects go on")
  func start() {
    var session = BayeuxSession.choosingTopic()
    let step = session.answered(.reply("subscribe"))
    #expect(step.events == [.byTopic])
    #expect(step.action.summary == "connect")
    let advice = BayeuxAdvice(reconnect: .retry, interval: 0, timeout: 40_000)
    let next = session.answered(.reply("connect", advice: advice))
    guard case .send(let message, let timeout) = next.action else {
      Issue.record("no connect follows")
      return
    }
    #expect(timeout == .seconds(60))
    let text = #"[{"channel":"/meta/connect","clientId":"c1","connectionType":"long-polling","id":"5"}]"#
    #expect(String(decoding: message.data, as: UTF8.self) == text)
  }

  @Test("Events of one answer become one change of each record, and are the place to go on from")
  func events() {
    var session = BayeuxSession.subscribed()
    let step = session.answered(
      .event("00T1", replay: 5), .event("00T2", owner: "0051", replay: 6), .event("00T1", replay: 7),
      .event("00T3", replay: 99, channel: "/topic/Other"), .reply("connect"))
    #expect(
      step
        == BayeuxSession.Step(
          events: [
            .changed([Announcement(id: "00T1", owner: nil), Announcement(id: "00T2", owner: "0051")]),
            .reached(LivePlace(channel: "/topic/T", replayID: 7)),
          ], action: step.action))
    #expect(step.action.summary == "connect")
    #expect(session.handle(.retryNow, random: 0).action.summary == "handshake")
    #expect(session.answered(.reply("handshake", client: "c2")).action.summary == "subscribe from 7")
    #expect(session.answered(.reply("subscribe")).events == [.byTopic])
  }

  @Test("An event that does not say which record it is about asks for a look at everything")
  func unreadableEvent() {
    var session = BayeuxSession.subscribed()
    #expect(
      session.answered(.event(nil, replay: 5), .reply("connect")).events == [
        .missed, .reached(LivePlace(channel: "/topic/T", replayID: 5)),
      ])
  }

  @Test("A new subscription with no place to go on from says that something may have been missed")
  func gap() {
    var session = BayeuxSession.subscribed()
    _ = session.handle(.failed(.unknownOutcome(reason: "x")), random: 0)
    _ = session.handle(.waited, random: 0)
    _ = session.answered(.reply("handshake", client: "c2"))
    #expect(session.answered(.reply("subscribe")).events == [.byTopic, .missed])
  }

  @Test("A place that the org no longer keeps is given up for what comes from now on, and said")
  func expiredReplay() {
    var session = BayeuxSession.subscribed(lastReplayID: 7)
    _ = session.handle(.retryNow, random: 0)
    #expect(session.answered(.reply("handshake", client: "c2")).action.summary == "subscribe from 7")
    let error = "400::The replayId {7} you provided was invalid.  Please provide a valid ID, -2 to replay all events."
    #expect(session.answered(.reply("subscribe", ok: false, error: error)).action.summary == "subscribe from -1")
    #expect(session.answered(.reply("subscribe")).events == [.byTopic, .missed])
  }

  @Test(
    "A refused connect is followed by what its error and advice ask for",
    arguments: [
      ("403::Unknown client", nil, "handshake", true),
      ("403::Unknown client", BayeuxAdvice(reconnect: .handshake, interval: 0), "handshake", true),
      ("402::Unknown", BayeuxAdvice(reconnect: .handshake, interval: 3_000), "wait 3.0", true),
      ("401::Authentication invalid", BayeuxAdvice(reconnect: BayeuxAdvice.Reconnect.none), "renew", true),
      ("401::Request requires authentication", nil, "renew", true),
      ("500::Trouble", BayeuxAdvice(reconnect: .retry, interval: 0), "wait 1.0", false),
      ("500::Trouble", BayeuxAdvice(reconnect: .retry, interval: 4_000), "wait 4.0", false),
      ("500::Trouble", nil, "wait 1.0", true),
      ("503::Server is too busy", BayeuxAdvice(reconnect: BayeuxAdvice.Reconnect.none), "wait 1.0", true),
    ] as [(String, BayeuxAdvice?, String, Bool)])
  func refusedConnect(error: String, advice: BayeuxAdvice?, action: String, isInterrupted: Bool) {
    var session = BayeuxSession.subscribed(lastReplayID: 1)
    let step = session.answered(.reply("connect", ok: false, error: error, advice: advice))
    #expect(step.action.summary == action)
    #expect(step.events == (isInterrupted ? [.interrupted] : []))
  }

  @Test("A connect is repeated once as advised, then the client starts over")
  func repeatedRetry() {
    var session = BayeuxSession.subscribed()
    let refusal = BayeuxMessage.reply("connect", ok: false, error: "500::x", advice: BayeuxAdvice(reconnect: .retry))
    _ = session.answered(refusal)
    #expect(session.handle(.waited, random: 0).action.summary == "connect")
    #expect(session.answered(refusal).events == [.interrupted])
    #expect(session.handle(.waited, random: 0).action.summary == "handshake")
  }

  @Test(
    "What refuses live updates for good is told, and all ways are tried again a day later",
    arguments: [
      ("handshake", "403::Handshake denied", "API is disabled", "API is disabled"),
      ("connect", "403::Whatever", nil, "403::Whatever"),
    ])
  func refusedForGood(channel: String, error: String, reason: String?, text: String) {
    var session = BayeuxSession.subscribed()
    if channel == "handshake" { _ = session.handle(.retryNow, random: 0) }
    let advice = BayeuxAdvice(reconnect: BayeuxAdvice.Reconnect.none)
    let step = session.answered(.reply(channel, ok: false, error: error, reason: reason, advice: advice))
    #expect(step.events == [.unavailable(reason: "Salesforce refused live updates: \(text)")])
    #expect(step.action.summary == "wait 86400.0")
    #expect(session.handle(.waited, random: 0).action.summary == "handshake")
    #expect(session.answered(.reply("handshake", client: "c2")).action.summary == "change events from -1")
  }

  @Test("A handshake that is denied for its token renews the session, once before it waits")
  func deniedHandshake() {
    var session = BayeuxSession.subscribed()
    _ = session.handle(.retryNow, random: 0)
    let denial = BayeuxMessage.reply(
      "handshake", ok: false, error: "403::Handshake denied", reason: "401::Authentication invalid",
      advice: BayeuxAdvice(reconnect: BayeuxAdvice.Reconnect.none))
    #expect(session.answered(denial).action == .renewSession)
    #expect(session.handle(.renewed, random: 0).action.summary == "handshake")
    #expect(session.answered(denial).action.summary == "wait 1.0")
    #expect(session.handle(.waited, random: 0).action.summary == "handshake")
    #expect(session.answered(denial).action == .renewSession)
    #expect(
      session.handle(.failed(.loginNeeded(reason: "log in")), random: 0).events == [
        .unavailable(reason: "log in"), .missed,
      ])
  }

  @Test(
    "A refused subscription stops, or looks for the topic again where that is gone",
    arguments: [
      ("403::Subscriber does not have access to the entity in this topic", "wait 86400.0"),
      ("403:denied_by_security_policy:create_denied", "wait 86400.0"),
      ("400::The channel you requested to subscribe to does not exist {/topic/T}", "wait 1.0"),
      ("403::Unknown client", "handshake"), ("503::Server is too busy", "wait 1.0"),
    ])
  func refusedSubscription(error: String, action: String) {
    var session = BayeuxSession.choosingTopic()
    #expect(session.answered(.reply("subscribe", ok: false, error: error)).action.summary == action)
    if error.hasPrefix("400") {
      #expect(session.handle(.waited, random: 0).action.summary == "change events from -1")
    }
  }

  @Test("Failures in a row are told once and waited out longer and longer, up to five minutes")
  func backoff() {
    var session = BayeuxSession.subscribed()
    var waits: [String] = []
    var events: [LiveEvent] = []
    for _ in 0..<11 {
      let step = session.handle(.failed(.unreachable(reason: "offline")), random: 0)
      waits.append(step.action.summary)
      events += step.events
      #expect(session.handle(.waited, random: 0).action.summary == "handshake")
    }
    #expect(waits == ["1", "2", "4", "8", "16", "32", "64", "128", "256", "300", "300"].map { "wait \($0).0" })
    #expect(events == [.interrupted])
  }

  @Test("A wait is spread by chance, and never shorter than the org asks for")
  func jitter() {
    var session = BayeuxSession.subscribed()
    #expect(session.handle(.failed(.unreachable(reason: "x")), random: 0.5).action.summary == "wait 0.75")
    _ = session.handle(.waited, random: 0)
    let busy = OrgError.busy(code: "HTTP 503", retryAfter: .seconds(42))
    #expect(session.handle(.failed(busy), random: 0.5).action.summary == "wait 42.0")
  }

  @Test("A connect that succeeds makes the next failure the first again")
  func recovery() {
    var session = BayeuxSession.subscribed()
    for _ in 0..<3 {
      _ = session.handle(.failed(.unreachable(reason: "x")), random: 0)
      _ = session.handle(.waited, random: 0)
    }
    _ = session.answered(.reply("handshake", client: "c2"))
    _ = session.answered(.reply("subscribe"))
    _ = session.answered(.reply("connect"))
    #expect(session.handle(.failed(.unreachable(reason: "x")), random: 0).action.summary == "wait 1.0")
  }

  @Test("A server that answers connects at once with nothing is slowed down; events are not")
  func hastyServer() {
    var session = BayeuxSession.subscribed()
    func connect(_ messages: BayeuxMessage...) -> String {
      session.handle(.answer(messages + [.reply("connect")], after: .milliseconds(5)), random: 0).action.summary
    }
    #expect(connect() == "connect")
    #expect(connect() == "wait 1.0")
    _ = session.handle(.waited, random: 0)
    #expect(connect() == "wait 2.0")
    _ = session.handle(.waited, random: 0)
    #expect(connect(.event("00T1", replay: 1)) == "connect")
    #expect(connect() == "connect")
  }

  @Test("An interval that the server advises is kept, and the subscription stands meanwhile")
  func interval() {
    var session = BayeuxSession.subscribed()
    let step = session.answered(.reply("connect", advice: BayeuxAdvice(reconnect: .retry, interval: 2_000)))
    #expect(step == BayeuxSession.Step(action: .wait(.seconds(2))))
    #expect(session.handle(.waited, random: 0).action.summary == "connect")
  }

  @Test("A topic that cannot be had makes live updates unavailable; a network that is not there does not")
  func noTopic() {
    var session = BayeuxSession.choosingTopic()
    session.phase = .findingTopic
    let refusal = OrgError.refused(RecordError(code: "X", message: "ask your administrator"))
    var offline = session
    #expect(offline.handle(.failed(.unreachable(reason: "x")), random: 0).action.summary == "wait 1.0")
    #expect(offline.handle(.waited, random: 0).action.summary == "handshake")
    #expect(
      session.handle(.failed(refusal), random: 0).events == [
        .unavailable(reason: "ask your administrator; \(BayeuxSession.notPermitted)")
      ])
  }

  @Test(
    "An answer without the reply that is waited for is a failure, but its events count",
    arguments: [[BayeuxMessage](), [.reply("subscribe")], [.event("00T1", replay: 3)]])
  func missingReply(messages: [BayeuxMessage]) {
    var session = BayeuxSession.subscribed()
    let step = session.handle(.answer(messages, after: .seconds(1)), random: 0)
    #expect(step.action.summary == "wait 1.0")
    #expect(
      step.events
        == (messages.first?.isEvent == true
          ? [
            .changed([Announcement(id: "00T1", owner: nil)]), .reached(LivePlace(channel: "/topic/T", replayID: 3)),
            .interrupted,
          ] : [.interrupted]))
  }

  @Test("Messages are read as Salesforce writes them, and nonsense in a part spoils that part only")
  func decoding() throws {
    let text = #"""
      [{"clientId":"c","data":{"event":{"createdDate":"2026-11-24T09:30:00.000Z","replayId":13,"type":"updated"},
      "sobject":{"Id":"00T1","OwnerId":"0051","Subject":7}},"channel":"/topic/T"},
      {"ext":{"replay":true,"payload.format":true},"minimumVersion":"1.0","clientId":"c","supportedConnectionTypes":["long-polling"],
      "channel":"/meta/handshake","id":"1","version":"1.0","successful":true},
      {"ext":{"sfdc":{"failureReason":"401::Authentication invalid"}},"advice":{"reconnect":"dance","interval":"x","timeout":110000},
      "channel":"/meta/handshake","error":"403::Handshake denied","successful":false},
      {"channel":"/topic/T","data":[1]}]
      """#
    let messages: [BayeuxMessage] = try HTTPAnswer.json(text).decoded()
    var event = BayeuxMessage.event("00T1", owner: "0051", replay: 13)
    event.clientID = "c"
    #expect(messages[0] == event)
    #expect(messages[1] == .reply("handshake", client: "c"))
    #expect(
      messages[2]
        == .reply(
          "handshake", ok: false, error: "403::Handshake denied", reason: "401::Authentication invalid",
          advice: BayeuxAdvice(timeout: 110_000)))
    #expect(messages[3].isEvent && messages[3].hidesChanges)
  }

  @Test(
    "A limit that the whole org shares is told, and tried again a quarter of an hour later, not sooner",
    arguments: [
      ("connect", "403::Organization total events daily limit exceeded", nil),
      ("subscribe", "403::Organization total events daily limit exceeded", nil),
      ("handshake", "403::Handshake denied", "403::Organization concurrent user limit exceeded"),
    ] as [(String, String, String?)])
  func limit(channel: String, error: String, failureReason: String?) {
    var session = channel == "subscribe" ? BayeuxSession.choosingTopic() : .subscribed()
    if channel == "handshake" { _ = session.handle(.retryNow, random: 0) }
    let advice = BayeuxAdvice(reconnect: BayeuxAdvice.Reconnect.none)
    let refusal = BayeuxMessage.reply(channel, ok: false, error: error, reason: failureReason, advice: advice)
    let step = session.answered(refusal)
    let reason: LocalizedText =
      "a limit of live updates that the whole org shares is reached: \(failureReason ?? error)"
    #expect(step.events == [.unavailable(reason: reason)])
    #expect(step.action.summary == "wait 900.0")
    #expect(!session.mayRetryNow)
    // It is told once, however long it lasts.
    #expect(session.handle(.waited, random: 0).action.summary == "handshake")
    let next = session.answered(.reply("handshake", ok: false, error: refusal.error, reason: refusal.reason.english))
    #expect(next.events == [])
    #expect(next.action.summary == "wait 900.0")
  }

  @Test("A server that is too busy to shake hands is asked again; its Retry-After is not cut short")
  func busy() {
    var session = BayeuxSession.subscribed()
    _ = session.handle(.retryNow, random: 0)
    let refusal = BayeuxMessage.reply(
      "handshake", ok: false, error: "403::Handshake denied", reason: "503::Server is too busy",
      advice: BayeuxAdvice(reconnect: BayeuxAdvice.Reconnect.none))
    #expect(session.answered(refusal).action.summary == "wait 1.0")
    #expect(session.handle(.waited, random: 0).action.summary == "handshake")
    let error = OrgError.busy(code: "HTTP 503", retryAfter: .seconds(90))
    #expect(session.handle(.failed(error), random: 0).action.summary == "wait 90.0")
    #expect(!session.mayRetryNow)
  }

  @Test("Events that come twice or out of order do not set the place back")
  func order() {
    var session = BayeuxSession.subscribed(lastReplayID: 5)
    #expect(session.answered(.event("00T1", replay: 4), .reply("connect")).events.count == 1)
    #expect(session.answered(.event("00T1", replay: 5), .reply("connect")).events.count == 1)
    #expect(session.place?.replayID == 5)
    let step = session.answered(.event("00T3", replay: 9), .event("00T2", replay: 8), .reply("connect"))
    #expect(step.events.last == .reached(LivePlace(channel: "/topic/T", replayID: 9)))
  }

  @Test("An answer that cannot be taken in, such as a too large one, is not asked for again and again")
  func unreadableAnswer() {
    var session = BayeuxSession.subscribed(lastReplayID: 5)
    _ = session.handle(.failed(.invalidAnswer(reason: "it is larger than 64 MiB")), random: 0)
    _ = session.handle(.waited, random: 0)
    #expect(session.answered(.reply("handshake", client: "c2")).action.summary == "subscribe from -1")
    #expect(session.answered(.reply("subscribe")).events == [.byTopic, .missed])
  }

  @Test("Who stops listening unsubscribes and signs off")
  func goodbye() {
    var session = BayeuxSession.subscribed()
    let goodbye = session.goodbye().map { BayeuxSession.Action.send($0, timeout: nil).summary }
    #expect(goodbye == "unsubscribe, disconnect")
    var fresh = BayeuxSession()
    #expect(fresh.goodbye() == nil)
  }
}
