import Foundation
import GRDB
import Reminders

extension AttemptRecord {
  /// The pushes of a reminder whose outcome is not known, the earliest first.
  static func open(
    _ action: PushAttempt.Action, of id: ReminderID, _ database: Database
  ) throws -> [AttemptRecord] {
    try fetchAll(
      database.cachedStatement(sql: "SELECT * FROM attempt WHERE reminderId = ? AND action = ? ORDER BY id"),
      arguments: [id.rawValue, action.rawValue])
  }

  /// The latest create of a reminder whose outcome is not known.
  static func openCreate(of id: ReminderID, _ database: Database) throws -> AttemptRecord? {
    try open(.create, of: id, database).last
  }

  /// The latest push of a reminder whose outcome is not known, whatever it does.
  static func latest(of id: ReminderID, _ database: Database) throws -> AttemptRecord? {
    try fetchOne(
      database.cachedStatement(sql: "SELECT * FROM attempt WHERE reminderId = ? ORDER BY id DESC LIMIT 1"),
      arguments: [id.rawValue])
  }

  /// Writes down for the open updates of a reminder that somebody else has changed fields there.
  static func overtake(_ fields: Set<ReminderField>, of id: ReminderID, _ database: Database) throws {
    for var attempt in try open(.update, of: id, database) {
      let overtaken = attempt.overtaken.union(fields.intersection(attempt.changed))
      guard overtaken != attempt.overtaken else { continue }
      attempt.overtaken = overtaken
      try attempt.update(database)
    }
  }

  func end(_ database: Database) throws {
    try database.executeCached(sql: "DELETE FROM attempt WHERE id = ?", arguments: [id])
  }

  static func endCreates(of id: ReminderID, _ database: Database) throws {
    try database.executeCached(
      sql: "DELETE FROM attempt WHERE reminderId = ? AND action = 'create'", arguments: [id.rawValue])
  }

  /// Ends the creates that by an instant have happened or will never do.
  static func endCreates(of id: ReminderID, settledBy instant: Date, _ database: Database) throws {
    for attempt in try open(.create, of: id, database) where instant > attempt.mayCommitUntil {
      try attempt.end(database)
    }
  }

  /// Ends the creates of a task that is made: by the external Id, what was sent before the request that was answered may
  /// still commit, and then changes the task; in the other ways it can do nothing any more.
  static func endCreates(ofMade id: ReminderID, _ database: Database) throws {
    for var attempt in try open(.create, of: id, database) {
      guard attempt.key?.externalID != nil else {
        try attempt.end(database)
        continue
      }
      attempt.action = .update
      try attempt.update(database)
    }
  }

  /// Ends the push that was just in flight; earlier ones of unknown outcome may still commit there.
  ///
  /// - Parameter action: `nil` for the latest whatever it is.
  static func endLatest(_ action: PushAttempt.Action? = nil, of id: ReminderID, _ database: Database) throws {
    try database.executeCached(
      sql: """
        DELETE FROM attempt WHERE id = (
          SELECT max(id) FROM attempt WHERE reminderId = ?1 AND action = coalesce(?2, action))
        """,
      arguments: [id.rawValue, action?.rawValue])
  }

  /// Forgets updates and deletes that left until an instant; creates stay until it is known what became of them.
  static func forget(until instant: Date, _ database: Database) throws {
    try database.executeCached(
      sql: "DELETE FROM attempt WHERE action <> 'create' AND startedAt <= ?", arguments: [instant.milliseconds])
  }
}
