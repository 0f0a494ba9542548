import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// All reminders of a view that fit to a filter, in its order.
  package func rows(
    _ view: ReminderView, _ filter: ListFilter = ListFilter(), on today: LocalDay, limit: Int? = nil
  ) throws(StoreError) -> [ReminderRow] {
    try read { try ViewQuery(view, on: today).filtered(by: filter).rows($0, limit: limit) }
  }

  /// What a list shows on a day.
  package func list(_ query: ListQuery, on today: LocalDay) throws(StoreError) -> ListContents {
    try read { try ListContents.fetch(query, on: today, $0) }
  }

  /// How many changes wait to be sent, are refused or in conflict.
  package func counts() throws(StoreError) -> ReminderCounts {
    try read { try ReminderCounts.fetch($0, conflicts: ConflictEntry.open($0).count) }
  }

  /// One reminder by its row; also from the trash.
  package func row(_ id: ReminderID) throws(StoreError) -> ReminderRow? {
    try read { try ReminderRow.find(id, $0) }
  }

  /// The reminder that a unique prefix of its Id, or its Salesforce Id, stands for.
  package func resolve(_ text: String) throws(StoreError) -> ReminderRow {
    guard !text.isEmpty else { throw .unknownReminder(text) }
    let prefix = text.lowercased()
    // The last 3 of the 18 characters of a Salesforce Id only say which of the 15 before are capitals.
    let lastID = text.count == 15 ? text + "~" : text
    let ids = try read { database in
      try String.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT id FROM reminder WHERE id >= ? AND id < ?
            UNION SELECT reminderId FROM base WHERE salesforceId BETWEEN ? AND ?
            """), arguments: [prefix, prefix + "~", text, lastID])
    }
    guard ids.count <= 1 else { throw try ambiguity(text, ids) }
    guard let id = ids.first, let row = try row(ReminderID(rawValue: id)) else { throw .unknownReminder(text) }
    return row
  }

  /// How many tasks are named where a beginning of an Id stands for several.
  private static let namedMatches = 3

  private func ambiguity(_ text: String, _ ids: [String]) throws(StoreError) -> StoreError {
    var examples: [AmbiguousMatch] = []
    for id in ids.prefix(Self.namedMatches) {
      let length = (1...id.count).first { length in ids.count { $0.hasPrefix(id.prefix(length)) } == 1 } ?? id.count
      let name = try row(ReminderID(rawValue: id))?.reminder.fields.name ?? ""
      examples.append(AmbiguousMatch(prefix: String(id.prefix(length)), name: name))
    }
    return .ambiguousReminder(prefix: text, matches: ids.count, examples: examples)
  }
}

extension ReminderCounts {
  static func fetch(_ database: Database, conflicts: Int) throws -> ReminderCounts {
    var counts = ReminderCounts()
    counts.pending =
      try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM intent WHERE refusalCode IS NULL")) ?? 0
    counts.refused =
      try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM intent WHERE refusalCode IS NOT NULL")) ?? 0
    counts.conflicts = conflicts
    counts.vanishing = try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM vanishing")) ?? 0
    return counts
  }
}
