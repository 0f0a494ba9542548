import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("What is announced, of everybody's tasks, and what of it is fetched (sync-rules.md §3)")
struct AnnouncementTests {
  /// A process that syncs, live, with one linked task.
  private struct Listener {
    let world: World
    let loop: SyncLoop
    let linked: String

    init() async throws {
      world = try World()
      linked = try world.colleagueCreates("Linked").text
      loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
      loop.take(try world.store.syncNeed())
      await loop.step()
      loop.take(.subscribed(LiveSubscription(.changeEvents)))
      await loop.step()
      world.advance(by: 60)
    }

    /// The requests that an announcement leads to.
    func requests(after event: LiveEvent) async -> [String] {
      await world.requests {
        loop.take(event)
        await loop.step()
      }
    }

    func requests(_ id: String, owner: RecordID?) async -> [String] {
      await requests(after: .changed([Announcement(id: id, owner: owner?.text)]))
    }
  }

  @Test("The tasks of ten thousand colleagues cost nothing")
  func others() async throws {
    let listener = try await Listener()
    let world = listener.world
    let theirs = try world.colleagueCreates("Not mine", ["OwnerId": .id(world.org.colleague)])
    // Created, changed or restored it says whose it is; deleted it does not.
    for owner in [world.org.colleague, nil] {
      #expect(await listener.requests(theirs.text, owner: owner).isEmpty)
    }
    let many = (0..<10_000).map { Announcement(id: "00Tx\($0)", owner: $0 % 3 == 0 ? nil : "005x\($0)") }
    #expect(await listener.requests(after: .changed(many)).isEmpty)
    // Among them the user's own is found.
    let mine = try world.colleagueCreates("Mine")
    let both = many + [Announcement(id: mine.text, owner: world.org.user.text)]
    #expect(await listener.requests(after: .changed(both)) == ["query"])
    #expect(try world.here().map(\.reminder.fields.name).sorted() == ["Linked", "Mine"])
  }

  @Test("A linked task is fetched whoever has it now: given away it leaves the lists, deleted it goes to the trash")
  func linked() async throws {
    for isDeleted in [true, false] {
      let listener = try await Listener()
      let world = listener.world
      if isDeleted {
        try world.colleagueDeletes("Linked")
      } else {
        try world.colleagueChanges("Linked", ["OwnerId": .id(world.org.colleague)])
      }
      let owner = isDeleted ? nil : world.org.colleague
      #expect(await listener.requests(listener.linked, owner: owner) == ["query"])
      let today = LocalDay(at: world.now, in: .gmt)
      #expect(try world.store.rows(.open, on: today).isEmpty)
      #expect(try world.store.rows(.trash, on: today).count == (isDeleted ? 1 : 0))
      // Restored, or given back, it is the user's again.
      world.advance(by: 60)
      try world.org.change { model, now in
        if isDeleted {
          try model.undelete(listener.linked, by: world.org.colleague, at: now)
        } else {
          try model.update(listener.linked, ["OwnerId": .id(world.org.user)], by: world.org.colleague, at: now)
        }
      }
      #expect(await listener.requests(listener.linked, owner: world.org.user) == ["query"])
      #expect(try world.store.rows(.open, on: today).map(\.reminder.fields.name) == ["Linked"])
    }
  }

  @Test("What does not say whose it is, and is not linked, is found by the next pull; so is what a gap may hide")
  func untold() async throws {
    let listener = try await Listener()
    let world = listener.world
    let mine = try world.colleagueCreates("Mine")
    #expect(await listener.requests(mine.text, owner: nil).isEmpty)
    #expect(try world.here("Mine") == nil)
    #expect(await listener.requests(after: .missed) == ["query"])
    #expect(try world.here("Mine") != nil)
  }
}
