import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// Takes in tasks as they are there: merges them with what is here, imports the user's new ones, and lets
  /// `updateState` move a cursor in the same transaction.
  ///
  /// Tasks that are known as they are cause no write.
  package func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void = { _ in }
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
    _ salesforceIDs: [String], _ context: PullContext, updateState: (inout SyncState) -> Void = { _ in }
  ) throws(StoreError) -> PullReport {
    try write { database in
      var transaction = PullTransaction(database: database, context: context, makeID: makeID)
      for id in salesforceIDs { try transaction.absorbDeletion(of: id, as: nil) }
      try SyncStateRecord.update(database, updateState)
      return transaction.report
    }
  }

  /// The linked tasks that a query by owner may not find: given to or made for somebody else.
  package func tasksOfOthers() throws(StoreError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT b.salesforceId FROM base b JOIN reminder r ON r.id = b.reminderId
          WHERE NOT r.isCompleted AND r.deletedAt IS NULL AND b.assigneeId <> (SELECT userId FROM syncState)
          """)
    }
  }

  /// Tells whoever syncs this store, in any process, that there is a new login.
  package func noteLogin() throws(StoreError) {
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
