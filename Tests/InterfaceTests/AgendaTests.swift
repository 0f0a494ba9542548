import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The agenda")
struct AgendaTests {
  private func id(_ text: String) -> ReminderID { ReminderID(rawValue: text) }

  @Test("The first task of today is selected at first")
  func first() {
    #expect(Fixture.state().selected == "t1")
  }

  @Test("Keys move the selection over all groups, and stop at the ends")
  func move() {
    var state = Fixture.state()
    state.press("k")
    #expect(state.selected == "t1")
    state.press("j", "j", "down", "up")
    #expect(state.selected == "t3")
    state.press("G")
    #expect(state.selected == "c2")
    state.press("j")
    #expect(state.selected == "c2")
    state.press("g", "ctrl-d")
    #expect(state.selected == "c2")
    state.press("ctrl-u")
    #expect(state.selected == "t1")
  }

  @Test("The selection stays on its task, not on its line, when rows come before it")
  func stays() {
    var state = Fixture.state()
    state.press("j")
    var agenda = Fixture.agenda
    agenda[.today].insert(Fixture.row("New there", "n1"), at: 0)
    state.send(.list(agenda))
    #expect(state.selected == "t2")
  }

  @Test("It stays on its task when that moves to another group")
  func moves() {
    var state = Fixture.state()
    state.press("j")
    var agenda = Fixture.agenda
    agenda[.tomorrow].append(agenda[.today].remove(at: 1))
    state.send(.list(agenda))
    #expect(state.selected == "t2")
  }

  @Test("When its task goes it is on the next one, at the end on the one before, and on none when all are gone")
  func goes() {
    var state = Fixture.state()
    state.press("j")
    var agenda = Fixture.agenda
    agenda[.today].remove(at: 1)
    state.send(.list(agenda))
    #expect(state.selected == "t3")
    state.press("G")
    agenda[.completed].removeLast()
    state.send(.list(agenda))
    #expect(state.selected == "c1")
    state.send(.list(ListContents()))
    #expect(state.selected == nil)
    state.send(.list(Fixture.agenda))
    #expect(state.selected == "t1")
  }

  @Test("After a task is completed here the next one is selected; one completed there stays selected")
  func completed() {
    var agenda = Fixture.agenda
    var done = agenda[.today].remove(at: 0)
    done.reminder.fields.isCompleted = true
    agenda[.completed].insert(done, at: 0)
    var here = Fixture.state()
    here.press("space")
    here.send(.list(agenda))
    #expect(here.selected == "t2")
    var there = Fixture.state()
    there.send(.list(agenda))
    #expect(there.selected == "t1")
  }

  @Test("Each key asks for what it says")
  func effects() {
    var state = Fixture.state()
    #expect(state.press("space") == [.perform(.setCompleted([id("t1")], true))])
    #expect(state.press("!") == [.perform(.setPriority([id("t1")], .normal))])
    #expect(state.press("d") == [.perform(.delete([id("t1")]))])
    #expect(state.press("u") == [.perform(.undo)])
    #expect(state.press("r") == [.syncNow])
    #expect(state.press("q") == [.quit])
    #expect(state.press("G", "space") == [.perform(.setCompleted([id("c2")], false))])
    #expect(state.press("o", "j", "x", "tab", "?", "esc", ",", "esc", "z") == [])
  }

  @Test(
    "s and a second key put a task off",
    arguments: [("t", 1), ("m", 6), ("w", 7), ("n", nil as Int?)])
  func snooze(key: String, days: Int?) {
    var state = Fixture.state()
    let day = days.map { Fixture.today.day.adding(days: $0) }
    #expect(state.press("s", key) == [.perform(.setDue([id("t1")], day))])
    #expect(state.screens.count == 1)
  }

  @Test("s and d ask for a day, typed or picked in a calendar; any other key after s does nothing")
  func snoozePick() {
    var state = Fixture.state()
    #expect(state.press("s", "d") == [])
    #expect(state.press("right", "down", "enter") == [.perform(.setDue([id("t1")], Fixture.today.day.adding(days: 8)))])
    #expect(state.press("s", "d") == [])
    state.type("next mo")
    #expect(state.press("enter") == [])
    #expect(state.picture.text.contains("“next mo” is not a date"))
    state.type("n")
    #expect(state.press("enter") == [.perform(.setDue([id("t1")], Fixture.today.day.adding(days: 6)))])
    #expect(state.press("s", "d", "x", "esc") == [])
    #expect(state.press("s", "j") == [])
    #expect(state.selected == "t1")
    #expect(state.screens.count == 1)
  }

  @Test("x says that a conflict was seen, and only where there is one")
  func dismiss() {
    var state = Fixture.state()
    #expect(state.press("x") == [])
    #expect(state.press("j", "j", "j", "x") == [.perform(.dismissConflicts([id("t4")]))])
    state.send(.performed(nil))
    #expect(state.footer.contains("Conflict seen"))
  }

