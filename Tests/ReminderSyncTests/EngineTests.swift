import Foundation
import Localization
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("The engine while it runs", .timeLimit(.minutes(1)))
struct EngineTests {
  /// Runs an engine while `body` runs.
  private func withEngine(in world: World, _ body: (SyncEngine) async throws -> Void) async throws {
    let engine = world.engine()
    let running = Task { await engine.run() }
    defer { running.cancel() }
    try await body(engine)
  }

  /// Waits until the engine is in a state.
  @discardableResult
  private func wait(for state: SyncStatus.State, _ engine: SyncEngine) async throws -> SyncStatus {
    for await status in engine.statuses where status.state == state { return status }
    throw CancellationError()
  }

  private func waitForRow(_ world: World, _ condition: (ReminderRow) -> Bool) async throws {
    for try await agenda in world.store.lists(.agenda, on: LocalDay(at: world.now, in: .gmt)) {
      if (agenda[.today] + agenda[.tomorrow] + agenda[.completed]).contains(where: condition) { return }
    }
  }

  @Test("An announced change is fetched by its Id, and shown with who made it")
  func live() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      let requests = world.org.requests.count
      let id = try world.colleagueCreates("Call Ada")
      world.org.announce(.changed([Announcement(id: id.text, owner: world.org.user.text)]))
      try await waitForRow(world) { $0.reminder.fields.name == "Call Ada" && $0.remoteChange != nil }
      try await wait(for: .live, engine)
      #expect(world.org.requests.dropFirst(requests) == ["query"])
    }
  }

  @Test("What is done here is sent without waiting for anything")
  func push() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      _ = try world.add("Call Ada")
      try await waitForRow(world) { $0.mark == .synced && $0.reminder.salesforceID != nil }
      #expect(world.there().count == 1)
    }
  }

  @Test("While changes are announced it asks once in 20 minutes, and not otherwise")
  func economy() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      // A change that nobody announced, so that the pull can be seen.
      try world.colleagueCreates("Missed")
      let requests = world.org.requests.count
      world.advance(by: 1_190)
      #expect(world.org.requests.count == requests)
      world.advance(by: 20)
      try await waitForRow(world) { $0.reminder.fields.name == "Missed" }
      #expect(world.org.requests.dropFirst(requests) == ["query"])
    }
  }

  @Test("However much changes, no sleep is left behind, and it still asks 20 minutes after the last pull")
  func sleeps() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      for number in 1...20 {
        world.advance(by: 30)
        _ = try world.add("Call \(number)")
        try await waitForRow(world) { $0.reminder.fields.name == "Call \(number)" && $0.mark == .synced }
      }
      #expect(world.cancelledSleeps == 0)
      try world.colleagueCreates("Missed")
      for _ in 1...41 { world.advance(by: 30) }
      try await waitForRow(world) { $0.reminder.fields.name == "Missed" }
      #expect(world.cancelledSleeps == 0)
    }
  }

  @Test("Where changes are not announced it asks every 15 seconds, and says why")
  func polling() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      world.org.announce(.unavailable(reason: "not permitted"))
      #expect(try await wait(for: .polling(every: .seconds(15)), engine).reason == "not permitted")
      try world.colleagueCreates("Call Ada")
      world.advance(by: 16)
      try await waitForRow(world) { $0.reminder.fields.name == "Call Ada" }
    }
  }

  @Test("When the org cannot be reached it waits, goes on here, and sends what was done when the org is back")
  func outage() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      world.org.failNext("create", .before)
      _ = try world.add("Call Ada")
      #expect(try await wait(for: .offline, engine).reason?.contains("cannot reach") == true)
      #expect(world.there().isEmpty)
      world.advance(by: 2)
      try await waitForRow(world) { $0.mark == .synced }
      #expect(world.there().count == 1)
    }
  }

  @Test("The org's wish to wait is honoured, and shown")
  func busy() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      world.org.failNext("create", .refused(.busy(code: "REQUEST_LIMIT_EXCEEDED", retryAfter: .seconds(120))))
      _ = try world.add("Call Ada")
      try await wait(for: .waiting(until: world.now.addingTimeInterval(120)), engine)
      let requests = world.org.requests.count
      world.advance(by: 119)
      #expect(world.org.requests.count == requests)
      world.advance(by: 2)
      try await waitForRow(world) { $0.mark == .synced }
    }
  }

  @Test("Whose tasks these are, and of when, is known before the org is reached")
  func known() async throws {
    let world = try World()
    try await world.sync()
    let synced = world.now
    world.advance(by: 600)
    let status = await world.engine().status
    #expect(status.user != nil && status.org != nil)
    #expect(status.lastSync == synced)
  }

  @Test("When the session has ended nothing is tried until the user acts")
  func loginNeeded() async throws {
    let world = try World()
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      world.org.failNext("create", .refused(.loginNeeded(reason: "expired")))
      _ = try world.add("Call Ada")
      try await wait(for: .loginNeeded, engine)
      let requests = world.org.requests.count
      world.advance(by: 3_600)
      #expect(world.org.requests.count == requests)
      await engine.syncNow()
      try await waitForRow(world) { $0.mark == .synced }
    }
  }

  @Test("Turned off it is silent; turned on again it takes up what happened meanwhile")
  func offAndOn() async throws {
    let world = try World()
    try world.colleagueCreates("Deleted meanwhile")
    try await withEngine(in: world) { engine in
      try await wait(for: .live, engine)
      try world.store.set(.sync, to: "off")
      try await wait(for: .off, engine)
      let requests = world.org.requests.count
      _ = try world.add("Made while off")
      world.advance(by: 3_600)
      try world.colleagueDeletes("Deleted meanwhile")
      try world.colleagueCreates("Made meanwhile")
      world.advance(by: 3_600)
      #expect(world.org.requests.count == requests)
      try world.store.set(.sync, to: "on")
      try await wait(for: .live, engine)
      #expect(try world.here("Deleted meanwhile") == nil)
      #expect(try world.here("Made meanwhile") != nil)
      #expect(try world.here("Made while off")?.mark == .localOnly)
    }
  }
}
