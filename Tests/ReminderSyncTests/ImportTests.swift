import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("The first import (sync-rules.md §2.1, §2.2)")
struct ImportTests {
  @Test(
    "With the window recent, only what changed in the last 24 hours is imported, whatever is due",
    arguments: [
      ("changed 23 hours ago", 23.0, 40, true), ("changed 25 hours ago", 25, 40, false), ("due today", 100, 0, false),
      ("overdue", 100, -3, false),
    ])
  func recentOnly(name: String, hoursAgo: Double, dueIn: Int, isImported: Bool) async throws {
    let world = try World()
    try world.store.set(.importWindow, to: "recent")
    world.org.advance(by: -hoursAgo * 3_600)
    try world.colleagueCreates(name, ["ActivityDate": .text(world.today.adding(days: dueIn).iso)])
    world.org.advance(by: hoursAgo * 3_600)
    try await world.sync()
    #expect(try world.here().map(\.reminder.fields.name) == (isImported ? [name] : []))
  }

  private static let connecting = ["user", "describe", "object info", "organization"]

  @Test(
    "An import that is interrupted goes on with the second page, and imports nothing twice; what it selects does not move",
    arguments: [
      (1.0, connecting + ["query", "query"]),
      // A day later what was deleted is asked for, and the tasks are read by their Ids, too.
      (86_400, connecting + ["query", "deleted", "retrieve", "retrieve", "query"]),
    ] as [(TimeInterval, [String])])
  func interrupted(pause: TimeInterval, requests: [String]) async throws {
    let world = try World()
    try world.store.set(.importWindow, to: "recent")
    world.org.advance(by: -20 * 3_600)
    for number in 1...2_100 { try world.colleagueCreates("Task \(number)") }
    world.org.advance(by: 20 * 3_600)
    let org = world.org
    org.failNext("query", .meanwhile { org.failNext("query", .before) })
    let first = await world.requests {
      await #expect(throws: SyncProblem.self) { try await world.sync() }
    }
    #expect(first == Self.connecting + ["count", "query", "query"])
    #expect(try world.here().count == 2_000)
    world.advance(by: pause)
    var report = SyncReport()
    let second = try await world.requests { report = try await world.sync() }
    #expect(report.pulled == 100)
    // Then come people, as after any first import.
    #expect(second == requests + ["recent", "records"])
    let here = try world.here()
    #expect(here.count == 2_100)
    #expect(Set(here.compactMap(\.reminder.salesforceID)).count == 2_100)
  }
}
