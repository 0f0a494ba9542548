import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("A store that is only looked at")
struct ReadingTests {
  private func withFile(_ body: (String, ReminderStore) throws -> Void) throws {
    try withFolder { folder in
      let path = folder + "/default.sqlite"
      try body(path, ReminderStore(path: path))
    }
  }

  private func names(_ store: ReminderStore) throws -> [String] {
    try store.rows(.all, on: Fixture.today).map(\.reminder.fields.name).sorted()
  }

  private func add(_ name: String) -> UserAction { .create(ReminderDraft(fields: ReminderFields(name: name))) }

  @Test("It is read at once while another process writes, as before that write")
  func besideAWriter() throws {
    try withFile { path, store in
      _ = try store.perform(add("before"), at: Fixture.now)
      let importing = try DatabaseQueue(path: path)
      try importing.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) { () throws in
          try database.execute(sql: "UPDATE reminder SET name = 'in the midst of it'")
          let start = ContinuousClock.now
          let reader = try ReminderStore(reading: path)
          #expect(try names(reader) == ["before"])
          _ = try (reader.syncState(), reader.counts(), reader.syncSettings())
          // Whoever waited for the writer would wait for all of its patience.
          #expect(ContinuousClock.now - start < .seconds(ReminderStore.patience))
          return .commit
        }
      }
      #expect(try names(ReminderStore(reading: path)) == ["in the midst of it"])
    }
  }

  @Test("Nothing can be written by it")
  func onlyReads() throws {
    try withFile { path, store in
      _ = try store.perform(add("before"), at: Fixture.now)
      #expect(throws: StoreError.self) { try ReminderStore(reading: path).perform(add("after"), at: Fixture.now) }
      #expect(try names(store) == ["before"])
    }
  }

  @Test("It is read when no process has it open, also where the file may not be written")
  func alone() throws {
    try withFile { path, store in
      _ = try store.perform(add("Call Ada"), at: Fixture.now)
      try store.writer.close()
      #expect(try names(ReminderStore(reading: path)) == ["Call Ada"])
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
      #expect(try names(ReminderStore(reading: path)) == ["Call Ada"])
    }
  }

  @Test("One of an older version is brought to this one first, and none is made where there is none")
  func olderOrMissing() throws {
    try withFolder { folder in
      let path = folder + "/default.sqlite"
      #expect(throws: StoreError.self) { try ReminderStore(reading: path) }
      #expect(!FileManager.default.fileExists(atPath: path))
      try Version1File.make(at: path)
      #expect(try names(ReminderStore(reading: path)).contains("Call Ada"))
    }
  }
}
