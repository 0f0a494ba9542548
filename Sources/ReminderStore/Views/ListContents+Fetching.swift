import GRDB
import Reminders

extension ListContents {
  static func fetch(_ query: ListQuery, on today: LocalDay, _ database: Database) throws -> ListContents {
    let conflicts = try ConflictEntry.open(database)
    var contents = ListContents(
      query: query,
      groups: try ViewQuery.groups(of: query.view, on: today)
        .map { kind, view in
          query.filter.isEmpty && query.order == .due
            ? try ListGroup(kind, view, limit: query.limit, database)
            : try ViewSearch(view, query).group(kind, database)
        },
      counts: try ReminderCounts.fetch(database, conflicts: conflicts.count), conflicts: conflicts,
      settings: try SettingRecord.syncSettings(database))
    contents.besides = try query.besides.compactMap { try ViewQuery.one($0).rows(database).first }
    if !query.glance.isEmpty { contents.glance = try Glance.fetch(query.glance, on: today, database) }
    return contents
  }
}

extension ListGroup {
  fileprivate init(_ kind: Kind, _ query: ViewQuery, limit: Int, _ database: Database) throws {
    // One more than is shown tells that there are more, which are counted only then.
    let rows = try query.rows(database, limit: limit + 1)
    let found = rows.count > limit ? try query.boundedCount(database) : BoundedCount(rows.count)
    self.init(kind, rows: Array(rows.prefix(limit)), found: found)
  }
}
