import Foundation
import GRDB
@testable import ReminderStore
import Reminders

/// What the sync and Salesforce do, as far as the user's side needs it.
extension Fixture {
  @discardableResult
  func perform(_ action: UserAction) throws -> ActionReport? { try store.perform(action, at: now) }

  func summary(_ action: UserAction) throws -> String? { try perform(action)?.summary }

  /// Pushes everything, to an org that accepts it.
  func push() throws {
    let settlements = try store.pushItems()
      .map { item -> PushSettlement in
        if item.isDeleted { return .deleted(item.id) }
        if item.salesforceID != nil { return .updated(item.id, values(item)) }
        return .created(item.id, salesforceID: "00T-\(item.createKey)", values(item))
      }
    try store.settle(settlements, at: now)
  }

  /// Pushes everything, to an org that refuses it.
  func refuse() throws {
    try store.settle(try store.pushItems().map { .refused($0.id, Fixture.refusal, values($0)) }, at: now)
  }

  static let refusal = Refusal(code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "A reason is needed")

  func values(_ item: PushItem) -> PushedValues {
    let changed = item.base.map(item.fields.differences) ?? Set(ReminderField.allCases)
    return PushedValues(
      fields: item.fields, changed: changed, subject: item.fields.name, status: nil, priority: nil)
  }

  /// An entry of the conflict log with both versions, as a pull writes it.
  func logConflict(
    _ id: ReminderID, _ subject: String, kept: Merge.Side, here: ReminderFields?, there: ReminderFields?
  ) throws {
    try store.writer.write { database in
      try database.execute(
        sql: """
          INSERT INTO conflict (reminderId, at, field, kept, hereValue, thereValue, author, authorAt, isOpen,
            hereFields, thereFields) VALUES (?, 0, ?, ?, '', '', 'Carla Jones', 0, 1, ?, ?)
          """,
        arguments: [id.rawValue, subject, kept.rawValue, try json(here), try json(there)])
    }
  }

  private func json(_ fields: ReminderFields?) throws -> String? {
    try fields.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
  }

  func openConflicts(_ id: ReminderID) throws -> [ConflictEntry.Subject] {
    try store.read { try OpenConflict.fetch(id, $0).map(\.entry.subject) }
  }

  /// What is to be pushed, one word a reminder.
  func pushes() throws -> [String] {
    try store.pushItems().map { $0.isDeleted ? "delete" : $0.salesforceID == nil ? "create" : "update" }
  }
}
