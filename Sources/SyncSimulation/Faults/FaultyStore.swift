import Foundation
import ReminderStore
import Reminders
import Salesforce

/// One process's handle on the store: the disk may be full, the file locked, and the process killed.
struct FaultyStore: SyncStore {
  let store: any SyncStore
  let world: World
  let life: ProcessLife

  private func read<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    guard life.isAlive else { throw .failed(reason: "killed") }
    return try body()
  }

  /// - Parameter isOfTasks: whether it may change more than how far the sync is.
  private func write<Value>(
    isOfTasks: Bool = true, _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    guard life.isAlive else { throw .failed(reason: "killed") }
    if life.call() {
      // A kill in the midst of a transaction is one before it or after it: SQLite sees to that.
      if Int(world.now.timeIntervalSince1970 * 1_000) % 2 == 0 { _ = try? body() }
      world.trace("the process is killed while it writes to the store")
      life.kill()
      throw .failed(reason: "killed")
    }
    if let error = world.takeStoreFault() {
      world.trace("  \(error)")
      throw error
    }
    if isOfTasks { world.with { $0.storeWrites += 1 } }
    return try body()
  }

  func syncSettings() throws(StoreError) -> SyncSettings {
    try read { () throws(StoreError) in try store.syncSettings() }
  }

  func syncState() throws(StoreError) -> SyncState { try read { () throws(StoreError) in try store.syncState() } }

  func updateSyncState(_ body: (inout SyncState) -> Void) throws(StoreError) {
    try write(isOfTasks: false) { () throws(StoreError) in try store.updateSyncState(body) }
  }

  func note(_ facts: ConnectionFacts) throws(StoreError) {
    try write { () throws(StoreError) in try store.note(facts) }
  }

  func pushItems() throws(StoreError) -> [PushItem] { try read { () throws(StoreError) in try store.pushItems() } }

  func beginAttempts(_ attempts: [PushAttempt], at serverTime: Date) throws(StoreError) -> Set<ReminderID> {
    try write { () throws(StoreError) in try store.beginAttempts(attempts, at: serverTime) }
  }

  func settle(_ settlements: [PushSettlement], at serverTime: Date) throws(StoreError) {
    try write { () throws(StoreError) in try store.settle(settlements, at: serverTime) }
  }

  func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try write { () throws(StoreError) in try store.absorb(tasks, context, updateState: updateState) }
  }

  func absorbDeletions(
    _ salesforceIDs: [String], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try write { () throws(StoreError) in
      try store.absorbDeletions(salesforceIDs, context, updateState: updateState)
    }
  }

  func linkedTasks(_ selection: LinkedTasks) throws(StoreError) -> [String] {
    try read { () throws(StoreError) in try store.linkedTasks(selection) }
  }

  func linked(among ids: [String]) throws(StoreError) -> [String] {
    try read { () throws(StoreError) in try store.linked(among: ids) }
  }

  func known(among ids: [String]) throws(StoreError) -> [String] {
    try read { () throws(StoreError) in try store.known(among: ids) }
  }

  func putOutOfSight(_ salesforceIDs: [String], _ context: PullContext) throws(StoreError) -> PullReport {
    try write { () throws(StoreError) in try store.putOutOfSight(salesforceIDs, context) }
  }

  func emptyTrash(at now: Date) throws(StoreError) {
    try write { () throws(StoreError) in try store.emptyTrash(at: now) }
  }

  func recordReadings() throws(StoreError) -> [RecordKind: RecordReading] {
    try read { () throws(StoreError) in try store.recordReadings() }
  }

  func absorb(_ pages: [RecordPage], at serverTime: Date) throws(StoreError) {
    try write(isOfTasks: false) { () throws(StoreError) in try store.absorb(pages, at: serverTime) }
  }

  func note(_ references: [RecordReference], at serverTime: Date) throws(StoreError) {
    try write(isOfTasks: false) { () throws(StoreError) in try store.note(references, at: serverTime) }
  }

  func othersRecords(_ kind: RecordKind, limit: Int) throws(StoreError) -> [String] {
    try read { () throws(StoreError) in try store.othersRecords(kind, limit: limit) }
  }
}
