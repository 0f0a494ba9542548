import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Reminding of a task")
struct RemindingTests {
  static func row(_ name: String = "Call Ada about renewal", _ id: String = "t1", secondsAgo: TimeInterval = 0)
    -> ReminderRow
  {
    var row = Fixture.row(name, id, kind: .call)
    row.reminder.fields.remindAt = Fixture.now.addingTimeInterval(-secondsAgo)
    return row
  }

  private func reminded(
    _ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode, of tasks: [ReminderRow] = [row()]
  )
    -> State
  {
    var state = Fixture.state(columns, rows, glyphs: glyphs)
    state.send(.reminded(tasks))
    return state
  }

  @Test("The next moment is waited for, and then the tasks are asked for once")
  func moment() {
    var state = Fixture.state()
    #expect(state.send(.upcomingReminders(UpcomingReminders(next: Fixture.now.addingTimeInterval(30)))).isEmpty)
    #expect(Interface.nextDeadline(state) == Fixture.now.addingTimeInterval(30))
    #expect(state.send(.time(Fixture.now.addingTimeInterval(29), Fixture.today)).isEmpty)
    #expect(state.send(.time(Fixture.now.addingTimeInterval(30), Fixture.today)) == [.claimReminders])
    #expect(state.send(.time(Fixture.now.addingTimeInterval(31), Fixture.today)).isEmpty)
    // Where that gave none, it is not asked again at once.
    #expect(state.send(.reminded([])).isEmpty)
    #expect(Interface.nextDeadline(state) == Fixture.now.addingTimeInterval(60))
    state.send(.upcomingReminders(UpcomingReminders()))
    #expect(state.send(.time(Fixture.now.addingTimeInterval(200), Fixture.today)).isEmpty)
  }

  @Test("A moment that was missed is asked for at once, and said to be missed")
  func missed() throws {
    var state = Fixture.state()
    let next = Fixture.now.addingTimeInterval(-7_200)
    #expect(state.send(.upcomingReminders(UpcomingReminders(next: next))) == [.claimReminders])
    let rows = [
      RemindingTests.row(secondsAgo: 7_200), RemindingTests.row("Send the proposal", "t2"),
      RemindingTests.row("Ring", "t3"),
    ]
    #expect(state.send(.reminded(rows)) == [.notify("3 reminders: Call Ada about renewal, …")])
    #expect(state.footer.contains("Missed 11:05 (1 of 3): Call A"))
    state.press("M", "x")
    #expect(state.footer.contains("Remind (1 of 2): Send the pro"))
  }

  @Test("The line stays until it is answered, and says how", arguments: [(120, 40), (80, 24), (40, 10)])
  func line(columns: Int, rows: Int) throws {
    var state = reminded(columns, rows)
    #expect(state.isReminding)
    state.send(.time(Fixture.now.addingTimeInterval(3_600), Fixture.today))
    #expect(state.footer.contains("Remind: Call A"))
  }

  @Test("A reminder shows at its moment, and what was just said, with its undo, stays above it")
  func notice() {
    var state = Fixture.state()
    state.press("d")
    state.send(.performed(ActionReport(summary: "Deleted “Call Ada”", reminders: [], entry: 7)))
    state.send(.reminded([RemindingTests.row()]))
    #expect(state.isReminding && state.footer.contains("Remind: Call Ada"))
    #expect(state.picture.text(ofRow: 21).contains("Deleted “Call Ada”  u undoes it"))
    state.send(.time(Fixture.now.addingTimeInterval(10), Fixture.today))
    #expect(!state.picture.text.contains("undoes it") && state.footer.contains("Remind: Call Ada"))
  }

  @Test("What is not answered is kept for the next start, and no more when it is")
  func unanswered() {
    var state = reminded()
    #expect(state.unfinished.reminders == [ReminderID(rawValue: "t1")] && !state.unfinished.isEmpty)
    state.press("M", "x")
    #expect(state.unfinished.isEmpty)
  }

  @Test("Where the desktop does not take it, the terminal shows it")
  func terminal() {
    var state = Fixture.state()
    #expect(state.send(.notShownOnDesktop("Remind: Call Ada")) == [.notifyByTerminal("Remind: Call Ada")])
  }

