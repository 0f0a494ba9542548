import Foundation
import Localization
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("Up to where announcements have been taken up, and by which way they come")
struct LivePlaceTests {
  private static let subscribed = LiveEvent.subscribed(
    LiveSubscription(.topic("CommandCenterTasks"), whyNotBetter: "change events need the permission View All Data"))

  private func loop(_ world: World, _ onStatus: @escaping (SyncStatus) -> Void = { _ in }) async throws -> SyncLoop {
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment, onStatus: onStatus)
    loop.take(try world.store.syncNeed())
    await loop.step()
    return loop
  }

  private func place(_ replayID: Int) -> LivePlace {
    LivePlace(channel: "/topic/CommandCenterTasks", replayID: replayID)
  }

  @Test("An event counts as seen only when what it led to is in the store")
  func afterTheWork() async throws {
    let world = try World()
    let loop = try await loop(world)
    loop.take(Self.subscribed)
    await loop.step()
    #expect(loop.livePlace == nil)
    let id = try world.colleagueCreates("Call Ada")
    loop.take(.changed([Announcement(id: id.text, owner: world.org.user.text)]))
    loop.take(.reached(place(7)))
    #expect(loop.livePlace == nil)
    world.org.failNext("query", .before)
    await loop.step()
    #expect(loop.livePlace == nil)
    #expect(try world.here("Call Ada") == nil)
    world.advance(by: 10)
    loop.timePassed()
    await loop.step()
    #expect(loop.livePlace == place(7))
    #expect(try world.here("Call Ada") != nil)
    // The tasks of others lead to nothing, and are seen.
    loop.take(.changed([Announcement(id: "00T000000000999AAA", owner: world.org.colleague.text)]))
    loop.take(.reached(place(8)))
    #expect(await world.requests { await loop.step() }.isEmpty)
    #expect(loop.livePlace == place(8))
  }

  @Test("The place that another process has left is kept until there is a new one")
  func kept() async throws {
    let world = try World()
    let loop = try await loop(world)
    loop.livePlace = place(3)
    loop.take(Self.subscribed)
    await loop.step()
    #expect(loop.livePlace == place(3))
  }

  @Test("The way and why it is not a better one are shown, and kept for other processes; without a way, why")
  func way() async throws {
    let world = try World()
    var status: SyncStatus?
    let loop = try await loop(world) { status = $0 }
    loop.take(Self.subscribed)
    await loop.step()
    let why = "change events need the permission View All Data"
    #expect(status?.state == .live)
    #expect(status?.reason == "PushTopic CommandCenterTasks: \(why)")
    #expect(status?.liveWay == "PushTopic CommandCenterTasks")
    var state = try world.store.syncState()
    #expect(state.liveWay == "PushTopic CommandCenterTasks" && state.liveReason == why)

    loop.take(.subscribed(LiveSubscription(.changeEvents)))
    await loop.step()
    #expect(status?.reason == "change events")
    state = try world.store.syncState()
    #expect(state.liveWay == "change events" && state.liveReason == nil)

    loop.take(.unavailable(reason: "a limit is reached"))
    await loop.step()
    #expect(status?.state == .polling(every: .seconds(15)))
    #expect(status?.reason == "a limit is reached" && status?.liveWay == nil)
    state = try world.store.syncState()
    #expect(state.liveWay == nil && state.liveReason == "a limit is reached")

    // It is tried again by itself, and is live again when it succeeds.
    loop.take(Self.subscribed)
    await loop.step()
    #expect(status?.state == .live)
  }

  @Test("A change of somebody's task that does not say whose it is, and is not linked here, is left to the next pull")
  func changedByChangeEvent() async throws {
    let world = try World()
    let loop = try await loop(world)
    loop.take(.subscribed(LiveSubscription(.changeEvents)))
    await loop.step()
    let theirs = try world.colleagueCreates("Theirs", ["OwnerId": .id(world.org.colleague)])
    loop.take(.changed([Announcement(id: theirs.text, owner: nil)]))
    #expect(await world.requests { await loop.step() }.isEmpty)
    // Given to the user, the event says so.
    try world.colleagueChanges("Theirs", ["OwnerId": .id(world.org.user)])
    loop.take(.changed([Announcement(id: theirs.text, owner: world.org.user.text)]))
    #expect(await world.requests { await loop.step() } == ["query"])
    #expect(try world.here("Theirs") != nil)
    // From then on a change without an owner is about a linked task.
    world.advance(by: 5)
    try world.colleagueChanges("Theirs", ["Priority": .text("High")])
    loop.take(.changed([Announcement(id: theirs.text, owner: nil)]))
    #expect(await world.requests { await loop.step() } == ["query"])
    #expect(try world.here("Theirs")?.reminder.fields.priority == .high)
  }
}
