import Foundation
import GRDB
import Reminders

extension ReminderRecord {
  static func find(_ id: ReminderID, _ database: Database) throws -> ReminderRecord? {
    try fetchOne(database.cachedStatement(sql: "SELECT * FROM reminder WHERE id = ?"), arguments: [id.rawValue])
  }

  /// A reminder that is not in the trash.
  static func live(_ id: ReminderID, _ database: Database) throws -> ReminderRecord? {
    guard let record = try find(id, database), record.deletedAt == nil else { return nil }
    return record
  }
}

extension BaseRecord {
  static func find(_ id: ReminderID, _ database: Database) throws -> BaseRecord? {
    try fetchOne(database.cachedStatement(sql: "SELECT * FROM base WHERE reminderId = ?"), arguments: [id.rawValue])
  }

  static func find(salesforceID: String, _ database: Database) throws -> BaseRecord? {
    try fetchOne(
      database.cachedStatement(sql: "SELECT * FROM base WHERE salesforceId = ?"), arguments: [salesforceID])
  }

  /// Those of some tasks, by their Ids: one statement for a page.
  static func find(salesforceIDs: [String], _ database: Database) throws -> [String: BaseRecord] {
    guard !salesforceIDs.isEmpty else { return [:] }
    let bases = try fetchAll(
      database.cachedStatement(sql: "SELECT * FROM base WHERE salesforceId IN (SELECT value FROM json_each(?))"),
      arguments: [salesforceIDs.json])
    return Dictionary(uniqueKeysWithValues: bases.map { ($0.salesforceID, $0) })
  }
}

extension IntentRecord {
  static func find(_ id: ReminderID, _ database: Database) throws -> IntentRecord? {
    try fetchOne(database.cachedStatement(sql: "SELECT * FROM intent WHERE reminderId = ?"), arguments: [id.rawValue])
  }

  /// Makes the intent of a reminder what the row here and its base demand: there if they differ, gone if not.
  ///
  /// - Parameter editedAt: the moment of an edit by the user, which also clears an earlier refusal; `nil` when the
  ///   sync wrote, which keeps both as they are. Only what a missing right keeps here is looked at anew.
  static func renew(for record: ReminderRecord, editedAt: Date?, _ database: Database) throws {
    let base = try BaseRecord.find(record.id, database)
    guard try isNeeded(record, base, database) else {
      try database.executeCached(sql: "DELETE FROM intent WHERE reminderId = ?", arguments: [record.id.rawValue])
      return
    }
    if let editedAt {
      try IntentRecord(reminderID: record.id, editedAt: editedAt).upsert(database)
    } else if var intent = try find(record.id, database) {
      guard intent.refusal?.missingRight != nil else { return }
      intent.refusal = nil
      try intent.update(database)
    } else {
      // It has to be sent again: it was edited no later than both sides agreed on it.
      let editedAt = max(record.createdAt, base?.modifiedAt ?? record.createdAt)
      try IntentRecord(reminderID: record.id, editedAt: editedAt).insert(database)
    }
  }

  private static func isNeeded(_ record: ReminderRecord, _ base: BaseRecord?, _ database: Database) throws -> Bool {
    switch (base, record.deletedAt) {
    case (let base?, nil): !record.fields.differences(from: base.fields).isEmpty
    case (.some, .some): true
    case (nil, nil): !record.isLocalOnly
    // Deleted here, and perhaps made there: it has to be found and deleted there.
    case (nil, .some): try AttemptRecord.openCreate(of: record.id, database) != nil
    }
  }
}
