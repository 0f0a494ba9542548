import Foundation
import ReminderStore
import Reminders

/// A store around another, which does everything as that one but what it says itself.
protocol StoreDecorator: SyncStore {
  var store: any SyncStore { get }
}

extension StoreDecorator {
  func syncSettings() throws(StoreError) -> SyncSettings { try store.syncSettings() }
  func syncState() throws(StoreError) -> SyncState { try store.syncState() }
  func updateSyncState(_ body: (inout SyncState) -> Void) throws(StoreError) { try store.updateSyncState(body) }
  func note(_ facts: ConnectionFacts) throws(StoreError) { try store.note(facts) }
  func pushItems() throws(StoreError) -> [PushItem] { try store.pushItems() }

  func beginAttempts(_ attempts: [PushAttempt], at serverTime: Date) throws(StoreError) -> Set<ReminderID> {
    try store.beginAttempts(attempts, at: serverTime)
  }

  func settle(_ settlements: [PushSettlement], at serverTime: Date) throws(StoreError) {
    try store.settle(settlements, at: serverTime)
  }

  func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try store.absorb(tasks, context, updateState: updateState)
  }

  func absorbDeletions(
    _ salesforceIDs: [String], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try store.absorbDeletions(salesforceIDs, context, updateState: updateState)
  }

  func linkedTasks(_ selection: LinkedTasks) throws(StoreError) -> [String] { try store.linkedTasks(selection) }

  func linked(among ids: [String]) throws(StoreError) -> [String] { try store.linked(among: ids) }

  func known(among ids: [String]) throws(StoreError) -> [String] { try store.known(among: ids) }

  func putOutOfSight(_ salesforceIDs: [String], _ context: PullContext) throws(StoreError) -> PullReport {
    try store.putOutOfSight(salesforceIDs, context)
  }

  func emptyTrash(at now: Date) throws(StoreError) { try store.emptyTrash(at: now) }
  func recordReadings() throws(StoreError) -> [RecordKind: RecordReading] { try store.recordReadings() }
  func absorb(_ pages: [RecordPage], at serverTime: Date) throws(StoreError) { try store.absorb(pages, at: serverTime) }

  func note(_ references: [RecordReference], at serverTime: Date) throws(StoreError) {
    try store.note(references, at: serverTime)
  }

  func othersRecords(_ kind: RecordKind, limit: Int) throws(StoreError) -> [String] {
    try store.othersRecords(kind, limit: limit)
  }
}
