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
      try transaction.absorb(tasks)
      try transaction.changes.write(database)
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
      try transaction.absorb(salesforceIDs.map { Deletion(salesforceID: $0) })
      try transaction.changes.write(database)
      try SyncStateRecord.update(database, updateState)
      return transaction.report
    }
  }

  /// Tells whoever has this store open, in any process, that its login is another one, or gone.
  package func noteLogin() throws(StoreError) {
    try write { try $0.executeCached(sql: "UPDATE syncState SET loginCount = loginCount + 1") }
  }

  /// Asks whoever syncs this store, in any process, to do it now, whatever it waits for.
  ///
  /// - Returns: the number of this request; it is done, or has failed, when `SyncState.answeredCount` has come to it.
  @discardableResult
  package func askForSync() throws(StoreError) -> Int {
    try write { database in
      try database.executeCached(sql: "UPDATE syncState SET askCount = askCount + 1")
      return try SyncStateRecord.calls(database).asks
    }
  }

  package func syncState() throws(StoreError) -> SyncState {
    try read { try SyncStateRecord.fetch($0) }
  }

  package func updateSyncState(_ body: (inout SyncState) -> Void) throws(StoreError) {
    try write { try SyncStateRecord.update($0, body) }
  }
}
