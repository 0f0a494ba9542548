import Foundation
import Localization
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("What a sync costs (sync-rules.md §3, §5.12)")
struct EconomyTests {
  @Test("A thousand edits made offline go out in at most 12 requests of a program that has just started")
  func thousandEdits() async throws {
    let world = try World()
    try await world.sync()
    let ids = try (1...1_000).map { try world.add("Task \($0)") }
    try await world.sync()
    world.advance(by: 3_600)
    try world.perform(.setPriority(ids, .high))
    var report = SyncReport()
    let requests = try await world.requests { report = try await world.sync() }
    #expect(report.pushed == 1_000)
    #expect(requests.count <= 12)
    #expect(world.there().allSatisfy { $0["Priority"].text == "High" })
    #expect(try world.here().allSatisfy { $0.mark == .synced })
  }

  @Test("A cycle with nothing new costs one request, and not a byte is written")
  func nothingNew() async throws {
    try await withFile { world, written in
      try world.colleagueCreates("There")
      _ = try world.add("Here")
      let engine = world.engine()
      _ = try await engine.syncOnce()
      world.advance(by: 10)
      let before = try written()
      #expect(before.allSatisfy { !$0.isEmpty })
      #expect(try world.here().count == 2)
      for _ in 1...3 {
        world.advance(by: 10)
        let requests = try await world.requests { _ = try await engine.syncOnce() }
        #expect(requests == ["query"])
      }
      #expect(try written() == before)
    }
  }

  @Test(
    "A day with nothing new: each cycle costs one request and not a byte is written, live or polling slower and slower",
    arguments: [LiveEvent.subscribed(LiveSubscription(.changeEvents)), .unavailable(reason: "not permitted")])
  func idleDay(event: LiveEvent) async throws {
    try await withFile { world, written in
      try world.colleagueCreates("There")
      _ = try world.add("Here")
      var status: SyncStatus?
      let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { status = $0 }
      func cycle() async throws {
        world.advance(by: max(0, try #require(loop.nextDue).timeIntervalSince(world.now)))
        loop.timePassed()
        await loop.step()
      }
      loop.take(try world.store.syncNeed())
      await loop.step()
      loop.take(event)
      // What changed is read until it lies behind the overlap of the pulls; then the cursor leaves it behind.
      while world.now < World.start.addingTimeInterval(3_600) { try await cycle() }
      let before = try written()
      while world.now < World.start.addingTimeInterval(80_000) {
        #expect(try await world.requests { try await cycle() } == ["query"])
        #expect(status?.lastSync == world.now)
      }
      #expect(try written() == before)
      #expect(
        status?.state == (event == .unavailable(reason: "not permitted") ? .polling(every: .seconds(300)) : .live))
      // What is looked after once a day is, a part an hour, and that it was is written down.
      while world.now < World.start.addingTimeInterval(115_000) { try await cycle() }
      let afterDay = try written()
      while world.now < World.start.addingTimeInterval(160_000) { try await cycle() }
      #expect(try written() == afterDay)
    }
  }

  @Test("An idle hour with a healthy subscription costs at most 5 requests, and without one the adaptive pace few more")
  func idleHour() async throws {
    for (event, most) in [
      (LiveEvent.subscribed(LiveSubscription(.changeEvents)), 5), (.unavailable(reason: "not permitted"), 20),
    ] {
      let world = try World()
      try world.colleagueCreates("There")
      let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
      loop.take(try world.store.syncNeed())
      await loop.step()
      loop.take(event)
      await loop.step()
      var wakeUps = 0
      let requests = await world.requests {
        let end = world.now.addingTimeInterval(3_600)
        while let due = loop.nextDue, due < end {
          world.advance(by: max(0, due.timeIntervalSince(world.now)))
          loop.timePassed()
          await loop.step()
          wakeUps += 1
        }
      }
      // It wakes up to ask, and for nothing else.
      #expect(wakeUps <= requests.count + 1)
      #expect(requests.allSatisfy { $0 == "query" } && requests.count <= most && !requests.isEmpty)
    }
  }

  /// A world whose store is in a file, and what stands in that file.
  private func withFile(_ body: (World, () throws -> [Data]) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "store.sqlite").path
    try await body(try World(path: path)) {
      try [path, path + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) }
    }
  }
}
