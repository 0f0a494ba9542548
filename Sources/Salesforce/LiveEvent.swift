package import Localization

/// What a streaming subscription says: a hint that tasks changed, or how the subscription itself stands.
package enum LiveEvent: Sendable, Equatable {
  /// The subscription stands: whatever changes from now on is announced.
  case subscribed(LiveSubscription)
  /// These tasks were created, changed, deleted or restored.
  case changed([Announcement])
  /// Everything that was announced up to here has been told.
  case reached(LivePlace)
  /// Something may have been missed: ask what changed.
  case missed
  /// The connection broke; it is being made again.
  case interrupted
  /// Changes are not announced for now; `reason` is for the user. It is tried again by itself, a day later at the latest:
  /// then `subscribed` follows.
  case unavailable(reason: LocalizedText)
}

/// A subscription that stands.
package struct LiveSubscription: Sendable, Hashable {
  package let way: LiveWay
  /// Why it is not a better way, for the user, and what could be done; `nil` for the best.
  package let whyNotBetter: LocalizedText?

  package init(_ way: LiveWay, whyNotBetter: LocalizedText? = nil) {
    self.way = way
    self.whyNotBetter = whyNotBetter
  }
}

/// By which channel an org announces changes of tasks.
package enum LiveWay: Sendable, Hashable {
  /// Change Data Capture, the best: it tells who owns a task only if that changed, but of every change, and for 72 hours.
  case changeEvents
  /// The PushTopic of this name.
  case topic(String)
  /// The same, for the tasks of one owner only.
  case ownTasks(topic: String, owner: String)

  /// What events come on, and places are of.
  package var channel: String {
    switch self {
    case .changeEvents: "/data/TaskChangeEvent"
    case .topic(let name), .ownTasks(let name, _): "/topic/\(name)"
    }
  }

  /// What is subscribed to: of a PushTopic perhaps only what fits to a filter, on a field that its query selects (Streaming
  /// API Developer Guide, "Filtered Subscriptions").
  var subscription: String {
    if case .ownTasks(_, let owner) = self { "\(channel)?OwnerId='\(owner)'" } else { channel }
  }
}

extension LiveWay: CustomStringConvertible {
  /// For the user.
  package var description: String { localized(text) }

  package var text: LocalizedText {
    switch self {
    case .changeEvents: LocalizedText("change events")
    case .topic(let name): LocalizedText(verbatim: "PushTopic \(name)")
    case .ownTasks(let name, _): LocalizedText("PushTopic \(name), your tasks")
    }
  }
}

/// A place in what an org announces, from which a subscription can go on: an event and its channel (Streaming API Developer
/// Guide, "Message Durability").
package struct LivePlace: Sendable, Hashable {
  package let channel: String
  package let replayID: Int

  package init(channel: String, replayID: Int) {
    self.channel = channel
    self.replayID = replayID
  }
}

/// What the org announces of one change; the values are left to a request.
package struct Announcement: Sendable, Hashable {
  /// The task.
  package let id: String
  /// Its owner after the change; `nil` where it is not told, as of a deleted task.
  package let owner: String?

  package init(id: String, owner: String?) {
    self.id = id
    self.owner = owner
  }
}
