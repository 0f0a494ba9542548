import Foundation
import Localization
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
      loop.take(.subscribed(LiveSubscription(.changeEvents)))
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

  @Test("Which request is dealt with is written down, with what came of it; not before")
  func answered() async throws {
    let leader = try await Leader()
    let world = leader.world
    let first = try world.store.askForSync()
    #expect(try world.store.syncState().answeredCount < first)
    try await leader.take()
    #expect(try world.store.syncState().answeredCount == first && world.store.syncState().statusName == "live")
    world.org.failNext("query", .refused(.busy(code: "REQUEST_LIMIT_EXCEEDED", retryAfter: nil)))
    let second = try world.store.askForSync()
    try await leader.take()
    let state = try world.store.syncState()
    #expect(state.answeredCount == second && state.statusName == "waiting" && state.statusReason != nil)
    // It may ask at once, though the org wanted to be left alone.
    let third = try world.store.askForSync()
    #expect(try await !world.requests { try await leader.take() }.isEmpty)
    #expect(try world.store.syncState().answeredCount == third && world.store.syncState().statusName == "live")
  }

  @Test("A single sync writes down what it met, as one that goes on does")
  func singleSync() async throws {
    let world = try World()
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.org.failNext("query", .refused(.loginNeeded(reason: "expired")))
    await #expect(throws: SyncProblem.self) { try await engine.syncOnce() }
    #expect(try world.store.syncState().statusName == "loginNeeded")
    _ = try await engine.syncOnce()
    let state = try world.store.syncState()
    #expect(state.statusName == "offline" && state.statusReason == nil)
  }
}
