import Localization

@testable import Salesforce

extension LiveEvent {
  /// The subscription to the topic T stands.
  static let byTopic = LiveEvent.subscribed(
    LiveSubscription(.topic("T"), whyNotBetter: BayeuxSession.notPermitted))
}

extension BayeuxMessage {
  static let noViewAllData = "403::User not allowed to subscribe CDC without View All Data permissions"

  static func reply(
    _ channel: String, ok: Bool = true, client: String? = nil, error: String? = nil, reason: String? = nil,
    advice: BayeuxAdvice? = nil
  ) -> BayeuxMessage {
    var message = BayeuxMessage(channel: "/meta/\(channel)", successful: ok)
    message.clientID = client
    message.error = error
    message.failureReason = reason
    message.advice = advice
    return message
  }

  static func event(
    _ id: String?, owner: String? = nil, replay: Int, channel: String = "/topic/T"
  ) -> BayeuxMessage {
    var message = BayeuxMessage(channel: channel)
    message.isEvent = true
    message.announcements = id.map { [Announcement(id: $0, owner: owner)] } ?? []
    message.hidesChanges = id == nil
    message.replayID = replay
    return message
  }
}

extension BayeuxSession {
  /// A session that is about to subscribe to the topic T, as change events are not for this user.
  static func choosingTopic(after place: LivePlace? = nil) -> BayeuxSession {
    var session = BayeuxSession(after: place)
    _ = session.start()
    _ = session.answered(.reply("handshake", client: "c1"))
    _ = session.answered(.reply("subscribe", ok: false, error: BayeuxMessage.noViewAllData))
    _ = session.handle(.topic(name: "T"), random: 0)
    return session
  }

  /// A session in which the subscription to the topic T stands and a connect is under way.
  static func subscribed(lastReplayID: Int? = nil) -> BayeuxSession {
    var session = choosingTopic()
    _ = session.answered(.reply("subscribe"))
    let events = lastReplayID.map { [BayeuxMessage.event("00T0", replay: $0)] } ?? []
    _ = session.handle(.answer(events + [.reply("connect")], after: .seconds(2)), random: 0)
    return session
  }

  mutating func answered(_ messages: BayeuxMessage..., at now: Duration = .zero) -> Step {
    handle(.answer(messages, after: .seconds(2)), at: now, random: 0)
  }
}

extension BayeuxSession.Action {
  /// What is sent, without its number: `connect`, `subscribe from 7`; or what is done instead.
  var summary: String {
    switch self {
    case .confirmChangeEvents: "confirm"
    case .findTopic: "find topic"
    case .renewSession: "renew"
    case .wait(let duration): "wait \(duration / .seconds(1))"
    case .send(.array(let messages), _):
      messages.map { message in
        guard case .object(let members) = message, case .text(let channel)? = members["channel"] else { return "?" }
        let name = channel.replacing("/meta/", with: "")
        guard name == "subscribe", case .object(let ext)? = members["ext"], case .object(let replay)? = ext["replay"],
          case (let channel, .number(let from))? = replay.first
        else { return name }
        return channel == LiveWay.changeEvents.channel ? "change events from \(from)" : "subscribe from \(from)"
      }
      .joined(separator: ", ")
    case .send: "?"
    }
  }
}
