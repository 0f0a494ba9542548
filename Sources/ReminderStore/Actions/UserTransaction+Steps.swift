import Foundation
import GRDB
import Reminders

extension UserTransaction {
  /// Takes a step, and remembers the one that reverses it; a step that finds nothing to do is passed over.
  mutating func take(_ step: Step) throws {
    let inverse =
      switch step {
      case .delete(let id): try delete(id)
      case .restore(let id): try restore(id)
      case .write(let id, let fields, let changed, let completedAt): try write(id, fields, changed, completedAt)
      case .setLocalOnly(let id, let isLocalOnly): try setLocalOnly(id, isLocalOnly)
      case .setOutOfSight(let id, let isOutOfSight): try setOutOfSight(id, isOutOfSight)
      case .setConflicts(let id, let entries, let isOpen): try setConflicts(id, entries, isOpen: isOpen)
      }
    if let inverse {
      inverses.append(inverse)
    } else {
      passedOver.insert(step.reminder)
    }
  }

  private mutating func delete(_ id: ReminderID) throws -> Step? {
    guard var record = try ReminderRecord.live(id, database) else { return nil }
    record.deletedAt = now
    changes.note(.deleted, of: record, by: author)
    try save(record)
    return .restore(id)
  }

  /// Where it is still linked it just lives on; where its task there is gone it becomes a new one (sync-rules.md §4).
  private mutating func restore(_ id: ReminderID) throws -> Step? {
    guard var record = try ReminderRecord.find(id, database), record.deletedAt != nil else { return nil }
    record.deletedAt = nil
    changes.note(.restored, of: record, by: author)
    try save(record)
    if try isMadeAnew(record) { madeAnewCount += 1 }
    let conflicts = try OpenConflict.fetch(id, database).filter { $0.entry.subject == .deletion }
    if !conflicts.isEmpty { try take(.setConflicts(id, entries: conflicts.map(\.id), isOpen: false)) }
    return .delete(id)
  }

  /// Whether the task there is gone, and another one will be made: only then the key is not the first one.
  private func isMadeAnew(_ record: ReminderRecord) throws -> Bool {
    try !record.isLocalOnly && record.createKey != record.id.rawValue
      && BaseRecord.find(record.id, database) == nil && AttemptRecord.openCreate(of: record.id, database) == nil
  }

  private mutating func write(
    _ id: ReminderID, _ fields: ReminderFields, _ changed: Set<ReminderField>, _ completedAt: Date?
  ) throws -> Step? {
    guard var record = try ReminderRecord.live(id, database) else { return nil }
    var changed = changed.intersection(record.fields.differences(from: fields))
    // A task always has an owner there.
    if fields.assignee == nil, changed.contains(.assignee), try mayBeThere(id) { changed.remove(.assignee) }
    guard !changed.isEmpty else { return nil }
    // Only what it needs, as the history of a bulk would be large with all details.
    var before = ReminderFields(name: "")
    before.take(changed, from: record.fields)
    let inverse = Step.write(id, fields: before, changed: changed, completedAt: record.completedAt)
    let old = record.fields
    record.fields.take(changed, from: fields)
    changes.note(
      .changed, of: record, by: author,
      ReminderField.allCases.filter(changed.contains).map { FieldChange($0, from: old, to: record.fields) })
    if changed.contains(.status) { record.completedAt = completedAt }
    try save(record)
    return inverse
  }

  /// What was sent already, or may have been, is not called back.
  private mutating func setLocalOnly(_ id: ReminderID, _ isLocalOnly: Bool) throws -> Step? {
    guard var record = try ReminderRecord.live(id, database), record.isLocalOnly != isLocalOnly,
      try !mayBeThere(id)
    else { return nil }
    record.isLocalOnly = isLocalOnly
    try save(record)
    return .setLocalOnly(id, !isLocalOnly)
  }

  private func mayBeThere(_ id: ReminderID) throws -> Bool {
    try BaseRecord.find(id, database) != nil || AttemptRecord.openCreate(of: id, database) != nil
  }

  private mutating func setOutOfSight(_ id: ReminderID, _ isOutOfSight: Bool) throws -> Step? {
    guard let record = try ReminderRecord.live(id, database), var base = try BaseRecord.find(id, database),
      base.isOutOfSight != isOutOfSight
    else { return nil }
    base.isOutOfSight = isOutOfSight
    try base.update(database)
    touch(record)
    return .setOutOfSight(id, !isOutOfSight)
  }

  private mutating func setConflicts(_ id: ReminderID, _ entries: [Int64], isOpen: Bool) throws -> Step? {
    guard let record = try ReminderRecord.find(id, database) else { return nil }
    var changed: [Int64] = []
    for entry in entries where try OpenConflict.set(entry, isOpen: isOpen, database) { changed.append(entry) }
    guard !changed.isEmpty else { return nil }
    touch(record)
    return .setConflicts(id, entries: changed, isOpen: !isOpen)
  }

  private mutating func save(_ record: ReminderRecord) throws {
    try record.update(database)
    try finish(record)
  }

  /// Writes the intent, as what is here and the base now demand.
  mutating func finish(_ record: ReminderRecord) throws {
    touch(record)
    try IntentRecord.renew(for: record, editedAt: now, database)
  }
}
