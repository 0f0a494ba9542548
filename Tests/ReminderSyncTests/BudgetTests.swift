import Foundation
import Localization
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("The API calls of a day (issue 5, budget)")
struct BudgetTests {
  @Test(
    "Above 80 % it asks less often, live or not, and says so to the indicator, the status command and the findings",
    arguments: [LiveEvent.subscribed(LiveSubscription(.changeEvents)), .unavailable(reason: "not permitted")])
  func saysSo(event: LiveEvent) async throws {
    let world = try World()
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
    await loop.step()
    #expect(status?.reason?.contains("API calls") != true)
    world.org.callsOfOthers = 12_600
    try await cycle()
    #expect(status?.reason?.contains("84 % of its API calls") == true)
    #expect(status?.callsUsed == 84)
    #expect(status?.reason == (try world.store.syncState().statusReason))
    let due = try #require(loop.nextDue)
    #expect(due.timeIntervalSince(world.now) >= 900)
    if case .unavailable = event { #expect(status?.state == .polling(every: .seconds(900))) }
    // What the user does is sent at once all the same.
    _ = try world.add("Call Ada")
    loop.take(try world.store.syncNeed())
    await loop.step()
    #expect(world.there().count == 1)
    world.org.callsOfOthers = 0
    try await cycle()
    #expect(status?.reason?.contains("API calls") != true && status?.callsUsed == nil)
  }
}
