import Foundation
import GRDB
import ReminderStore
import Reminders
import Testing

@Suite("The store's file")
struct StoreFileTests {
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder + "/default.sqlite")
  }

  private let draft = UserAction.create(ReminderDraft(fields: ReminderFields(name: "Call Ada")))

  @Test("It is in WAL mode, private, and keeps what was done")
  func reopened() async throws {
    try await withFolder { path in
      _ = try ReminderStore(path: path).perform(draft, at: Fixture.now)
      let store = try ReminderStore(path: path)
      #expect(try store.rows(.all, on: Fixture.today).map(\.reminder.fields.name) == ["Call Ada"])
      let mode = try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
      #expect(mode == "wal")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("A file of a newer version is refused and left as it is")
  func newer() async throws {
    try await withFolder { path in
      _ = try ReminderStore(path: path)
      try await DatabaseQueue(path: path)
        .write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
      #expect(throws: StoreError.newerVersion(path: path)) { try ReminderStore(path: path) }
    }
  }

  @Test("A damaged file is refused and left as it is")
  func damaged() async throws {
    try await withFolder { path in
      let bytes = Data(repeating: 0x41, count: 10_000)
      try bytes.write(to: URL(filePath: path))
      #expect(throws: StoreError.damaged(path: path)) { try ReminderStore(path: path) }
      #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }
  }

  @Test("A change by another process is seen without asking", .timeLimit(.minutes(1)))
  func foreignChange() async throws {
    try await withFolder { path in
      let store = try ReminderStore(path: path)
      let watcher = try #require(StoreFileWatcher(store, path: path))
      var agendas = store.agendas(on: Fixture.today).makeAsyncIterator()
      #expect(try await agendas.next()?.today.count == 0)
      // A second store on the same file has connections of its own, as another process would.
      let other = try ReminderStore(path: path)
      let due = UserAction.create(
        ReminderDraft(fields: ReminderFields(name: "From outside", due: Fixture.today.day)))
      _ = try other.perform(due, at: Fixture.now)
      #expect(try await agendas.next()?.today.map(\.reminder.fields.name) == ["From outside"])
      withExtendedLifetime(watcher) {}
    }
  }
}
