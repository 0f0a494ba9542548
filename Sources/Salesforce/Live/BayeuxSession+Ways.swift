import Localization

/// The choice of the way: change events before a PushTopic.
extension BayeuxSession {
  static let notPermitted = LocalizedText(
    "change events need the permission View All Data, and Task selected for Change Data Capture")
  static let notSelected = LocalizedText(
    "Task is not selected for Change Data Capture; an administrator can select it in Setup, Change Data Capture")
  static let notShown = LocalizedText(
    "whether Task is selected for Change Data Capture is not shown to you (permission View Setup and Configuration)")

  static let notForOneOwner = LocalizedText(
    "the setting live is own, and change events are of everybody's tasks")

  /// The server has accepted a subscription.
  ///
  /// Change events may be subscribed to before Task is selected for them (Change Data Capture Developer Guide,
  /// "Subscription Channels"): then nothing would ever come.
  mutating func accept(at now: Duration) -> Step {
    accepted.insert(way.subscription)
    if way == .changeEvents, chosenAt == nil { return Step(action: enter(.confirming)) }
    return subscribed(at: now)
  }

  /// The subscription stands and will bring what changes.
  mutating func subscribed(at now: Duration) -> Step {
    // Without a place to go on from, what happened since the subscription broke is not announced.
    let hasGap = hasLostPlace || wasSubscribed && !isSubscribed && place?.channel != way.channel
    chosenAt = chosenAt ?? now
    if way == .changeEvents { whyNotChangeEvents = nil }
    (isSubscribed, wasSubscribed, hasLostPlace, toldReason) = (true, true, false, nil)
    let subscription = LiveSubscription(way, whyNotBetter: whyNotChangeEvents)
    return Step(
      events: [.subscribed(subscription)] + (hasGap ? [.missed] : []),
      action: enter(accepted == [way.subscription] ? .connecting : .unsubscribing))
  }

  mutating func withoutChangeEvents(_ why: LocalizedText) -> Step {
    whyNotChangeEvents = why
    chosenAt = nil
    return topic.map { subscribe(toTopic: $0) } ?? Step(action: enter(.findingTopic))
  }

  mutating func subscribe(toTopic name: String) -> Step {
    topic = name
    way = owner.map { .ownTasks(topic: name, owner: $0) } ?? .topic(name)
    return Step(action: enter(.subscribing))
  }

  /// A subscription was refused for reasons that will last.
  mutating func refusedSubscription(_ error: LocalizedText) -> Step {
    guard way == .changeEvents else { return unavailable("Salesforce refused the \(way.text): \(error)") }
    // Orgs were seen to say the same where Task is not selected.
    return withoutChangeEvents(
      error.english.contains("CDC") ? Self.notPermitted : LocalizedText("Salesforce refused change events: \(error)"))
  }

  mutating func forgetChoice() {
    way = .changeEvents
    chosenAt = nil
  }

  /// Chooses anew, at no API call where change events are still refused, on a connection on which the present subscription still stands.
  mutating func chooseAnew() -> Step {
    forgetChoice()
    return Step(action: enter(.subscribing))
  }

  func isChoiceOld(at now: Duration) -> Bool {
    chosenAt.map { now - $0 >= Self.choiceLasts } ?? false
  }
}