  @Test("o unfolds what is overdue, and folding it again leaves the selection on a row that is there")
  func overdue() {
    var state = Fixture.state()
    state.press("o", "g")
    #expect(state.selected == "o1")
    state.press("o")
    #expect(state.selected == "t1")
  }

  @Test("What was done is said for some seconds, with the key that undoes it")
  func notice() {
    var state = Fixture.state()
    state.press("d")
    state.send(.performed(ActionReport(summary: "Deleted “Call Ada”", reminders: [])))
    #expect(state.footer.contains("Deleted “Call Ada”  u undoes it"))
    #expect(state.footer.contains("the trash keeps it 30 days"))
    state.press("u")
    state.send(.performed(ActionReport(summary: "Undone: deleted “Call Ada”", reminders: [])))
    #expect(state.footer.contains("ctrl-r does it again"))
    #expect(state.press("ctrl-r") == [.perform(.redo)])
    state.send(.performed(ActionReport(summary: "Done again: deleted “Call Ada”", reminders: [])))
    #expect(state.footer.contains("Done again: deleted “Call Ada”  u undoes it"))
    state.press("ctrl-r")
    state.send(.performed(nil))
    #expect(state.footer.contains("There is nothing to do again."))
    state.send(.time(Fixture.now.addingTimeInterval(6), Fixture.today))
    #expect(state.footer.contains("space done"))
  }

  @Test("A failure is said until a key is pressed")
  func failure() {
    var state = Fixture.state()
    state.press("space")
    state.send(.failed("The disk is full: free some space."))
    #expect(state.footer.contains("The disk is full"))
    state.press("j")
    #expect(state.footer.contains("space done"))
  }

  @Test(
    "The cursor is on the selected row, so that a screen reader follows",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 10), Size(columns: 120, rows: 12)])
  func cursor(size: Size) throws {
    var state = Fixture.state(size.columns, size.rows)
    for _ in 0..<12 {
      let cursor = try #require(state.picture.cursor)
      let name = try #require(state.listScreen?.selectedRow(state.context)?.reminder.fields.name)
      #expect(state.picture.text(ofRow: cursor.row).contains(name.prefix(12)))
      state.press("j")
    }
  }

  @Test("Enter shows the details beside or instead of the list, and a resize keeps them")
  func details() {
    var state = Fixture.state(120, 40)
    state.press("enter")
    #expect(state.listScreen?.isInDetails == true)
    #expect(state.picture.text.contains("Today"))
    state.send(.terminal(.resize(Size(columns: 80, rows: 24))))
    #expect(!state.picture.text.contains("Send the revised proposal"))
    #expect(state.press("space") == [.perform(.setCompleted([id("t1")], true))])
    state.press("esc")
    #expect(state.picture.text.contains("Send the revised proposal"))
  }

  @Test("A click selects, a click on the check box toggles, a double click opens, the wheel scrolls")
  func mouse() throws {
    var state = Fixture.state(80, 12)
    let picture = state.picture
    let row = try #require((0..<12).first { picture.text(ofRow: $0).contains("Send the revised") })
    func press(_ column: Int) -> Event {
      .terminal(.mouse(Mouse(.press(.left), at: Position(column: column, row: row))))
    }
    #expect(state.send(press(30)) == [])
    #expect(state.selected == "t2")
    #expect(state.send(press(4)) == [.perform(.setCompleted([id("t2")], true))])
    state.send(.time(Fixture.now.addingTimeInterval(5), Fixture.today))
    state.send(press(30))
    #expect(state.listScreen?.isInDetails == false)
    state.send(press(30))
    #expect(state.listScreen?.isInDetails == true)
    state.press("esc")
    for _ in 0..<9 { state.send(.terminal(.mouse(Mouse(.wheelDown, at: Position(column: 3, row: 4))))) }
    #expect(state.picture.text.contains("Read the release notes"))
    #expect(try #require(state.picture.cursor).row > 0)
  }

  @Test("A remote change stands out for eight seconds, with its author")
  func highlight() {
    var agenda = Fixture.agenda
    agenda[.today][0].remoteChange = RemoteChange(author: Fixture.carla, arrivedAt: Fixture.now)
    var state = Fixture.state(agenda: agenda)
    state.send(.time(Fixture.now.addingTimeInterval(7.9), Fixture.today))
    #expect(state.picture.text.contains("← Carla Jones"))
    state.send(.time(Fixture.now.addingTimeInterval(8), Fixture.today))
    #expect(!state.picture.text.contains("Carla Jones"))
  }

  @Test("Without Salesforce no row is marked as local only")
  func localOnly() {
    var agenda = Fixture.agenda
    #expect(Fixture.state(agenda: agenda).picture.text.contains("local only"))
    agenda.settings.isOn = false
    #expect(!Fixture.state(agenda: agenda).picture.text.contains("local only"))
  }

  @Test("A value that an org calls otherwise is no badge")
  func mapping() {
    var agenda = Fixture.agenda
    agenda.settings.mapping.open = "In Progress"
    #expect(!Fixture.state(agenda: agenda).picture.text.contains("In Progress"))
  }
}
