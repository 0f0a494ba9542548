import Foundation
import GRDB
import GRDBSQLite
@testable import ReminderStore
import Reminders
import Testing

@Suite("The store's file")
struct StoreFileTests {
  private func withFile(_ body: (String) throws -> Void) throws {
    try withFolder { try body($0 + "/default.sqlite") }
  }

  private func add(_ name: String, details: String = "") -> UserAction {
    .create(ReminderDraft(fields: ReminderFields(name: name, details: details)))
  }

  private func names(_ store: ReminderStore) throws -> [String] {
    try store.rows(.all, on: Fixture.today).map(\.reminder.fields.name).sorted()
  }

  @Test("It is in WAL mode, private, and keeps what was done")
  func reopened() throws {
    try withFile { path in
      _ = try ReminderStore(path: path).perform(add("Call Ada"), at: Fixture.now)
      let store = try ReminderStore(path: path)
      #expect(try names(store) == ["Call Ada"])
      let mode = try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
      #expect(mode == "wal")
      for file in ["", "-wal", "-shm"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + file)
        #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
      }
    }
  }

  @Test("What is done is flushed to the disk before it is said to be done")
  func flushed() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      // 2 is FULL.
      #expect(try store.writer.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }
  }

  @Test("What is kept of the file in memory is given up, and nothing is lost by it")
  func releasedMemory() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      for number in 1...200 {
        _ = try store.perform(add("\(number)", details: String(repeating: "Ada ", count: 1_000)), at: Fixture.now)
      }
      func cached() -> Int32 {
        store.writer.writeWithoutTransaction { database in
          var (now, most): (Int32, Int32) = (0, 0)
          sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_CACHE_USED, &now, &most, 0)
          return now
        }
      }
      #expect(cached() > 500_000)
      store.releaseMemory()
      #expect(cached() < 50_000)
      #expect(try names(store).count == 200)
    }
  }

  @Test("An empty file is a new store")
  func empty() throws {
    try withFile { path in
      try Data().write(to: URL(filePath: path))
      let store = try ReminderStore(path: path)
      _ = try store.perform(add("Call Ada"), at: Fixture.now)
      #expect(try names(store) == ["Call Ada"])
    }
  }

  @Test("On a full disk the action is not done, and the store goes on when there is space again")
  func diskFull() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      _ = try store.perform(add("before"), at: Fixture.now)
      try store.limitPages(to: "(SELECT page_count FROM pragma_page_count)")
      let large = add("too large", details: String(repeating: "x", count: 32_000))
      #expect(throws: StoreError.diskFull) { try store.perform(large, at: Fixture.now) }
      #expect(try names(store) == ["before"])
      try store.limitPages(to: "1000000")
      _ = try store.perform(large, at: Fixture.now)
      #expect(try names(store) == ["before", "too large"])
      #expect(try store.perform(.undo, at: Fixture.now)?.summary == "Undone: Added “too large”")
    }
  }

  @Test("Locked by another program for too long: the action is not done and says so, and can be tried again")
  func busy() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      try store.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 1") }
      let other = try DatabaseQueue(path: path)
      try other.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) { () throws in
          #expect(throws: StoreError.busy) { try store.perform(add("Call Ada"), at: Fixture.now) }
          #expect(try names(store).isEmpty)
          return .rollback
        }
      }
      _ = try store.perform(add("Call Ada"), at: Fixture.now)
      #expect(try names(store) == ["Call Ada"])
    }
  }

  @Test("After a crash of the machine that tore the WAL, what is there is what was done up to some action")
  func tornWAL() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      let walSize = { try Data(contentsOf: URL(filePath: path + "-wal")).count }
      let start = try walSize()
      let done = ["a", "b", "c", "d"]
      for name in done { _ = try store.perform(add(name), at: Fixture.now) }
      let (file, wal) = (try Data(contentsOf: URL(filePath: path)), try Data(contentsOf: URL(filePath: path + "-wal")))
      var found: Set<[String]> = []
      for size in stride(from: start, through: wal.count, by: 1_499) {
        try withFile { copy in
          try file.write(to: URL(filePath: copy))
          try wal.prefix(size).write(to: URL(filePath: copy + "-wal"))
          let recovered = try ReminderStore(path: copy)
          let names = try names(recovered)
          #expect(names == Array(done.prefix(names.count)))
          found.insert(names)
          let summary = try recovered.perform(.undo, at: Fixture.now)?.summary
          #expect(summary == names.last.map { "Undone: Added “\($0)”" })
        }
      }
      #expect(found.count >= done.count)
    }
  }
}

extension ReminderStore {
  /// Makes the disk as large as so many pages of this file (an expression of SQL).
  fileprivate func limitPages(to expression: String) throws {
    try writer.writeWithoutTransaction { database in
      let count = try Int.fetchOne(database, sql: "SELECT \(expression)") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(count)")
    }
  }
}
