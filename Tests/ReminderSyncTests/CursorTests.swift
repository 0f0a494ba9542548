import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("The cursor of the pull (sync-rules.md §3)")
struct CursorTests {
  @Test(
    "Changes of a page edge that share a stamp are not missed, and after a burst known rows are not asked for for ever")
  func burst() async throws {
    let world = try World()
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.advance(by: 660)
    for number in 1...2_100 { try world.colleagueCreates("Task \(number)") }
    #expect(Set(world.there().map(\.systemModstamp)).count == 1)
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query", "query"])
    #expect(try world.here().count == 2_100)
    #expect(try world.store.syncState().pullCursor == world.there().map(\.cursor).max())
    // Once the overlap has passed they are seen a last time.
    world.advance(by: 700)
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query", "query"])
    for _ in 1...3 {
      world.advance(by: 60)
      #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query"])
    }
  }

  @Test(
    "What an import has just read is not read again at once; what committed late is found ten minutes later")
  func afterImport() async throws {
    let world = try World()
    let engine = world.engine()
    for number in 1...2_100 { try world.colleagueCreates("Task \(number)") }
    world.advance(by: 60)
    let first = try await world.requests { _ = try await engine.syncOnce() }
    // Two pages of the import, and one pull.
    #expect(first.count { $0 == "query" } == 3)
    world.org.change { model, _ in model.stampRule = StampRule(lag: 30_000...30_000) }
    try world.colleagueCreates("Late")
    world.org.change { model, _ in model.stampRule = StampRule() }
    world.advance(by: 60)
    try world.colleagueCreates("Next")
    for _ in 1...3 {
      world.advance(by: 60)
      #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query"])
    }
    #expect(try world.here("Next") != nil && world.here("Late") == nil)
    world.advance(by: 420)
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query", "query"])
    #expect(try world.here("Late") != nil)
    // As after any burst it is read a last time.
    world.advance(by: 700)
    _ = try await engine.syncOnce()
    world.advance(by: 60)
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query"])
  }

  @Test("A task that commits with a stamp up to 9 minutes before one that was seen is found", arguments: [1, 60, 540])
  func lateCommit(secondsBefore: Int) async throws {
    let world = try World()
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.advance(by: 1_200)
    try world.colleagueCreates("Seen")
    _ = try await engine.syncOnce()
    world.org.change { model, _ in
      model.stampRule = StampRule(lag: secondsBefore * 1_000...secondsBefore * 1_000)
    }
    try world.colleagueCreates("Late")
    let late = try #require(try world.there("Late"))
    #expect(try late.cursor < world.store.syncState().pullCursor ?? late.cursor)
    _ = try await engine.syncOnce()
    #expect(try world.here("Late") != nil)
  }

  @Test("A late commit is found also after the cursor has moved on with the time")
  func lateCommitAfterBurst() async throws {
    let world = try World()
    let engine = world.engine()
    _ = try await engine.syncOnce()
    try world.colleagueCreates("Seen")
    _ = try await engine.syncOnce()
    world.advance(by: 700)
    _ = try await engine.syncOnce()
    world.org.change { model, _ in model.stampRule = StampRule(lag: 540_000...540_000) }
    try world.colleagueCreates("Late")
    _ = try await engine.syncOnce()
    #expect(try world.here("Late") != nil)
  }
}

extension Record {
  fileprivate var cursor: SyncCursor { SyncCursor(stamp: systemModstamp.date, id: id.text) }
}
