import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("What is pushed, and in which order (sync-rules.md §3, §4)")
struct PushTests {
  /// Linked reminders, and an engine that is connected.
  private func linked(_ names: [String]) async throws -> (World, SyncEngine) {
    let world = try World()
    let engine = world.engine()
    for name in names { _ = try world.add(name) }
    _ = try await engine.syncOnce()
    world.advance(by: 60)
    return (world, engine)
  }

  @Test("What was done here is sent before what changed there is asked for")
  func pushBeforePull() async throws {
    let (world, engine) = try await linked(["A"])
    _ = try world.add("B")
    try world.colleagueCreates("C")
    let requests = try await world.requests { _ = try await engine.syncOnce() }
    #expect(requests == ["create", "query"])
    #expect(try world.here().count == 3 && world.there().count == 3)
  }

  @Test("A single edit goes on a condition; changed meanwhile, the task is read, merged, and sent again")
  func changedMeanwhile() async throws {
    let (world, engine) = try await linked(["A"])
    try world.perform(.setPriority([try world.id(of: "A")], .high))
    try world.colleagueChanges("A", ["Description": .text("from there")])
    let requests = try await world.requests { _ = try await engine.syncOnce() }
    #expect(requests == ["update", "query", "update", "query"])
    let record = try #require(try world.there("A"))
    #expect(record["Priority"].text == "High" && record["Description"].text == "from there")
    let row = try #require(try world.here("A"))
    #expect(row.reminder.fields.details == "from there" && row.mark == .synced)
  }

  @Test("A single edit of which only what Salesforce does not take is left after the merge leaves nothing to push")
  func onlyAgreedIsLeft() async throws {
    let (world, engine) = try await linked(["A"])
    let id = try world.id(of: "A")
    var fields = try #require(try world.here("A")).reminder.fields
    (fields.kind, fields.isCompleted) = (.call, true)
    try world.perform(.edit(id, fields, [.kind, .status]))
    try world.colleagueChanges("A", ["Status": .text("Completed")])
    _ = try await engine.syncOnce()
    #expect(try world.store.pushItems().isEmpty)
    #expect(try world.store.row(id)?.reminder.fields.kind == .call)
  }

  @Test("Somebody who changes a task again and again is given way to after three tries; the edit is not lost")
  func threeTries() async throws {
    let (world, engine) = try await linked(["A"])
    try world.perform(.setPriority([try world.id(of: "A")], .high))
    try world.colleagueChanges("A", ["Description": .text("0")])
    /// Changes the task after each of the next readings.
    @Sendable func pester(_ times: Int) {
      guard times > 0 else { return }
      world.org.failNext(
        "query",
        .meanwhile {
          world.org.advance(by: 2)
          try world.colleagueChanges("A", ["Description": .text("\(times)")])
          pester(times - 1)
        })
    }
    pester(3)
    let requests = await world.requests {
      await #expect(throws: SyncProblem.org(.busy(code: "CHANGED_MEANWHILE", retryAfter: nil))) {
        _ = try await engine.syncOnce()
      }
    }
    #expect(requests == ["update", "query", "update", "query", "update", "query", "query"])
    #expect(try world.there("A")?["Priority"].text == "Normal")
    #expect(try world.here("A")?.mark == .pending)
    _ = try await engine.syncOnce()
    #expect(try world.there("A")?["Priority"].text == "High")
    #expect(try world.here("A")?.mark == .synced)
    #expect(try world.here("A")?.reminder.fields.details == "1")
  }

  @Test("Several changes are read first in one request, then sent in one; a change there is merged, not overwritten")
  func readFirst() async throws {
    let (world, engine) = try await linked(["A", "B", "C"])
    let ids = try ["A", "B"].map { try world.id(of: $0) }
    try world.perform(.setPriority(ids, .high))
    try world.perform(.delete([try world.id(of: "C")]))
    world.advance(by: 60)
    try world.colleagueChanges("B", ["Description": .text("from there")])
    let requests = try await world.requests { _ = try await engine.syncOnce() }
    #expect(requests == ["retrieve", "update", "delete", "query"])
    #expect(world.there().map { $0["Priority"].text } == ["High", "High"])
    #expect(try world.here("B")?.reminder.fields.details == "from there")
    #expect(try world.there("C") == nil)
  }

  @Test("As long as each try sends a part of what waits, the waits between them do not grow")
  func flakyLine() async throws {
    let world = try World()
    for name in ["Known one", "Known two"] { try world.colleagueCreates(name) }
    try await world.sync()
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
    _ = try world.add("Call Ada")
    func wait(sending isSending: Bool) async throws -> TimeInterval {
      if isSending {
        for name in ["Known one", "Known two"] {
          try world.perform(
            .setCompleted([world.id(of: name)], !(world.here(name)?.reminder.fields.isCompleted ?? false)))
        }
      }
      world.org.failNext("create", .refused(.busy(code: "SERVER_UNAVAILABLE", retryAfter: nil)))
      loop.take(try world.store.syncNeed())
      loop.timePassed()
      await loop.step()
      let wait = try #require(loop.nextDue).timeIntervalSince(world.now)
      world.advance(by: wait)
      return wait
    }
    for _ in 1...4 { #expect(try await wait(sending: true) == 0.5) }
    #expect(try await wait(sending: false) == 1)
    #expect(try await wait(sending: false) == 2)
    #expect(try await wait(sending: true) == 0.5)
  }

  @Test("Two hundred changes go in one request, two hundred and one in two", arguments: [(200, 1), (201, 2)])
  func batches(count: Int, requests: Int) async throws {
    let (world, engine) = try await linked((1...count).map { "Task \($0)" })
    try world.perform(.setPriority(try world.here().map(\.id), .high))
    let kinds = try await world.requests { _ = try await engine.syncOnce() }
    #expect(kinds.filter { $0 == "retrieve" }.count == 1)
    #expect(kinds.filter { $0 == "update" }.count == requests)
    #expect(world.there().allSatisfy { $0["Priority"].text == "High" })
  }
}
