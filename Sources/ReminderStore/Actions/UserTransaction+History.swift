import Localization
import Reminders

extension UserTransaction {
  /// Reverses the last action that is not reversed, or does again the one that was reversed last.
  mutating func reverse(_ reversal: Reversal) throws -> ActionReport? {
    guard let entry = try HistoryEntry.next(reversal, database) else { return nil }
    for step in entry.steps.reversed() { try take(step) }
    try entry.turn(by: reversal, leaving: inverses, database)
    return reversed(by: reversal, entry.summary)
  }

  /// Reverses some actions as one; what another action did later to the same of a task stands.
  mutating func reverse(_ ids: Set<Int64>) throws -> ActionReport? {
    var entries: [HistoryEntry] = []
    var later: [ReminderID: Set<Step.Subject>] = [:]
    for entry in try ids.min().map({ try HistoryEntry.done(from: $0, database) }) ?? [] {
      guard ids.contains(entry.id) else {
        for step in entry.steps { later[step.reminder, default: []].formUnion(step.subjects) }
        continue
      }
      entries.append(entry)
      for step in entry.steps.reversed() { try take(step, sparing: later[step.reminder] ?? []) }
    }
    guard let only = entries.first else { return nil }
    let summary =
      entries.count == 1
      ? only.summary
      : localized(entries.count, one: "\(entries.count) action", other: "\(entries.count) actions")
    try HistoryEntry.fold(entries, as: summary, leaving: inverses, at: now, database)
    return reversed(by: .undo, summary, notFound: ids.count - entries.count)
  }

  private mutating func take(_ step: Step, sparing subjects: Set<Step.Subject>) throws {
    let rest = step.sparing(subjects)
    if rest != step { changedLater.insert(step.reminder) }
    if let rest { try take(rest) }
  }

  private func reversed(by reversal: Reversal, _ summary: String, notFound: Int = 0) -> ActionReport {
    let what = reversal == .undo ? localized("Undone: \(summary)") : localized("Redone: \(summary)")
    let before =
      notFound == 0
      ? nil
      : localized(
        notFound, one: "\(notFound) cannot be undone any more", other: "\(notFound) cannot be undone any more")
    let notes = [before, passedOverNote, changedLaterNote, madeAnewNote].compactMap(\.self)
    return ActionReport(summary: ([what] + notes).joined(separator: "; "), reminders: touched.map(\.id))
  }
}
