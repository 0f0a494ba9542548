import Foundation
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("A process that does not sync asks the one that does")
struct AskedSyncTests {
  /// A process that syncs, live; `take` lets it see the store.
  private struct Leader {
    let world: World
    let loop: SyncLoop

    init() async throws {
      world = try World()
      loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
      try await take()
      loop.take(.subscribed)
      await loop.step()
      world.advance(by: 60)
    }

    func take() async throws {
      loop.take(try world.store.syncNeed())
      await loop.step()
    }
  }

  @Test("A sync that is asked for costs what a cycle costs; only a new login makes it connect anew")
  func asked() async throws {
    let leader = try await Leader()
    let world = leader.world
    try world.colleagueCreates("Not announced")
    try world.store.askForSync()
    #expect(try await world.requests { try await leader.take() } == ["query"])
    #expect(try world.here("Not announced") != nil)
    #expect(try await world.requests { try await leader.take() }.isEmpty)
    try world.store.noteLogin()
    #expect(try await world.requests { try await leader.take() }.starts(with: ["user", "describe"]))
  }
}
