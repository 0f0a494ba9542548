package import Foundation
import GRDB

/// Counts and sizes of a store, for a report of a mistake: nothing of what is in it.
package struct StoreCensus: Sendable {
  /// The versions of the schema that it has been brought to.
  package let versions: [String]
  package let pages: Int
  package let freePages: Int
  /// Rows by table, and reminders by what they are.
  package let rows: [(name: String, count: Int)]
  /// What waits, is in flight, is refused or in conflict, by what it is and since when.
  package let unsettled: [(name: String, count: Int)]
}

extension ReminderStore {
  package func census(at now: Date) throws(StoreError) -> StoreCensus {
    try read { database in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
            AND name NOT LIKE 'reminderSearch%' ORDER BY name
          """)
      var rows = try tables.map { (name: $0, count: try number("SELECT count(*) FROM \"\($0)\"")) }
      for (name, condition) in Self.kinds {
        rows.append(("reminder: \(name)", try number("SELECT count(*) FROM reminder WHERE \(condition)")))
      }
      var unsettled: [String: Int] = [:]
      for row in try Row.fetchAll(database, sql: Self.unsettled) {
        let name: String = row["name"]
        let since = (row["since"] as Int?).map(Date.init(milliseconds:))
        unsettled[since.map { "\(name), \(Self.age($0, at: now))" } ?? name, default: 0] += 1
      }
      return StoreCensus(
        versions: try Migrations.migrator.appliedMigrations(database), pages: try number("PRAGMA page_count"),
        freePages: try number("PRAGMA freelist_count"), rows: rows,
        unsettled: unsettled.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  private static let kinds = [
    ("open", "deletedAt IS NULL AND NOT isCompleted"), ("completed", "deletedAt IS NULL AND isCompleted"),
    ("in the trash", "deletedAt IS NOT NULL"), ("only here", "isLocalOnly"),
    ("to be reminded of", "remindAt IS NOT NULL AND deletedAt IS NULL AND NOT isCompleted"),
    ("with long details", "length(details) > 1000"),
  ]

  private static let unsettled = """
    SELECT CASE WHEN refusalCode IS NULL THEN 'waits' ELSE 'refused ' || refusalCode END AS name, editedAt AS since
      FROM intent
    UNION ALL SELECT 'in flight: ' || action, startedAt FROM attempt
    UNION ALL SELECT 'conflict: ' || field, at FROM conflict WHERE isOpen
    UNION ALL SELECT 'gone there, to be answered', NULL FROM vanishing
    UNION ALL SELECT 'out of sight', NULL FROM base WHERE isOutOfSight
    """

  private static func age(_ instant: Date, at now: Date) -> String {
    switch now.timeIntervalSince(instant) {
    case ..<0: "in the future"
    case ..<3_600: "less than an hour"
    case ..<86_400: "less than a day"
    case ..<604_800: "less than a week"
    default: "a week or more"
    }
  }
}
