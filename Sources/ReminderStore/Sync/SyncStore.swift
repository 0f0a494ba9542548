package import Foundation
package import Reminders

/// What the sync needs of a store. `ReminderStore` is the one; the simulation puts faults in between.
package protocol SyncStore: Sendable {
  func syncSettings() throws(StoreError) -> SyncSettings
  func syncState() throws(StoreError) -> SyncState
  func updateSyncState(_ body: (inout SyncState) -> Void) throws(StoreError)
  /// Keeps what the org told at connection; where the rights of the user or the values of the
  /// org have changed, what was refused for want of them is tried again.
  func note(_ facts: ConnectionFacts) throws(StoreError)

  /// The reminders that have something to push, oldest edit first.
  func pushItems() throws(StoreError) -> [PushItem]
  /// Writes down that pushes are about to leave, on the disk before they do.
  ///
  /// - Returns: whose push may leave; the others were taken back here since they were planned, and are not written down.
  @discardableResult
  func beginAttempts(_ attempts: [PushAttempt], at serverTime: Date) throws(StoreError) -> Set<ReminderID>
  /// Writes down what became of pushes.
  func settle(_ settlements: [PushSettlement], at serverTime: Date) throws(StoreError)

  /// Takes in tasks as they are there; `updateState` moves a cursor in the same transaction.
  func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport
  /// Takes in that tasks were deleted there, known by their Ids only.
  func absorbDeletions(
    _ salesforceIDs: [String], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport

  /// The Salesforce Ids of linked tasks.
  func linkedTasks(_ selection: LinkedTasks) throws(StoreError) -> [String]
  /// Those of some Salesforce Ids that are of linked tasks to look after.
  func linked(among ids: [String]) throws(StoreError) -> [String]
  /// Those of some Salesforce Ids that are of linked tasks, whatever became of them.
  func known(among ids: [String]) throws(StoreError) -> [String]
  /// Tasks that were neither found nor deleted there leave the lists here; they come back when they are found again. If
  /// too many would leave at once, the user is asked first.
  func putOutOfSight(_ salesforceIDs: [String], _ context: PullContext) throws(StoreError) -> PullReport
  /// Forgets what has been in the trash for 30 days.
  func emptyTrash(at now: Date) throws(StoreError)

  /// How far people and other records are read.
  func recordReadings() throws(StoreError) -> [RecordKind: RecordReading]
  /// Takes in pages of records, and how far they are read with them, in one transaction.
  func absorb(_ pages: [RecordPage], at serverTime: Date) throws(StoreError)
  /// Takes in who or what the user dealt with last.
  func note(_ references: [RecordReference], at serverTime: Date) throws(StoreError)
  /// The Ids of records of a kind that are not the user's own, those that reminders point to first.
  func othersRecords(_ kind: RecordKind, limit: Int) throws(StoreError) -> [String]
}

/// Which linked tasks to look after by their Ids (sync-rules.md §2.4, §2.7).
package enum LinkedTasks: Sendable, Hashable {
  /// Open ones that are due in a span of days, those nearest to a day first, at most so many.
  case openDue(ClosedRange<Day>, nearest: Day, limit: Int)
  /// All open ones, and all; what is in the trash here, out of sight or vanishing is never among them.
  case open, all
}

extension SyncStore {
  package func absorb(_ tasks: [SalesforceTask], _ context: PullContext) throws(StoreError) -> PullReport {
    try absorb(tasks, context) { _ in }
  }

  package func absorbDeletions(_ ids: [String], _ context: PullContext) throws(StoreError) -> PullReport {
    try absorbDeletions(ids, context) { _ in }
  }
}

extension ReminderStore: SyncStore {}
