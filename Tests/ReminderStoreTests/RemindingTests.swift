import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Reminding at the moment")
struct RemindingTests {
  private func add(_ name: String, _ fixture: Fixture, in seconds: TimeInterval) throws -> ReminderID {
    let id = try fixture.add(name)
    try fixture.perform(.setReminder([id], fixture.now.addingTimeInterval(seconds)))
    return id
  }

  private func claim(_ fixture: Fixture, after seconds: TimeInterval = 0) throws -> [String] {
    try fixture.store.claimReminders(at: fixture.now.addingTimeInterval(seconds)).map(\.reminder.fields.name)
  }

  @Test("Who asks first reminds of what has come, the earliest first; nobody does again")
  func once() throws {
    let fixture = try Fixture()
    _ = try add("later", fixture, in: 120)
    _ = try add("missed", fixture, in: -86_400)
    _ = try add("now", fixture, in: 0)
    #expect(try claim(fixture) == ["missed", "now"])
    #expect(try claim(fixture) == [])
    #expect(try claim(fixture, after: 120) == ["later"])
  }

  @Test("Two screens on one file remind once")
  func twoScreens() throws {
    try withFolder { folder in
      let path = folder + "/default.sqlite"
      let (one, other) = (try ReminderStore(path: path), try ReminderStore(path: path))
      let draft = ReminderDraft(fields: ReminderFields(name: "Call Ada", remindAt: Fixture.now))
      _ = try one.perform(.create(draft), at: Fixture.now)
      #expect(try other.claimReminders(at: Fixture.now).count == 1)
      #expect(try one.claimReminders(at: Fixture.now).isEmpty)
    }
  }

  @Test("A new moment reminds anew")
  func anew() throws {
    let fixture = try Fixture()
    let id = try add("Call Ada", fixture, in: 0)
    #expect(try claim(fixture) == ["Call Ada"])
    #expect(
      try fixture.summary(.setReminder([id], fixture.now.addingTimeInterval(600)))
        == "Snoozed the reminder of “Call Ada”")
    #expect(try claim(fixture, after: 599) == [])
    #expect(try claim(fixture, after: 600) == ["Call Ada"])
    // Taken back, it is the moment of which he was reminded.
    try fixture.perform(.undo)
    #expect(try fixture.row(id).reminder.fields.remindAt == fixture.now)
  }

  @Test("A snooze is sent as any edit")
  func sent() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.perform(.setReminder([id], fixture.now))
    #expect(try fixture.pushes() == ["update"])
    #expect(try fixture.values(of: id).changed == [.reminder])
  }

  @Test("Only open tasks of the user are reminded of")
  func whose() throws {
    let fixture = try Fixture()
    let done = try add("done", fixture, in: 0)
    let deleted = try add("deleted", fixture, in: 0)
    let given = try add("given", fixture, in: 0)
    try fixture.perform(.setCompleted([done], true))
    try fixture.perform(.delete([deleted]))
    try fixture.perform(.edit(given, ReminderFields(name: "", assignee: Fixture.colleague), [.assignee]))
    var cancelled = Fixture.task(1, "cancelled")
    (cancelled.status, cancelled.isClosed, cancelled.remindAt) = ("Cancelled", true, fixture.now)
    _ = try fixture.imported(cancelled)
    #expect(try claim(fixture) == [])
    #expect(try fixture.store.upcomingReminders(showing: nil).next == nil)
    try fixture.perform(.setCompleted([done], false))
    #expect(try claim(fixture) == ["done"])
  }

  @Test("The next moment is known, and what became of the task that is shown")
  func upcoming() throws {
    let fixture = try Fixture()
    let id = try add("Call Ada", fixture, in: 0)
    _ = try add("later", fixture, in: 90)
    #expect(try fixture.store.upcomingReminders(showing: nil).next == fixture.now)
    _ = try claim(fixture)
    let upcoming = try fixture.store.upcomingReminders(showing: id)
    #expect(upcoming.next == fixture.now.addingTimeInterval(90))
    #expect(upcoming.asked == id && upcoming.shown?.id == id)
    try fixture.perform(.setCompleted([id], true))
    #expect(try fixture.store.upcomingReminders(showing: id).shown == nil)
  }

  @Test("What the first import brings is reminded of from then on; what comes later also when it was missed")
  func imported() throws {
    let fixture = try Fixture()
    func task(_ number: Int, in seconds: TimeInterval) -> SalesforceTask {
      var task = Fixture.task(number, "\(number)")
      task.remindAt = fixture.now.addingTimeInterval(seconds)
      return task
    }
    let mine = try add("mine", fixture, in: -5)
    let context = PullContext(
      mapping: PicklistMapping(), user: Fixture.me, now: fixture.now, serverLead: 0, isFirstImport: true)
    _ = try fixture.store.absorb([task(1, in: -60), task(2, in: 60)], context) { _ in }
    _ = try fixture.absorb(task(3, in: -60))
    #expect(try claim(fixture, after: 60) == ["3", "mine", "2"])
    #expect(try fixture.store.upcomingReminders(showing: mine).next == nil)
  }
}
