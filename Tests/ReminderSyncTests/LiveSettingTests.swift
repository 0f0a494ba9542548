import Foundation
import Localization
import OrgModel
import ReminderStore
import Reminders
import Salesforce
import SyncSimulation
import Testing

@testable import ReminderSync

@Suite("The setting of live updates")
struct LiveSettingTests {
  @Test("Turned off nothing is listened to, and it says that the setting says so; changed, it is followed at once")
  func follows() async throws {
    let world = try World()
    try world.store.set(.live, to: "off")
    var status: SyncStatus?
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { status = $0 }
    func step() async throws {
      loop.take(try world.store.syncNeed())
      await loop.step()
    }
    try await step()
    #expect(loop.subscription == nil)
    #expect(status?.state.name == "polling")
    #expect(status?.reason?.contains("setting live") == true)
    let state = try world.store.syncState()
    #expect(state.liveWay == nil && state.liveReason == status?.reason)

    try world.store.set(.live, to: "own")
    try await step()
    let own = try #require(loop.subscription)
    #expect(own.owner == world.org.user.text)
    loop.take(
      .subscribed(LiveSubscription(.ownTasks(topic: "CommandCenterTasks", owner: world.org.user.text))))
    await loop.step()
    #expect(status?.state == .live && status?.liveWay == "PushTopic CommandCenterTasks, your tasks")

    try world.store.set(.live, to: "on")
    try await step()
    let all = try #require(loop.subscription)
    #expect(all.owner == nil && all != own)
    #expect(status?.state.name == "polling")

    try world.store.set(.live, to: "off")
    try await step()
    #expect(loop.subscription == nil && status?.reason?.contains("setting live") == true)
  }

  @Test("Off, what is done there comes with the pace of polling")
  func polls() async throws {
    let world = try World()
    try world.store.set(.live, to: "off")
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
    loop.take(try world.store.syncNeed())
    await loop.step()
    try world.colleagueCreates("Call Ada")
    let due = try #require(loop.nextDue)
    #expect(due.timeIntervalSince(world.now) < 30)
    world.advance(by: due.timeIntervalSince(world.now))
    loop.timePassed()
    await loop.step()
    #expect(try world.here("Call Ada") != nil)
  }

  @Test("What was not permitted is tried anew when the user asks, here or in another terminal")
  func triedAnew() async throws {
    let world = try World()
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
    func step() async throws -> SyncLoop.Subscription {
      loop.take(try world.store.syncNeed())
      await loop.step()
      return try #require(loop.subscription)
    }
    let first = try await step()
    loop.take(.unavailable(reason: "you may not"))
    #expect(try await step() == first)
    loop.userAsked()
    let second = try await step()
    #expect(second != first)
    loop.userAsked()
    #expect(try await step() == second)
    loop.take(.unavailable(reason: "you may not"))
    _ = try world.store.askForSync()
    #expect(try await step() != second)
  }

  @Test("A connection that breaks and is made again in a moment costs one pull, one that stays away is polled for")
  func interruption() async throws {
    let world = try World()
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
    loop.take(try world.store.syncNeed())
    await loop.step()
    let live = LiveEvent.subscribed(LiveSubscription(.changeEvents))
    loop.take(live)
    await loop.step()
    world.advance(by: 600)
    loop.take(.interrupted)
    #expect(await world.requests { await loop.step() } == [])
    world.advance(by: 1)
    loop.take(live)
    #expect(await world.requests { await loop.step() } == ["query"])
    world.advance(by: 600)
    loop.take(.interrupted)
    await loop.step()
    world.advance(by: 16)
    loop.timePassed()
    #expect(await world.requests { await loop.step() } == ["query"])
  }
}
