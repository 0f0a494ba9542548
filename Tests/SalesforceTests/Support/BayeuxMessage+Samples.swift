@testable import Salesforce

extension BayeuxMessage {
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
    message.recordID = id
    message.ownerID = owner
    message.replayID = replay
    return message
  }
}

extension BayeuxSession {
  /// A session in which the subscription stands and a connect is under way.
  static func subscribed(lastReplayID: Int? = nil) -> BayeuxSession {
    var session = BayeuxSession()
    _ = session.handle(.prepared(channel: "/topic/T"), random: 0)
    _ = session.answered(.reply("handshake", client: "c1"))
    _ = session.answered(.reply("subscribe"))
    let events = lastReplayID.map { [BayeuxMessage.event("00T0", replay: $0)] } ?? []
    _ = session.handle(.answer(events + [.reply("connect")], after: .seconds(2)), random: 0)
    return session
  }

  mutating func answered(_ messages: BayeuxMessage...) -> Step {
    handle(.answer(messages, after: .seconds(2)), random: 0)
  }
}

extension BayeuxSession.Action {
  /// What is sent, without its number: `connect`, `subscribe from 7`; or what is done instead.
  var summary: String {
    switch self {
    case .prepare: "prepare"
    case .renewSession: "renew"
    case .wait(let duration): "wait \(duration / .seconds(1))"
    case .stop: "stop"
    case .send(.array(let messages), _):
      messages.map { message in
        guard case .object(let members) = message, case .text(let channel)? = members["channel"] else { return "?" }
        let name = channel.replacing("/meta/", with: "")
        guard name == "subscribe", case .object(let ext)? = members["ext"], case .object(let replay)? = ext["replay"],
          case .number(let from)? = replay["/topic/T"]
        else { return name }
        return "\(name) from \(from)"
      }
      .joined(separator: ", ")
    case .send: "?"
    }
  }
}
