package import Foundation
import GRDB
package import Reminders

/// All that a store holds of the reminders, for a check of the sync from outside.
package struct StoreContents: Sendable {
  package struct Entry: Sendable {
    package let id: ReminderID
    package var fields: ReminderFields
    package var isDeleted: Bool
    package let isLocalOnly: Bool
    package let salesforceID: String?
    /// What both sides last agreed on; `nil` when it is not linked.
    package let base: ReminderFields?
    /// The `SystemModstamp` that is known.
    package let stamp: Date?
    package let isOutOfSight: Bool
    package let hasIntent: Bool
    /// The code by which its last change was refused, or kept here.
    package let refusalCode: String?

    package var isRefused: Bool { refusalCode != nil }
  }

  package let entries: [ReminderID: Entry]
  /// The conflict log, the entries that were seen to as well.
  package let conflicts: [ReminderID: [ConflictEntry]]
  /// The reminders of which a create is in flight; other pushes stay in the journal to be known again.
  package let inFlight: [ReminderID]
  /// The reminders of which any push is in the journal.
  package let inJournal: Set<ReminderID>
  /// The Salesforce Ids of the tasks of which the user is asked whether they shall go here too.
  package let vanishing: Set<String>
}

extension ReminderStore {
  /// How many rows were ever written, by whatever: as long as it is the same, so is all that the store holds.
  package func writtenCount() throws(StoreError) -> Int { try read { $0.totalChangesCount } }

  package func contents() throws(StoreError) -> StoreContents {
    try read { database in
      let bases = try BaseRecord.fetchAll(database.cachedStatement(sql: "SELECT * FROM base"))
      let base = Dictionary(uniqueKeysWithValues: bases.map { ($0.reminderID, $0) })
      let entries = try StoredRow.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT r.*, i.reminderId IS NOT NULL AS hasIntent, i.refusalCode
            FROM reminder r LEFT JOIN intent i ON i.reminderId = r.id
            """)
      ) { StoreContents.Entry($0, base) }
      let conflicts = try ConflictEntry.fetchAll(
        database.cachedStatement(sql: "SELECT * FROM conflict ORDER BY id"))
      let attempts = try StoredRow.fetchAll(
        database.cachedStatement(sql: "SELECT reminderId, action FROM attempt ORDER BY id")
      ) { (reminder: ReminderID(rawValue: $0["reminderId"]), action: $0["action"] as String) }
      return StoreContents(
        entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) }),
        conflicts: Dictionary(grouping: conflicts, by: \.reminder),
        inFlight: attempts.filter { $0.action == PushAttempt.Action.create.rawValue }.map(\.reminder),
        inJournal: Set(attempts.map(\.reminder)),
        vanishing: try Set(String.fetchAll(database.cachedStatement(sql: "SELECT salesforceId FROM vanishing"))))
    }
  }
}

extension StoreContents.Entry {
  fileprivate init(_ row: StoredRow, _ bases: [ReminderID: BaseRecord]) {
    let record = ReminderRecord(row: row)
    let base = bases[record.id]
    self.init(
      id: record.id, fields: record.fields, isDeleted: record.deletedAt != nil, isLocalOnly: record.isLocalOnly,
      salesforceID: base?.salesforceID, base: base?.fields, stamp: base?.stamp,
      isOutOfSight: base?.isOutOfSight ?? false, hasIntent: row["hasIntent"], refusalCode: row["refusalCode"])
  }
}
