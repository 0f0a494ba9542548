import Foundation
import ReminderStore
import Reminders

/// What the user did here, as the terminal showed it done, and what was seen here since: the ground on which the
/// invariants are judged.
struct Ledger: Sendable {
  /// A field that the user gave a value.
  struct Edit: Sendable {
    let reminder: ReminderID
    let field: ReminderField
    /// The reminder with the new value.
    let fields: ReminderFields
    /// By the server's clock.
    let at: Date
    /// Whether the field became again what both sides had agreed on.
    let isAsAgreed: Bool
    /// Whether it did before anything else was sent: that is no edit.
    let isTakenBack: Bool

    var words: String { "\(field) of \(reminder.short) “\(fields.text(of: field))”" }
  }

  /// All edits, oldest first; a new reminder is an edit of every field.
  private(set) var edits: [ReminderID: [Edit]] = [:]
  /// How often the user brought the task of a serial number to life, so that it may be created there.
  private(set) var licences: [Serial: Int] = [:]
  /// When the user deleted a reminder that he has not restored since.
  private(set) var deletions: [ReminderID: Date] = [:]

  private(set) var lastTouched: ReminderID?

  // MARK: - What was seen

  /// The reminders as they must be here if the sync has done nothing since the last look.
  var expected: [ReminderID: StoreContents.Entry] = [:]
  var lastLook = Date.distantPast
  /// The cursors as they were last seen.
  var pullCursor: SyncCursor?
  var importCursor: SyncCursor?
  /// The reminders that left the trash for good.
  var emptied: Set<ReminderID> = []
  /// The Salesforce Ids that a reminder was ever seen linked to.
  var links: [ReminderID: Set<String>] = [:]

  /// Notes an action by what it changed.
  ///
  /// - Parameter isSyncOn: what is made while sync is off is only here.
  /// - Returns: each change in words.
  mutating func noteAction(
    _ before: StoreContents, _ after: StoreContents, isSyncOn: Bool, at now: Date
  ) -> [String] {
    var words: [String] = []
    for (id, entry) in after.entries.sorted(by: { $0.key < $1.key }) {
      let old = before.entries[id]
      let changed = old.map { entry.fields.differences(from: $0.fields) } ?? Set(ReminderField.allCases)
      for field in ReminderField.allCases where changed.contains(field) {
        let isAsAgreed = old != nil && entry.base.map { $0.agrees(with: entry.fields, on: field) } ?? false
        let edit = Edit(
          reminder: id, field: field, fields: entry.fields, at: now, isAsAgreed: isAsAgreed,
          isTakenBack: isAsAgreed && !after.inJournal.contains(id))
        edits[id, default: []].append(edit)
        if old != nil { words.append(edit.words) }
      }
      if old == nil { words.append("\(id.short) “\(entry.fields.name)”\(entry.isLocalOnly ? " only here" : "")") }
      if entry.isAlive, old.map({ !$0.isAlive }) ?? isSyncOn, let serial = Serial(entry.fields) {
        licences[serial, default: 0] += 1
      }
      if entry.isDeleted != old?.isDeleted ?? false {
        deletions[id] = entry.isDeleted ? now : nil
        words.append("\(id.short) \(entry.isDeleted ? "deleted" : "restored")")
      }
      guard old == nil || !changed.isEmpty || entry.isDeleted != old?.isDeleted else { continue }
      lastTouched = id
      // What the sync did before the action and nobody has looked at yet stays to be looked at.
      var seen = expected[id] ?? entry
      seen.fields.take(changed, from: entry.fields)
      seen.isDeleted = entry.isDeleted != (old?.isDeleted ?? false) ? entry.isDeleted : seen.isDeleted
      expected[id] = seen
    }
    return words
  }
}

extension Ledger {
  /// Takes what the user did to a reminder as done to another: it was imported before it was known to be the task that
  /// was made from that one.
  mutating func fold(_ twin: ReminderID, into id: ReminderID) {
    edits[id] = (edits[id, default: []] + edits[twin, default: []].map { $0.moved(to: id) }).sorted { $0.at < $1.at }
    edits[twin] = nil
    deletions[id] = deletions[id] ?? deletions[twin]
    deletions[twin] = nil
    expected[twin] = nil
  }
}

extension Ledger.Edit {
  fileprivate func moved(to id: ReminderID) -> Ledger.Edit {
    Ledger.Edit(
      reminder: id, field: field, fields: fields, at: at, isAsAgreed: isAsAgreed, isTakenBack: isTakenBack)
  }
}

extension StoreContents.Entry {
  /// Whether it is to be there, too.
  var isAlive: Bool { !isDeleted && !isLocalOnly }
}

extension ReminderID {
  /// Short, for a line of the trace.
  var short: String { "r\(Int(rawValue.prefix(12)) ?? 0)" }
}
