import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Changes by another process", .timeLimit(.minutes(1)))
struct ObservationTests {
  private func add(_ name: String) -> UserAction {
    .create(ReminderDraft(fields: ReminderFields(name: name, due: Fixture.today.day)))
  }

  @Test("They are seen without asking, also after checkpoints, and when the other comes and goes")
  func foreignChange() async throws {
    try await withFolder { folder in
      let path = folder + "/default.sqlite"
      let store = try ReminderStore(path: path)
      let watcher = try #require(StoreFileWatcher(store, path: path))
      var agendas = store.lists(.agenda, on: Fixture.today).makeAsyncIterator()
      #expect(try await agendas.next()?[.today].count == 0)
      var expected: [String] = []
      for round in 1...3 {
        // A second store on the same file has connections of its own, as another process would.
        let other = try ReminderStore(path: path)
        for mode in [Database.CheckpointMode.passive, .restart, .truncate] {
          let name = "\(round) \(mode)"
          _ = try other.perform(add(name), at: Fixture.now.addingTimeInterval(Double(expected.count)))
          expected.append(name)
          #expect(try await agendas.next()?[.today].map(\.reminder.fields.name) == expected)
          _ = try await other.writer.writeWithoutTransaction { try $0.checkpoint(mode) }
        }
        try other.writer.close()
      }
      withExtendedLifetime(watcher) {}
    }
  }

  @Test("A file that is removed and made again is still watched")
  func madeAgain() async throws {
    try await withFolder { folder in
      let path = folder + "/store-wal"
      let (contents, continuation) = AsyncStream.makeStream(of: Data.self)
      let watcher = try #require(
        FileWatcher(path: path) { continuation.yield((try? Data(contentsOf: URL(filePath: path))) ?? Data()) })
      var iterator = contents.makeAsyncIterator()
      for round in 1...3 {
        try Data([UInt8(round)]).write(to: URL(filePath: path))
        while let content = await iterator.next(), content != Data([UInt8(round)]) {}
        try FileManager.default.removeItem(atPath: path)
      }
      withExtendedLifetime(watcher) {}
    }
  }
}
