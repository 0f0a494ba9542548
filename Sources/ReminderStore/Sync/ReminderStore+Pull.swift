package import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// Takes in tasks as they are there: merges them with what is here, imports the user's new ones, and lets
  /// `updateState` move a cursor in the same transaction.
  ///
  /// Tasks that are known as they are cause no write.
  package func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try write { database in
      var transaction = PullTransaction(database: database, context: context, makeID: makeID)
      for task in tasks { try transaction.absorb(task) }
      try SyncStateRecord.update(database, updateState)
      return transaction.report
    }
  }

  /// Takes in that tasks were deleted there, known by their Ids only.
  package func absorbDeletions(
    _ salesforceIDs: [String], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try write { database in
      var transaction = PullTransaction(database: database, context: context, makeID: makeID)
      for id in salesforceIDs { try transaction.absorbDeletion(of: id, as: nil) }
      try SyncStateRecord.update(database, updateState)
      return transaction.report
    }
  }

  package func linkedTasks(_ selection: LinkedTasks) throws(StoreError) -> [String] {
    let open =
      "SELECT b.salesforceId FROM reminder r JOIN base b ON b.reminderId = r.id"
      + " WHERE r.deletedAt IS NULL AND NOT r.isCompleted AND NOT b.isOutOfSight"
    return try read { database in
      switch selection {
      case .openDue(let days, let limit):
        try String.fetchAll(
          database, sql: "\(open) AND r.due BETWEEN ? AND ? ORDER BY r.due LIMIT ?",
          arguments: [days.lowerBound.number, days.upperBound.number, limit])
      case .open: try String.fetchAll(database, sql: open)
      case .all: try String.fetchAll(database, sql: "SELECT salesforceId FROM base ORDER BY salesforceId")
      }
    }
  }

  package func putOutOfSight(_ salesforceIDs: [String], _ context: PullContext) throws(StoreError) -> PullReport {
    try write { database in
      for id in salesforceIDs {
        try database.execute(
          sql: "UPDATE base SET isOutOfSight = 1 WHERE salesforceId = ? AND NOT isOutOfSight", arguments: [id])
      }
      return PullReport()
    }
  }

  package func emptyTrash(before instant: Date) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          DELETE FROM reminder WHERE deletedAt < ?
            AND NOT EXISTS (SELECT 1 FROM intent WHERE reminderId = id)
            AND NOT EXISTS (SELECT 1 FROM base WHERE reminderId = id)
          """,
        arguments: [instant.milliseconds])
    }
  }

  /// Tells whoever syncs this store, in any process, that there is a new login.
  package func noteLogin() throws(StoreError) { try askForSync() }

  /// Asks whoever syncs this store, in any process, to do it now, whatever it waits for.
  package func askForSync() throws(StoreError) {
    try write { try $0.execute(sql: "UPDATE syncState SET loginCount = loginCount + 1") }
  }

  package func syncState() throws(StoreError) -> SyncState {
    try read { try SyncStateRecord.fetch($0) }
  }

  package func updateSyncState(_ body: (inout SyncState) -> Void) throws(StoreError) {
    try write { try SyncStateRecord.update($0, body) }
  }
}

extension SyncStateRecord {
  /// Writes only what changed, so that an empty pull writes nothing.
  static func update(_ database: Database, _ body: (inout SyncState) -> Void) throws {
    let old = try fetch(database)
    var new = old
    body(&new)
    if new != old { try write(new, database) }
  }
}