  @Test("M and then enter opens the task, space completes it, x dismisses; all other keys are the list's")
  func answers() {
    var state = reminded()
    state.press("j", "M", "enter")
    #expect(state.listScreen?.isInDetails == true && state.selected == "t1")
    #expect(!state.isReminding)

    state = reminded()
    state.press("j")
    #expect(state.press("space") == [.perform(.setCompleted([ReminderID(rawValue: "t2")], true))])
    state.send(.performed(nil))
    #expect(state.press("M", "space") == [.perform(.setCompleted([ReminderID(rawValue: "t1")], true))])
    #expect(state.reminderShown?.rawValue == "t1")
    state.send(.performed(ActionReport(summary: "Completed “Call Ada”", reminders: [])))
    state.send(.upcomingReminders(UpcomingReminders(asked: ReminderID(rawValue: "t1"))))
    #expect(state.reminderShown == nil && state.footer.contains("Completed"))

    state = reminded()
    state.press("M", "x")
    #expect(state.reminderShown == nil && state.selected == "t1")
  }

  @Test(
    "It is put off by ten minutes, an hour, or until tomorrow at nine",
    arguments: [("m", 600.0), ("h", 3_600), ("t", 71_700)])
  func snooze(key: String, seconds: TimeInterval) throws {
    var state = reminded()
    state.press("M")
    #expect(
      state.press(key)
        == [.perform(.setReminder([ReminderID(rawValue: "t1")], Fixture.now.addingTimeInterval(seconds)))])
    state = reminded()
    #expect(state.press("M", "esc").isEmpty)
    #expect(state.isReminding)
  }

  @Test("Nine is nine also after a night in which clocks change")
  func clocksChange() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    // 28 March 2026, 20:00 in Berlin; at 2:00 the next morning it is 3:00.
    let now = Date(timeIntervalSince1970: 1_774_724_400)
    var state = Fixture.state()
    state.send(.timeZone(zone))
    state.send(.time(now, LocalDay(at: now, in: zone)))
    state.send(.reminded([RemindingTests.row()]))
    state.press("M")
    #expect(
      state.press("t")
        == [.perform(.setReminder([ReminderID(rawValue: "t1")], Date(timeIntervalSince1970: 1_774_767_600)))])
  }

  @Test("What is typed, asked or said elsewhere is not disturbed", arguments: [["a"], ["A"], ["s"], [","], ["?"]])
  func elsewhere(keys: [String]) {
    var state = Fixture.state()
    for key in keys { state.press(key) }
    state.send(.reminded([RemindingTests.row()]))
    #expect(!state.isReminding)
    state.press("x")
    #expect(state.reminderShown != nil)
  }

  @Test("It waits until the user is back in his lists")
  func waits() {
    var state = Fixture.state()
    state.press(",")
    state.send(.reminded([RemindingTests.row()]))
    #expect(state.footer.contains("Remind:") && !state.footer.contains("M answers"))
    state.press("esc")
    #expect(state.isReminding && state.footer.contains("M answers"))
    state.press("8")
    #expect(state.isReminding)
  }

  @Test("A task that is completed, deleted or put off elsewhere is no more reminded of; another name shows")
  func changed() {
    var state = reminded(of: [RemindingTests.row(), RemindingTests.row("Ring", "t2")])
    let id = ReminderID(rawValue: "t1")
    state.send(
      .upcomingReminders(UpcomingReminders(asked: id, shown: RemindingTests.row("Call Ada Byron"))))
    #expect(state.footer.contains("Call Ada Byr"))
    state.send(.upcomingReminders(UpcomingReminders()))
    #expect(state.reminderShown == id)
    state.send(.upcomingReminders(UpcomingReminders(asked: id)))
    #expect(state.reminderShown?.rawValue == "t2")
  }

  @Test("The help tells its keys while it is on the screen")
  func help() {
    var state = reminded()
    state.press("?")
    #expect(state.picture.text.contains("A reminder whose moment has come"))
  }

  @Test("Nothing that strangers wrote reaches the desktop as it is")
  func hostile() {
    var state = Fixture.state()
    let effects = state.send(.reminded([RemindingTests.row("\u{1B}]9;x\u{07}\u{202E}Call\nAda")]))
    #expect(effects == [.notify("Remind: Call Ada")])
    let long = state.send(.reminded([RemindingTests.row(String(repeating: "a", count: 5_000))]))
    #expect(long == [.notify("Remind: " + String(repeating: "a", count: 191) + "…")])
  }
}
