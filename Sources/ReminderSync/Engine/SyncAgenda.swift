import Foundation
import Localization
import ReminderStore
import Reminders
import Salesforce

/// What the engine has to do next: noted as it happens, taken up one by one, push before pull. Pure.
struct SyncAgenda: Sendable {
  enum Work: Equatable, Sendable {
    case push
    /// With the tasks that were announced meanwhile.
    case pull([String])
    /// Tasks that the org announced.
    case fetch([String])
    case daily(DailyPart)

    /// Whether it is then looked what of a day is due: it needs no time of its own, the next pull looks again.
    var looksForDailyParts: Bool {
      switch self {
      case .pull, .daily: true
      case .push, .fetch: false
      }
    }
  }

  private enum Live: Equatable {
    case connecting
    case subscribed
    case interrupted
    case unavailable(LocalizedText)
  }

  /// A time in which nothing is tried.
  private struct Pause {
    let since: Date
    let until: Date
    /// It is for the org to be reached again, not because it asked for it.
    let isForOrg: Bool

    /// A clock that was set back to before it began tells nothing of it: it is over.
    func isOver(at now: Date) -> Bool { until <= now || now < since }
  }

  private var need: SyncNeed?
  private var wantsPush = false
  private var wantsPull = false
  private var hints: Set<String> = []
  private var live = Live.connecting
  private var pause: Pause?
  private var createsHeldUntil: Date?
  private var lastPull: Date?
  /// What is announced is not fetched before this.
  private var hintsNotBefore: Date?
  private var dailyPart: DailyPart?
  /// No part of a day is done before this.
  private var dailyPartsNotBefore: Date?

  init() {}

  /// Whether the store has told what there is.
  var isKnown: Bool { need != nil }
  var isOn: Bool { need?.settings.isOn ?? false }
  var isLive: Bool { live == .subscribed }
  /// How many syncs have been asked for by other processes.
  var askCount: Int { need?.askCount ?? 0 }
  /// Why changes are asked for instead of announced, for the user.
  var whyNotLive: String? {
    switch live {
    case .unavailable(let reason): localized(reason)
    case .interrupted: localized("the live connection broke and is being made again")
    case .connecting: localized("the live connection is being made")
    case .subscribed: nil
    }
  }

  func isAllowed(at now: Date) -> Bool { pause?.isOver(at: now) ?? true }

  /// The next thing to do; it is taken off.
  mutating func next(at now: Date) -> Work? {
    if wantsPush {
      wantsPush = false
      return .push
    }
    if wantsPull {
      wantsPull = false
      defer { hints = [] }
      return .pull(hints.sorted())
    }
    if !hints.isEmpty, hintsNotBefore.map({ $0 <= now }) ?? true {
      defer { hints = [] }
      return .fetch(hints.sorted())
    }
    guard let part = dailyPart else { return nil }
    dailyPart = nil
    return mayDoDailyPart(at: now) ? .daily(part) : nil
  }

  /// A clock that was set back must not put it off for as long as it was wrong.
  func mayDoDailyPart(at now: Date) -> Bool {
    dailyPartsNotBefore.map { $0 <= now || $0.timeIntervalSince(now) > DailyPart.pause } ?? true
  }

  func asksForNewConnection(_ new: SyncNeed) -> Bool {
    need.map { $0.settings != new.settings || $0.loginCount != new.loginCount } ?? false
  }

  func asksForNewSubscription(_ new: SyncNeed) -> Bool {
    need.map { $0.settings.live != new.settings.live || $0.askCount != new.askCount && isUnavailable } ?? false
  }

  /// Whether nothing is announced, for a reason that may be over when the user asks.
  var isUnavailable: Bool {
    if case .unavailable = live { true } else { false }
  }

  mutating func take(_ new: SyncNeed) {
    if new.settings != need?.settings { pause = nil }
    if let need, new.loginCount != need.loginCount || new.askCount != need.askCount { userAsked() }
    if new.pendingCount > 0 { wantsPush = true }
    need = new
  }

