import Foundation
import GRDB
import Reminders

/// The one row of `syncState`.
enum SyncStateRecord {
  static func fetch(_ database: Database) throws -> SyncState {
    let statement = try database.cachedStatement(
      sql: """
        SELECT *, (SELECT json_extract(facts, '$.organization.isSandbox') FROM connection) AS isInSandbox FROM syncState
        """)
    guard let row = try Row.fetchOne(statement) else { return SyncState() }
    return SyncState(
      organizationID: row["organizationId"], org: row["org"],
      user: (row["userId"] as String?).map { RecordReference(id: $0, name: row["userName"] ?? "") },
      isSandbox: row["isInSandbox"] ?? false,
      importCursor: cursor(row["importStamp"], row["importId"]), importedCount: row["importedCount"],
      importTotal: row["importTotal"],
      importStartedAt: date(row["importStartedAt"]), pullCursor: cursor(row["cursorStamp"], row["cursorId"]),
      isImported: row["isImported"], deletionsCoveredUntil: date(row["deletionsCoveredUntil"]),
      linkedReadAt: date(row["linkedReadAt"]), createWay: row["createWay"],
      unreadableFields: Set((row["unreadableFields"] as String).split(separator: " ").map(String.init)),
      lastSync: date(row["lastSync"]), statusName: row["status"], statusReason: row["statusReason"],
      statusDetail: row["statusDetail"], liveWay: row["liveWay"], liveReason: row["liveReason"],
      answeredCount: row["answeredCount"])
  }

  /// Another selection begins with its first page, if the import is not done; what is known is passed over.
  static func beginImportAnew(_ database: Database) throws {
    try update(database) { state in
      guard !state.isImported else { return }
      state.importCursor = nil
      state.importedCount = 0
      state.importTotal = nil
    }
  }

  /// How often other processes have called whoever syncs.
  static func calls(_ database: Database) throws -> (logins: Int, asks: Int) {
    let row = try Row.fetchOne(database.cachedStatement(sql: "SELECT loginCount, askCount FROM syncState"))
    return (row?["loginCount"] ?? 0, row?["askCount"] ?? 0)
  }

  static func write(_ state: SyncState, _ database: Database) throws {
    try database.executeCached(
      sql: """
        UPDATE syncState SET organizationId = ?, org = ?, userId = ?, userName = ?, importStamp = ?, importId = ?,
          importedCount = ?, importTotal = ?, cursorStamp = ?, cursorId = ?, isImported = ?, deletionsCoveredUntil = ?,
          lastSync = ?, status = ?, statusReason = ?, importStartedAt = ?, linkedReadAt = ?, createWay = ?, unreadableFields = ?,
          statusDetail = ?, answeredCount = ?, liveWay = ?, liveReason = ?
        """,
      arguments: [
        state.organizationID, state.org, state.user?.id, state.user?.name, state.importCursor?.stamp.milliseconds,
        state.importCursor?.id, state.importedCount, state.importTotal, state.pullCursor?.stamp.milliseconds,
        state.pullCursor?.id, state.isImported, state.deletionsCoveredUntil?.milliseconds,
        state.lastSync?.milliseconds, state.statusName, state.statusReason, state.importStartedAt?.milliseconds,
        state.linkedReadAt?.milliseconds, state.createWay, state.unreadableFields.sorted().joined(separator: " "),
        state.statusDetail, state.answeredCount, state.liveWay, state.liveReason,
      ])
  }

  /// Writes only what changed, so that an empty pull writes nothing.
  static func update(_ database: Database, _ body: (inout SyncState) -> Void) throws {
    let old = try fetch(database)
    var new = old
    body(&new)
    guard new != old else { return }
    try write(new, database)
    if new.isImported, !old.isImported, let startedAt = new.importStartedAt {
      try ChangeLog.noteImport(of: new.importedCount, at: startedAt, database)
    }
    if let readUntil = new.readUntil, readUntil != old.readUntil { try forgetJournal(before: readUntil, database) }
  }

  /// Forgets what cannot show any more: all that changed there until an instant has been read, but for what a push still
  /// commits late, and the overlap with which changes are asked for.
  private static func forgetJournal(before readUntil: Date, _ database: Database) throws {
    let instant = readUntil.addingTimeInterval(-2 * PushAttempt.mayCommitFor)
    try AttemptRecord.forget(until: instant, database)
    try Tombstone.forget(until: instant, database)
  }

  private static func cursor(_ stamp: Int?, _ id: String?) -> SyncCursor? {
    guard let stamp, let id else { return nil }
    return SyncCursor(stamp: Date(milliseconds: stamp), id: id)
  }

  private static func date(_ milliseconds: Int?) -> Date? { milliseconds.map(Date.init(milliseconds:)) }
}

extension SyncState {
  /// Up to when all changes there have been read: those of the user's tasks by the cursor, those of linked tasks that are
  /// somebody else's by their Ids.
  fileprivate var readUntil: Date? {
    pullCursor.map { cursor in linkedReadAt.map { min($0, cursor.stamp) } ?? cursor.stamp }
  }
}
