import Foundation
import GRDB
import Reminders

extension ConflictEntry: StoredRecord {
  private static let deletion = "deleted"

  init(row: StoredRow) {
    let name: String = row["field"]
    self.init(
      reminder: ReminderID(rawValue: row["reminderId"]),
      subject: ReminderField(rawValue: name).map(Subject.field) ?? .deletion,
      kept: Merge.Side(rawValue: row["kept"]) ?? .here, hereValue: row["hereValue"], thereValue: row["thereValue"],
      author: row["author"], authorAt: Date(milliseconds: row["authorAt"]), here: Self.version(row["hereFields"]),
      there: Self.version(row["thereFields"]))
  }

  private static func version(_ json: String?) -> ReminderFields? {
    json.flatMap { try? JSONDecoder().decode(ReminderFields.self, from: Data($0.utf8)) }
  }

  private static func json(_ version: ReminderFields?) throws -> String? {
    try version.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
  }

  func insert(at now: Date, _ database: Database) throws {
    let name =
      switch subject {
      case .field(let field): field.rawValue
      case .deletion: Self.deletion
      }
    try database.executeCached(
      sql: """
        INSERT INTO conflict (reminderId, at, field, kept, hereValue, thereValue, author, authorAt, hereFields,
          thereFields, isOpen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
      arguments: [
        reminder.rawValue, now.milliseconds, name, kept.rawValue, hereValue, thereValue, author,
        authorAt.milliseconds, try Self.json(here), try Self.json(there),
      ])
  }

  /// The open conflicts, latest first; also of reminders in the trash, which one side deleted while the other changed
  /// them.
  static func open(_ database: Database) throws -> [ReminderID: [ConflictEntry]] {
    let entries = try fetchAll(
      database.cachedStatement(
        sql: "SELECT * FROM conflict INDEXED BY conflict_open WHERE isOpen ORDER BY id DESC"))
    return Dictionary(grouping: entries, by: \.reminder)
  }
}
