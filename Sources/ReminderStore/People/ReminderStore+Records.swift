package import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  package func recordReadings() throws(StoreError) -> [RecordKind: RecordReading] {
    try read { database in
      let entries = try StoredRow.fetchAll(
        database.cachedStatement(sql: "SELECT * FROM recordReading"), RecordReading.entry)
      return Dictionary(uniqueKeysWithValues: entries.compactMap(\.self))
    }
  }

  /// Takes in pages of records, and how far they are read, in one transaction.
  package func absorb(_ pages: [RecordPage], at serverTime: Date) throws(StoreError) {
    try write { database in
      for page in pages {
        for record in page.records { try RecordCache.absorb(record, seenAt: serverTime, database) }
        for id in page.gone { try RecordCache.forget(id, database) }
        if let instant = page.forgetsUnseenSince {
          try RecordCache.forgetOwn(page.kind, unseenSince: instant, database)
        }
        try page.reading.write(for: page.kind, database)
      }
      if !pages.contains(where: { $0.reading.current != nil }) { try RecordCache.trim(database) }
    }
  }

  /// Takes in records that were found in the org beside the readings.
  package func keep(_ records: [KnownRecord], at serverTime: Date) throws(StoreError) {
    try write { database in
      for record in records { try RecordCache.absorb(record, seenAt: serverTime, database) }
    }
  }

  /// Takes in who or what was dealt with last; of those that are known nothing changes.
  package func note(_ references: [RecordReference], at serverTime: Date) throws(StoreError) {
    try write { database in
      for reference in references { try RecordCache.note(reference, usedAt: nil, at: serverTime, database) }
    }
  }

  /// The Ids of records of a kind that are not the user's own, those that reminders point to first.
  package func othersRecords(_ kind: RecordKind, limit: Int) throws(StoreError) -> [String] {
    try read { database in
      try String.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT id FROM record WHERE kind = ? AND NOT isOwn
            ORDER BY usedAt IS NULL, usedAt DESC, seenAt DESC LIMIT ?
            """), arguments: [kind.rawValue, limit])
    }
  }
}

extension RecordReading {
  fileprivate static func entry(_ row: StoredRow) -> (RecordKind, RecordReading)? {
    guard let kind = RecordKind(rawValue: row["kind"]) else { return nil }
    func date(_ column: StaticString) -> Date? { (row[column] as Int?).map(Date.init(milliseconds:)) }
    var reading = RecordReading()
    reading.readAt = date("readAt")
    reading.coveredUntil = date("coveredUntil")
    reading.current = date("startedAt")
      .map { startedAt in
        var current = Current(startedAt: startedAt)
        if let stamp = date("cursorStamp"), let id = row["cursorId"] as String? {
          current.cursor = SyncCursor(stamp: stamp, id: id)
        }
        current.count = row["count"]
        return current
      }
    return (kind, reading)
  }

  fileprivate func write(for kind: RecordKind, _ database: Database) throws {
    try database.executeCached(
      sql: """
        INSERT OR REPLACE INTO recordReading (kind, readAt, coveredUntil, startedAt, cursorStamp, cursorId, count)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind.rawValue, readAt?.milliseconds, coveredUntil?.milliseconds, current?.startedAt.milliseconds,
        current?.cursor?.stamp.milliseconds, current?.cursor?.id, current?.count ?? 0,
      ])
  }
}
