import Foundation
import GRDB
import GRDBSQLite
@testable import ReminderStore
import Reminders
import Synchronization

extension Fixture {
  /// The SQL that some work on the store runs, with its values.
  func statements(of work: (ReminderStore) throws -> Void) throws -> [String] {
    let statements = Mutex<[String]>([])
    store.writer.writeWithoutTransaction { database in
      database.trace { event in
        guard case .statement(let statement) = event else { return }
        statements.withLock { $0.append(statement.expandedSQL) }
      }
    }
    try work(store)
    store.writer.writeWithoutTransaction { $0.trace() }
    return statements.withLock { $0 }
  }
}

extension ReminderStore {
  /// When the change was made that is to be pushed.
  func editTime(of id: ReminderID) throws -> Date? {
    try read { try IntentRecord.find(id, $0)?.editedAt }
  }
}

extension Fixture {
  /// How many steps SQLite's virtual machine takes for some work.
  func steps(of work: (ReminderStore) throws -> Void) throws -> Int {
    let count = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    count.initialize(to: 0)
    defer { count.deallocate() }
    let address = UInt(bitPattern: count)
    store.writer.writeWithoutTransaction { database in
      sqlite3_progress_handler(
        database.sqliteConnection, 1,
        { pointer in
          pointer?.assumingMemoryBound(to: Int.self).pointee += 1
          return 0
        }, UnsafeMutableRawPointer(bitPattern: address))
    }
    try work(store)
    store.writer.writeWithoutTransaction { sqlite3_progress_handler($0.sqliteConnection, 0, nil, nil) }
    return count.pointee
  }
}
