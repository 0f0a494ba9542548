import Foundation
import GRDB
import Reminders

/// The one row of `syncState`.
enum SyncStateRecord {
  static func fetch(_ database: Database) throws -> SyncState {
    let statement = try database.cachedStatement(sql: "SELECT * FROM syncState")
    return try StoredRow.fetchOne(statement, state) ?? SyncState()
  }

  /// Read in the order of the columns, as each is looked for behind the one before.
  private static func state(_ row: StoredRow) -> SyncState {
    var state = SyncState()
    state.organizationID = row["organizationId"]
    state.org = row["org"]
    state.user = (row["userId"] as String?).map { RecordReference(id: $0, name: row["userName"] as String? ?? "") }
    state.importCursor = cursor(row["importStamp"], row["importId"])
    state.importedCount = row["importedCount"]
    state.importTotal = row["importTotal"]
    state.pullCursor = cursor(row["cursorStamp"], row["cursorId"])
    state.isImported = row["isImported"]
    state.deletionsCoveredUntil = date(row["deletionsCoveredUntil"])
    state.lastSync = date(row["lastSync"])
    state.statusName = row["status"]
    state.statusReason = row["statusReason"]
    state.importStartedAt = date(row["importStartedAt"])
    state.linkedReadAt = date(row["linkedReadAt"])
    state.createWay = row["createWay"]
    state.statusDetail = row["statusDetail"]
    state.answeredCount = row["answeredCount"]
    state.unreadableFields = Set((row["unreadableFields"] as String).split(separator: " ").map(String.init))
    state.isSandbox = row["isSandbox"]
    state.liveWay = row["liveWay"]
    state.liveReason = row["liveReason"]
    return state
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

  /// Writes whether the org is a sandbox, which the facts tell too: to find it in their JSON takes longer than to read all
  /// of the state.
  static func note(isSandbox: Bool, _ database: Database) throws {
    try database.executeCached(
      sql: "UPDATE syncState SET isSandbox = ?1 WHERE isSandbox <> ?1", arguments: [isSandbox])
  }

  /// How often other processes have called whoever syncs.
  static func calls(_ database: Database) throws -> (logins: Int, asks: Int) {
    try StoredRow.fetchOne(database.cachedStatement(sql: "SELECT loginCount, askCount FROM syncState")) { row in
      (row["loginCount"], row["askCount"])
    } ?? (0, 0)
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
