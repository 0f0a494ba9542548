import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// The changes that are kept.
  package func changeFeed() throws(StoreError) -> ChangeFeed {
    try read { try ChangeFeed.fetch($0) }
  }

  /// The same now and after every change; ends when the store cannot be read.
  package func changeFeeds() -> AsyncThrowingStream<ChangeFeed, any Error> {
    observe { try ChangeFeed.fetch($0) }
  }

  /// The user has looked at the changes up to one.
  package func noteChangesSeen(upTo id: Int64) throws(StoreError) {
    try write { database in
      try database.executeCached(
        sql: "UPDATE syncState SET changesSeen = ?1 WHERE changesSeen < ?1", arguments: [id])
    }
  }
}

extension ChangeFeed {
  fileprivate static func fetch(_ database: Database) throws -> ChangeFeed {
    let changes = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT c.*, r.id AS task, r.deletedAt, r.isCompleted, r.due, r.isMadeHere,
            \(ViewQuery.isMine) AS isMine
          FROM change c LEFT JOIN reminder r ON r.id = c.reminderId LEFT JOIN base b ON b.reminderId = r.id
          ORDER BY c.at DESC, c.id DESC LIMIT ?
          """), arguments: [ChangeLog.capacity])
    let seen = try Int64.fetchOne(database.cachedStatement(sql: "SELECT changesSeen FROM syncState"))
    return ChangeFeed(changes: changes.map(ReminderChange.init(row:)).folded(), seen: seen ?? 0)
  }
}

extension ReminderChange {
  fileprivate init(row: Row) {
    let fields: String = row["fields"]
    self.init(
      id: row["id"], at: Date(milliseconds: row["at"]),
      reminder: (row["reminderId"] as String?).map(ReminderID.init(rawValue:)), standing: Standing(row: row),
      name: row["name"], side: Merge.Side(rawValue: row["side"]) ?? .there, author: row["author"],
      kind: Kind(rawValue: row["kind"]) ?? .changed,
      fields: fields == "[]" ? [] : (try? JSONDecoder().decode([FieldChange].self, from: Data(fields.utf8))) ?? [])
  }
}

extension ReminderChange.Standing {
  fileprivate init?(row: Row) {
    guard row["task"] as String? != nil else { return nil }
    if row["deletedAt"] as Int? != nil {
      self = .trash
    } else if row["isMine"] {
      self = row["isCompleted"] ? .completed : .open(due: (row["due"] as Int?).map(Day.init(number:)))
    } else if row["isMadeHere"] {
      self = .delegated
    } else {
      return nil
    }
  }
}
