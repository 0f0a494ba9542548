import Foundation
import GRDB
import Reminders

/// The tables `record` and `recordWord`: what reminders can point to, as far as it is known here.
///
/// It is a cache: each record can be read anew in the org, so the oldest are forgotten where there are too many.
enum RecordCache {
  /// The most records that are kept.
  static let capacity = 50_000

  /// Takes in a record as it is there.
  static func absorb(_ record: KnownRecord, seenAt: Date, _ database: Database) throws {
    let known = try find(record.id, database)
    if let known {
      try database.executeCached(
        sql: "UPDATE record SET name = ?, detail = ?, email = ?, phone = ?, isOwn = ?, seenAt = ? WHERE number = ?",
        arguments: [
          record.name, record.detail, record.email, record.phone, record.isOwn, seenAt.milliseconds, known.number,
        ])
    } else {
      try database.executeCached(
        sql: """
          INSERT INTO record (id, kind, name, detail, email, phone, isOwn, seenAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.id, record.kind.rawValue, record.name, record.detail, record.email, record.phone, record.isOwn,
          seenAt.milliseconds,
        ])
    }
    if known?.name != record.name || known?.detail != record.detail {
      let number = known?.number ?? database.lastInsertedRowID
      try index(record.name, record.detail, record.kind, number, isNew: known == nil, database)
    }
  }

  /// Takes in that somebody or something is named in a task.
  ///
  /// - Parameter usedAt: when a reminder came to point to it; `nil` for who only changed one.
  static func note(_ reference: RecordReference, usedAt: Date?, at instant: Date, _ database: Database) throws {
    guard !reference.id.isEmpty, !reference.name.isEmpty, reference.name != reference.id else { return }
    let kind = RecordKind(id: reference.id)
    guard let known = try find(reference.id, database) else {
      try database.executeCached(
        sql: "INSERT INTO record (id, kind, name, seenAt, usedAt) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          reference.id, kind.rawValue, reference.name, instant.milliseconds, usedAt?.milliseconds,
        ])
      return try index(reference.name, "", kind, database.lastInsertedRowID, isNew: true, database)
    }
    if let usedAt, (known.usedAt ?? .min) < usedAt.milliseconds {
      try database.executeCached(
        sql: "UPDATE record SET usedAt = ? WHERE number = ?", arguments: [usedAt.milliseconds, known.number])
    }
    if known.name != reference.name {
      try database.executeCached(
        sql: "UPDATE record SET name = ? WHERE number = ?", arguments: [reference.name, known.number])
      try index(reference.name, known.detail, kind, known.number, isNew: false, database)
    }
  }

  static func forget(_ id: String, _ database: Database) throws {
    try database.executeCached(sql: "DELETE FROM record WHERE id = ?", arguments: [id])
  }

  /// Forgets the user's own records of a kind that a whole reading has not found any more.
  static func forgetOwn(_ kind: RecordKind, unseenSince instant: Date, _ database: Database) throws {
    try database.executeCached(
      sql: "DELETE FROM record WHERE kind = ? AND isOwn AND seenAt < ?",
      arguments: [kind.rawValue, instant.milliseconds])
  }

  /// Forgets what is beyond the capacity: first what no reminder points to, then what belongs to others, then the oldest.
  static func trim(to capacity: Int = capacity, _ database: Database) throws {
    try database.executeCached(
      sql: """
        DELETE FROM record WHERE number IN (
          SELECT number FROM record ORDER BY usedAt IS NULL, usedAt DESC, NOT isOwn, seenAt DESC LIMIT -1 OFFSET ?
        )
        """, arguments: [capacity])
  }

  /// Takes in everybody who is named in the reminders of a store that had no cache yet.
  static func fill(_ database: Database) throws {
    for field in ["assignee", "person", "related"] {
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(field)Id AS id, \(field)Name AS name, max(createdAt) AS usedAt FROM reminder
          WHERE \(field)Id IS NOT NULL GROUP BY \(field)Id
          """)
      while let row = try rows.next() {
        let usedAt = Date(milliseconds: row["usedAt"])
        let reference = RecordReference(id: row["id"], name: row["name"] ?? "")
        try note(reference, usedAt: usedAt, at: usedAt, database)
      }
    }
  }

  // MARK: - Rows

  private struct Known {
    let number: Int64
    let name: String
    let detail: String
    let usedAt: Int?
  }

  private static func find(_ id: String, _ database: Database) throws -> Known? {
    let statement = try database.cachedStatement(sql: "SELECT number, name, detail, usedAt FROM record WHERE id = ?")
    return try StoredRow.fetchOne(statement, arguments: [id]) { row in
      Known(number: row["number"], name: row["name"], detail: row["detail"], usedAt: row["usedAt"])
    }
  }

  private static func index(
    _ name: String, _ detail: String, _ kind: RecordKind, _ number: Int64, isNew: Bool, _ database: Database
  ) throws {
    if !isNew { try database.executeCached(sql: "DELETE FROM recordWord WHERE record = ?", arguments: [number]) }
    for word in Set(FoldedText.words(name) + FoldedText.words(detail)) {
      try database.executeCached(
        sql: "INSERT INTO recordWord (kind, word, record) VALUES (?, ?, ?)", arguments: [kind.rawValue, word, number])
    }
  }
}
