import ReminderStore
import Reminders
import Synchronization

/// The stores of histories that are over, for the next ones.
enum StoreShelf {
  private static let spare = Mutex<[ReminderStore]>([])

  /// An empty store.
  static func take(makeID: @escaping @Sendable () -> ReminderID) throws(StoreError) -> ReminderStore {
    guard let used = spare.withLock({ $0.popLast() }) else { return try ReminderStore(inMemory: makeID) }
    return try ReminderStore(inMemoryOf: used, makeID: makeID)
  }

  static func put(back store: ReminderStore) { spare.withLock { $0.append(store) } }
}
