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
  package func contents() throws(StoreError) -> StoreContents {
    try read { database in
      // Asked for again and again: preparing the statements is most of the work.
      func rows(_ sql: String) throws -> [Row] { try Row.fetchAll(database.cachedStatement(sql: sql)) }
      let bases = try rows("SELECT * FROM base").map(BaseRecord.init(row:))
      let base = Dictionary(uniqueKeysWithValues: bases.map { ($0.reminderID, $0) })
      let entries = try rows(
        """
        SELECT r.*, i.reminderId IS NOT NULL AS hasIntent, i.refusalCode
        FROM reminder r LEFT JOIN intent i ON i.reminderId = r.id
        """
      )
      .map { StoreContents.Entry($0, base) }
      let conflicts = try rows("SELECT * FROM conflict ORDER BY id").map(ConflictEntry.init(row:))
      let attempts = try rows("SELECT * FROM attempt ORDER BY id").map(AttemptRecord.init(row:))
      return StoreContents(
        entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) }),
        conflicts: Dictionary(grouping: conflicts, by: \.reminder),
        inFlight: attempts.filter { $0.action == .create }.map(\.reminderID),
        inJournal: Set(attempts.map(\.reminderID)),
        vanishing: Set(try rows("SELECT salesforceId FROM vanishing").map { $0["salesforceId"] }))
    }
  }

  /// Every row of every table, as text; without what tells only how the sync stands, and the words of records and the
  /// index of those of reminders, which follow from these.
  package func dump() throws(StoreError) -> [String] {
    try read { database in
      let tables = try String.fetchAll(
        database.cachedStatement(
          sql:
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'recordWord'
              AND name NOT LIKE 'reminderSearch%' ORDER BY name
            """
        ))
      return try tables.flatMap { table in
        try Row.fetchAll(database.cachedStatement(sql: "SELECT * FROM \"\(table)\" ORDER BY rowid"))
          .map { row in
            let columns = row.filter { !["lastSync", "status", "statusReason", "statusDetail"].contains($0.0) }
            return "\(table) " + columns.map { "\($0)=\($1.description)" }.joined(separator: " ")
          }
      }
    }
  }
}

extension StoreContents.Entry {
  fileprivate init(_ row: Row, _ bases: [ReminderID: BaseRecord]) {
    let record = ReminderRecord(row: row)
    let base = bases[record.id]
    self.init(
      id: record.id, fields: record.fields, isDeleted: record.deletedAt != nil, isLocalOnly: record.isLocalOnly,
      salesforceID: base?.salesforceID, base: base?.fields, stamp: base?.stamp,
      isOutOfSight: base?.isOutOfSight ?? false, hasIntent: row["hasIntent"], refusalCode: row["refusalCode"])
  }
}
