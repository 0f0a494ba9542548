import Foundation
import GRDB
import Reminders

/// What a transaction adds to the feed of changes: a row a task and kind of change, however many steps it took.
struct ChangeLog {
  /// Who changes, where and when.
  struct Author {
    let side: Merge.Side
    /// `nil` for the user himself.
    let name: String?
    let at: Date
  }

  private struct Subject: Hashable {
    let reminder: ReminderID
    let kind: ReminderChange.Kind
  }

  private struct Entry {
    let subject: Subject
    var name: String
    let author: Author
    var fields: [FieldChange]
  }

  private var entries: [Entry] = []
  private var places: [Subject: Int] = [:]

  /// How many changes are kept.
  static let capacity = 1_000

  mutating func note(
    _ kind: ReminderChange.Kind, of record: ReminderRecord, by author: Author, _ fields: [FieldChange] = []
  ) {
    let subject = Subject(reminder: record.id, kind: kind)
    guard let place = places[subject] else {
      places[subject] = entries.count
      entries.append(Entry(subject: subject, name: record.fields.name, author: author, fields: fields))
      return
    }
    entries[place].name = record.fields.name
    entries[place].fields = entries[place].fields.followed(by: fields)
  }

  /// Writes what was noted, and lets go of what is beyond the capacity; without anything noted it does nothing.
  func write(_ database: Database) throws {
    // Taken back within the transaction, it was no change.
    let entries = entries.filter { $0.subject.kind != .changed || !$0.fields.isEmpty }
    guard !entries.isEmpty else { return }
    for entry in entries.suffix(Self.capacity) {
      try Self.insert(
        entry.subject.kind, of: entry.subject.reminder, named: entry.name, by: entry.author, entry.fields, database)
    }
    try Self.trim(database)
  }

  /// The first import is one change, whatever came with it.
  static func noteImport(of count: Int, at instant: Date, _ database: Database) throws {
    guard count > 0 else { return }
    let name = count == 1 ? "1 task" : "\(count) tasks"
    try insert(.imported, of: nil, named: name, by: Author(side: .there, name: nil, at: instant), [], database)
    try trim(database)
  }

  /// A task was folded into another one, of which it is a twin: that it came is no news.
  static func fold(_ twin: ReminderID, into id: ReminderID, _ database: Database) throws {
    try database.executeCached(
      sql: "DELETE FROM change WHERE reminderId = ? AND kind IN ('created', 'appeared')", arguments: [twin.rawValue])
    try database.executeCached(
      sql: "UPDATE change SET reminderId = ? WHERE reminderId = ?", arguments: [id.rawValue, twin.rawValue])
  }

  private static func insert(
    _ kind: ReminderChange.Kind, of id: ReminderID?, named name: String, by author: Author, _ fields: [FieldChange],
    _ database: Database
  ) throws {
    let json = fields.isEmpty ? "[]" : String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
    try database.executeCached(
      sql: "INSERT INTO change (at, reminderId, name, side, author, kind, fields) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        author.at.milliseconds, id?.rawValue, name, author.side.rawValue, author.name, kind.rawValue, json,
      ])
  }

  private static func trim(_ database: Database) throws {
    try database.executeCached(
      sql: "DELETE FROM change WHERE id <= (SELECT max(id) FROM change) - ?", arguments: [capacity])
  }
}

extension [FieldChange] {
  /// These and later ones as one: from the first value of a field to its last.
  fileprivate func followed(by later: [FieldChange]) -> [FieldChange] {
    var result = self
    for change in later {
      if let index = result.firstIndex(where: { $0.field == change.field }) {
        let first = result.remove(at: index)
        // Of details the values are not known.
        if first.old != change.new || change.field == .details {
          result.insert(FieldChange(change.field, old: first.old, new: change.new), at: index)
        }
      } else {
        result.append(change)
      }
    }
    return result
  }
}
