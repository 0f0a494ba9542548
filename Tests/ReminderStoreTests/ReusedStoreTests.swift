import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("A store in memory that is used again")
struct ReusedStoreTests {
  @Test("It holds what a new one holds, whatever was in it")
  func isAsNew() throws {
    let used = try ReminderStore(inMemory: { .random() })
    let new = try used.dump()
    try used.set(.sync, to: "on")
    let person = RecordReference(id: "003000000000001AAA", name: "Małgorzata Núñez")
    for name in ["Call", "Write"] {
      let fields = ReminderFields(name: name, due: Day(number: 20_000), person: person)
      _ = try used.perform(.create(ReminderDraft(fields: fields)), at: Date(milliseconds: 1_000))
    }
    _ = try used.perform(.undo, at: Date(milliseconds: 2_000))
    try used.updateSyncState { $0.importedCount = 7 }
    #expect(try used.dump() != new)

    let store = try ReminderStore(inMemoryOf: used, makeID: { .random() })
    #expect(try store.dump() == new)
    #expect(try words(of: store).isEmpty)
    _ = try store.perform(
      .create(ReminderDraft(fields: ReminderFields(name: "Call again"))), at: Date(milliseconds: 3_000))
    #expect(try words(of: store) == ["again", "call"])
  }

  /// What the index of words, which a dump leaves out, finds.
  private func words(of store: ReminderStore) throws -> [String] {
    try ["again", "call", "write"]
      .filter { word in
        try store.read { database in
          try
            !Int64.fetchAll(
              database, sql: "SELECT rowid FROM reminderSearch WHERE reminderSearch MATCH ?", arguments: [word]
            )
            .isEmpty
        }
      }
  }

  @Test("A dump tells which row is another one")
  func dumpTellsDifference() throws {
    let store = try ReminderStore(inMemory: { .random() })
    let before = try store.dump()
    #expect(before.firstDifference(from: before) == nil)
    try store.set(.statusOpen, to: "Offen")
    let after = try store.dump()
    #expect(after.firstDifference(from: before)?.contains("Offen") == true)
    #expect(after.without(["setting"]) == before.without(["setting"]))
  }
}
