import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// A list now and after every change, whoever made it; ends when the store cannot be read.
  package func lists(_ query: ListQuery, on today: LocalDay) -> AsyncThrowingStream<ListContents, any Error> {
    observe { try ListContents.fetch(query, on: today, $0) }
  }

  /// What there is to sync, now and after every change of it.
  package func syncNeeds() -> AsyncThrowingStream<SyncNeed, any Error> {
    observe { try SyncNeed.fetch($0) }
  }

  /// What there is to sync now.
  package func syncNeed() throws(StoreError) -> SyncNeed {
    try read { try SyncNeed.fetch($0) }
  }

  /// What the leader of the sync last wrote about it, now and after every change.
  package func syncStates() -> AsyncThrowingStream<SyncState, any Error> {
    observe { try SyncStateRecord.fetch($0) }
  }

  func observe<Value: Equatable & Sendable>(
    _ fetch: @escaping @Sendable (Database) throws -> Value
  ) -> AsyncThrowingStream<Value, any Error> {
    let writer = writer
    return AsyncThrowingStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let cancellable = ValueObservation.tracking(fetch).removeDuplicates()
        .start(
          in: writer, scheduling: .async(onQueue: .global(qos: .userInitiated)),
          onError: { continuation.finish(throwing: StoreError($0, at: writer.path)) },
          onChange: { continuation.yield($0) })
      continuation.onTermination = { _ in cancellable.cancel() }
    }
  }
}
