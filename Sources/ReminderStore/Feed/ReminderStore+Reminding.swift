package import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// Of which tasks the user is to be reminded now, the earliest first: open ones of his own whose moment has come.
  ///
  /// Whoever gets them reminds of them: nobody is told of the same moment of a task again, in any process.
  package func claimReminders(at now: Date) throws(StoreError) -> [ReminderRow] {
    try write { database in
      let due = SQLCondition("\(Reminding.isWanted) AND \(Reminding.isPending) AND r.remindAt <= ?", [now.milliseconds])
      let rows = try ReminderRow.fetchAll(where: due, orderedBy: "r.remindAt", database)
      for row in rows {
        try database.executeCached(
          sql: "UPDATE reminder SET remindedFor = remindAt WHERE id = ?", arguments: [row.id.rawValue])
      }
      return rows
    }
  }

  /// When the user is to be reminded next, and whether the task of which he is reminded now still is one to be reminded
  /// of; now and after every change.
  package func upcomingReminderUpdates(showing id: ReminderID?) -> AsyncThrowingStream<UpcomingReminders, any Error> {
    observe { try UpcomingReminders.fetch(showing: id, $0) }
  }

  /// The same now.
  package func upcomingReminders(showing id: ReminderID?) throws(StoreError) -> UpcomingReminders {
    try read { try UpcomingReminders.fetch(showing: id, $0) }
  }
}

/// The SQL of what the user is to be reminded of.
enum Reminding {
  fileprivate static let isWanted = "\(ViewQuery.isOpen) AND NOT coalesce(b.isClosedThere, 0)"
  /// As the index has it, so that what was reminded of costs nothing.
  fileprivate static let isPending = "r.remindAt IS NOT NULL AND r.remindAt IS NOT r.remindedFor"

  /// What the first import brings is not reminded of when its moment had passed by then.
  static func passOver(until instant: Date, _ database: Database) throws {
    try database.executeCached(
      sql: """
        UPDATE reminder AS r SET remindedFor = remindAt
        WHERE r.deletedAt IS NULL AND NOT r.isCompleted AND \(isPending) AND r.remindAt <= ? AND NOT r.isMadeHere
        """, arguments: [instant.milliseconds])
  }
}

extension UpcomingReminders {
  fileprivate static func fetch(showing id: ReminderID?, _ database: Database) throws -> UpcomingReminders {
    let next = try Int.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT r.remindAt FROM reminder r LEFT JOIN base b ON b.reminderId = r.id
          WHERE \(Reminding.isWanted) AND \(Reminding.isPending) ORDER BY r.remindAt LIMIT 1
          """))
    let shown = try id.flatMap { id in
      let isReminded = "r.id = ? AND \(Reminding.isWanted) AND r.remindAt IS r.remindedFor"
      return try ReminderRow.fetchAll(where: SQLCondition(isReminded, [id.rawValue]), database).first
    }
    return UpcomingReminders(next: next.map(Date.init(milliseconds:)), asked: id, shown: shown)
  }
}
