import Foundation
import Log
import Logging
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("What the log tells of the sync")
struct SyncLogTests {
  /// The lines that `body` makes, from what happened on.
  private func lines(
    _ world: World, _ policy: LogPolicy = LogPolicy(), _ body: (SyncEngine) async throws -> Void
  ) async throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = LogFile(path: folder.appending(path: "a.log").path)
    var environment = world.environment
    environment.logger = file.logger(policy)
    world.advance(by: 1)
    try await body(SyncEngine(store: world.store, org: world.org, environment: environment))
    return file.lastLines(.max, bytes: .max).map { String($0.split(separator: " ", maxSplits: 3).last ?? "") }
  }

  @Test("A cycle is told with what it did; one that did nothing, only to who looks closely")
  func cycles() async throws {
    let world = try World()
    try world.colleagueCreates("Call Ada")
    let first = try await lines(world) { _ = try await $0.syncOnce() }
    #expect(first.contains { $0.hasPrefix("connected ") })
    #expect(first.contains { $0.hasPrefix("synced ") && $0.contains("work=import") && $0.contains("pulled=1") })
    _ = try world.add("Call Grace")
    let push = try await lines(world) { _ = try await $0.syncOnce() }
    #expect(push.contains { $0.hasPrefix("synced ") && $0.contains("pushed=1") && $0.contains("requests=") })
    let idle = try await lines(world) { _ = try await $0.syncOnce() }
    #expect(!idle.contains { $0.hasPrefix("synced") || $0.hasPrefix("state") })
    let closely = try await lines(world, LogPolicy(level: .debug)) { _ = try await $0.syncOnce() }
    #expect(closely.contains { $0.hasPrefix("synced ") && $0.contains("pulled=0") })
    #expect(!(first + push + closely).joined().contains("Call"))
  }

  @Test("Names of user and org are told where content is asked for")
  func content() async throws {
    let world = try World()
    let quiet = try await lines(world) { _ = try await $0.syncOnce() }
    #expect(
      quiet.contains { $0.hasPrefix("connected ") && $0.contains("user=<private>") && $0.contains("org=<private>") })
    let told = try await lines(world, LogPolicy(showsContent: true)) { _ = try await $0.syncOnce() }
    #expect(told.contains { $0.hasPrefix("connected ") && $0.contains("user=⟦") })
  }

  @Test("The indicator's states are told as it changes, and a failure with its reason")
  func failure() async throws {
    let world = try World()
    _ = try await world.sync()
    try world.store.updateSyncState { $0.organizationID = "00DELSE" }
    let found = try await lines(world) { engine in
      await #expect(throws: SyncProblem.self) { try await engine.syncOnce() }
    }
    #expect(found.contains { $0.hasPrefix("sync failed ") && $0.contains("of another user or org") })
    #expect(found.contains { $0.hasPrefix("state name=offline") })
  }
}
