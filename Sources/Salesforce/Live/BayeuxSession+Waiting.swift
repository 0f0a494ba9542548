import Localization

/// What follows when something does not work.
extension BayeuxSession {
  /// For how long a choice holds: what a user may do changes rarely.
  static let choiceLasts = Duration.seconds(86_400)
  /// When to try again after a limit of the org was reached, which is free when others stop listening, or hours later.
  static let limitPause = Duration.seconds(900)

  mutating func failed(_ error: OrgError, _ random: Double) -> Step {
    switch error {
    case .loginNeeded(let reason):
      // Whoever looks what was missed finds that, too, and stops listening until the user has logged in.
      let step = unavailable(reason, for: Self.limitPause)
      return Step(events: step.events + [.missed], action: step.action)
    case .refused(let refusal):
      return unavailable("Salesforce refused live updates: \(refusal.reason) (\(refusal.code))")
    case .busy(_, let retryAfter):
      return retry(.handshaking, after: retryAfter, random: random, isAskedFor: true)
    case .invalidAnswer where phase == .connecting:
      // It may be too large or broken, and would come again: what it holds is asked for instead.
      losePlace()
      return retry(.handshaking, random: random)
    case .unreachable, .unknownOutcome, .invalidAnswer:
      return retry(.handshaking, random: random)
    }
  }

  /// Goes on with a phase after a wait that grows with the failures in a row.
  ///
  /// - Parameter isAskedFor: whether the org asked to wait, so that nobody may cut it short.
  mutating func retry(
    _ next: Phase, after atLeast: Duration? = nil, random: Double, isAskedFor: Bool = false
  ) -> Step {
    failures += 1
    let delay = max(Backoff.delay(afterFailures: failures, random: random), atLeast ?? .zero)
    return wait(delay, before: next, isAskedFor: isAskedFor)
  }

  mutating func wait(_ delay: Duration, before next: Phase, isAskedFor: Bool) -> Step {
    let events = next == .connecting ? [] : interruption()
    phase = .waiting(before: next, isAskedFor: isAskedFor)
    return Step(events: events, action: .wait(delay))
  }

  /// No way is open; the user is told why, once, and all of them are tried again later.
  mutating func unavailable(_ reason: LocalizedText, for pause: Duration = choiceLasts, isAskedFor: Bool = false)
    -> Step
  {
    forgetChoice()
    topic = nil
    isSubscribed = false
    let events = reason == toldReason ? [] : [LiveEvent.unavailable(reason: reason)]
    toldReason = reason
    phase = .waiting(before: .handshaking, isAskedFor: isAskedFor)
    return Step(events: events, action: .wait(pause))
  }

  mutating func losePlace() {
    place = nil
    hasLostPlace = true
  }

  /// Told once for each time that the subscription stood.
  mutating func interruption() -> [LiveEvent] {
    defer { isSubscribed = false }
    return isSubscribed ? [.interrupted] : []
  }
}
