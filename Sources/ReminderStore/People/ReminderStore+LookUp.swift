import GRDB
package import Reminders

extension ReminderStore {
  /// The records that fit to what is typed: each word of it begins a word of their name or their detail, whatever the
  /// order, case and accents. Those that reminders came to point to last are first, then the user's own, then by name.
  ///
  /// Of an empty text those that reminders point to; of an Id the one record.
  package func records(_ lookUp: LookUp, limit: Int = 20) throws(StoreError) -> [KnownRecord] {
    try read { database in
      if lookUp.isID, let record = try RecordLookUp.record(lookUp.text, database) { return [record] }
      return try RecordLookUp(lookUp, limit: limit).fetch(database)
    }
  }
}

/// The SQL of a look-up.
struct RecordLookUp {
  private let sql: String
  private let arguments: StatementArguments

  init(_ lookUp: LookUp, limit: Int) {
    // The longest word leads to the fewest records; for the others these are looked at.
    let words = FoldedText.words(lookUp.text).sorted { $0.count > $1.count }
    let kinds = lookUp.field.kinds.map(\.rawValue)
    let anyKind = "(" + kinds.map { _ in "?" }.joined(separator: ", ") + ")"
    guard let first = words.first else {
      // A text of nothing but signs fits to nothing.
      sql = """
        SELECT * FROM record WHERE kind IN \(anyKind) AND usedAt IS NOT NULL AND \(lookUp.text.isEmpty ? "1" : "0")
        ORDER BY usedAt DESC, id LIMIT ?
        """
      arguments = StatementArguments(kinds) + [limit]
      return
    }
    let others = words.dropFirst()
    let conditions = others.map { _ in
      "AND EXISTS (SELECT 1 FROM recordWord w WHERE w.record = r.number AND w.word >= ? AND w.word < ?)"
    }
    sql = """
      SELECT r.* FROM record r
      WHERE r.number IN (SELECT record FROM recordWord WHERE kind IN \(anyKind) AND word >= ? AND word < ?)
      \(conditions.joined(separator: " "))
      ORDER BY r.usedAt IS NULL, r.usedAt DESC, NOT r.isOwn, r.name COLLATE NOCASE, r.id LIMIT ?
      """
    arguments =
      StatementArguments(kinds) + StatementArguments(([first] + others).flatMap { [$0, $0 + "\u{10FFFF}"] }) + [limit]
  }

  func fetch(_ database: Database) throws -> [KnownRecord] {
    try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map(KnownRecord.init(row:))
  }

  /// The record of an Id of 15 or 18 characters: the last 3 only say which of the 15 before are capitals.
  static func record(_ id: String, _ database: Database) throws -> KnownRecord? {
    let statement = try database.cachedStatement(sql: "SELECT * FROM record WHERE id BETWEEN ? AND ?")
    return try Row.fetchOne(statement, arguments: [id, id.count == 15 ? id + "~" : id]).map(KnownRecord.init(row:))
  }
}

extension KnownRecord {
  fileprivate init(row: Row) {
    self.init(
      id: row["id"], kind: RecordKind(rawValue: row["kind"]) ?? .other, name: row["name"], detail: row["detail"],
      email: row["email"], phone: row["phone"], isOwn: row["isOwn"])
  }
}