  mutating func take(_ event: LiveEvent) {
    switch event {
    case .subscribed:
      // What changed before the subscription stood was not announced; and the org can be reached again.
      if !isLive { wantsPull = true }
      live = .subscribed
      _ = endPauseForOrg()
    case .changed(let announced): hints.formUnion(announced.map(\.id))
    case .missed: wantsPull = true
    case .reached: break
    case .interrupted: live = .interrupted
    case .unavailable(let reason): live = .unavailable(reason)
    }
  }

  /// Whether everything that was announced has been taken up.
  var hasTakenUpAll: Bool { hints.isEmpty && !wantsPull }

  /// The org may be reached again: a pause that waits for that ends, not one that the org asked for.
  ///
  /// - Returns: whether there was one.
  mutating func endPauseForOrg() -> Bool {
    guard let pause, pause.isForOrg else { return false }
    self.pause = nil
    wantsPull = true
    return true
  }

  mutating func stoppedListening() { live = .connecting }

  mutating func userAsked() {
    pause = nil
    repeatAll()
  }

  mutating func somethingToPush() { wantsPush = true }

  /// A part of a day is due; after all else.
  mutating func noteDue(_ part: DailyPart?) { dailyPart = part }

  /// Does no part of a day until an instant.
  mutating func holdDailyParts(until instant: Date) { dailyPartsNotBefore = instant }

  mutating func repeatAll() {
    wantsPush = true
    wantsPull = true
  }

  /// What was announced and could not be fetched is due again.
  mutating func restore(_ ids: [String]) { hints.formUnion(ids) }

  /// Tries nothing before an instant, because the org asked for it.
  mutating func wait(from now: Date, until instant: Date) {
    pause = Pause(since: now, until: instant, isForOrg: false)
  }

  /// Tries again at an instant, or as soon as a subscription shows that the org can be reached.
  mutating func waitForOrg(from now: Date, until instant: Date) {
    pause = Pause(since: now, until: instant, isForOrg: true)
  }

  /// Only the user can help, by logging in.
  mutating func waitForUser() { pause = Pause(since: .distantPast, until: .distantFuture, isForOrg: false) }

  mutating func holdCreates(until instant: Date?) { createsHeldUntil = instant }

  mutating func pulled(at now: Date) { lastPull = now }

  /// The live connection is made again, which mostly takes a moment, and is followed by a pull: only if it takes longer than
  /// the pace of polling, one is due before.
  mutating func liveBroke(at now: Date) { if lastPull != nil { lastPull = now } }

  /// Gathers what is announced until an instant.
  mutating func holdHints(until instant: Date?) { hintsNotBefore = instant }

  /// Sync was turned off: nothing is due, and nothing of the org is known.
  mutating func forget() {
    let need = need
    self = SyncAgenda()
    self.need = need
  }

  /// When something is due by time: the end of a wait, of a hold, or of the interval between pulls.
  func nextDue(every interval: TimeInterval) -> Date? {
    guard isOn else { return nil }
    if let pause { return pause.until == .distantFuture ? nil : pause.until }
    let hintsDue = hints.isEmpty ? nil : hintsNotBefore
    return [createsHeldUntil, hintsDue, lastPull?.addingTimeInterval(interval)].compactMap { $0 }.min()
  }

  /// Takes up what is due by now; a wake-up that came too early changes nothing.
  mutating func timePassed(at now: Date, every interval: TimeInterval) {
    if let pause, pause.isOver(at: now) {
      self.pause = nil
      wantsPull = true
    }
    // A clock that was set back must not make it wait for as long as it was wrong.
    if let held = createsHeldUntil, held <= now || held.timeIntervalSince(now) > PushAttempt.mayCommitFor {
      createsHeldUntil = nil
      wantsPush = true
    }
    if let lastPull, lastPull.addingTimeInterval(interval) <= now || lastPull > now { wantsPull = true }
  }
}
