import Foundation
import GRDB
import Reminders

extension Glance {
  /// - Parameter days: one after the other, none left out.
  static func fetch(_ days: [LocalDay], on today: LocalDay, _ database: Database) throws -> Glance {
    Glance(
      completed: try completed(on: days, database), open: try ViewQuery.open(due: today.day).count(database),
      overdue: try ViewQuery.overdue(today).count(database))
  }

  /// How many were completed on each day, by one pass over the index of what was completed since the first of them.
  private static func completed(on days: [LocalDay], _ database: Database) throws -> [Int] {
    guard let first = days.first, let last = days.last else { return [] }
    let counts = days.map { _ in "count(*) FILTER (WHERE r.completedAt >= ? AND r.completedAt < ?)" }
    let query = ViewQuery.completed(from: first.start, until: last.end)
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT \(counts.joined(separator: ", "))
          FROM reminder r LEFT JOIN base b ON b.reminderId = r.id WHERE \(query.condition.sql)
          """),
      arguments: StatementArguments(days.flatMap { [$0.start.milliseconds, $0.end.milliseconds] })
        + query.condition.arguments)
    return days.indices.map { row?[$0] ?? 0 }
  }
}
