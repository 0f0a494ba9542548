import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The form")
struct FormTests {
  private let t1 = ReminderID(rawValue: "t1")
  private var fields: ReminderFields { Fixture.agenda[.today][0].reminder.fields }

  private func editing() -> State {
    var state = Fixture.state()
    state.press("e")
    return state
  }

  private func form(_ state: State) -> FormScreen? { state.screen(FormScreen.self) }

  @Test("It sends only the fields that the user changed")
  func changed() {
    var state = editing()
    state.type(" now")
    var expected = fields
    expected.name = "Call Ada about renewal now"
    #expect(state.press("ctrl-s") == [.perform(.edit(t1, expected, [.name]))])
    state.send(.performed(ActionReport(summary: "Changed", reminders: [t1])))
    #expect(form(state) == nil)
  }

  @Test("Every field can be changed")
  func everything() {
    var state = editing()
    state.press("tab", "ctrl-u")
    state.type("+3d")
    state.press("tab", "space", "tab", "c", "tab", "tab", "tab", "tab", "tab", "x")
    var expected = fields
    expected.due = Fixture.today.day.adding(days: 3)
    expected.priority = .normal
    expected.details += "x"
    expected.kind = .custom
    #expect(
      state.press("ctrl-s") == [.perform(.edit(t1, expected, [.due, .priority, .details, .kind]))])
  }

  @Test("Saving what was not changed closes it without a word")
  func unchanged() {
    var state = editing()
    #expect(state.press("enter") == [])
    #expect(form(state) == nil)
  }

  @Test("A name there that is not clean does not count as changed here")
  func unclean() {
    var agenda = Fixture.agenda
    agenda[.today][0].reminder.fields.name = "  Call\u{7} Ada "
    var state = Fixture.state(agenda: agenda)
    state.press("e", "tab", "tab", "left")
    guard case .perform(.edit(_, _, let changed))? = state.press("ctrl-s").first else {
      Issue.record("Nothing was sent.")
      return
    }
    #expect(changed == [.priority])
  }

  @Test("A new task has what is typed, and is due today unless one says otherwise")
  func new() {
    var state = Fixture.state()
    state.press("A")
    state.type("Call Ada")
    #expect(
      state.press("enter")
        == [.perform(.create(ReminderDraft(fields: ReminderFields(name: "Call Ada", due: Fixture.today.day))))])
  }

  @Test("No due date is a due date that is empty")
  func noDate() {
    var state = editing()
    state.press("tab", "ctrl-u")
    var expected = fields
    expected.due = nil
    #expect(state.press("ctrl-s") == [.perform(.edit(t1, expected, [.due]))])
  }

  @Test("What cannot be saved is told at its field, and nothing is sent")
  func errors() {
    var state = Fixture.state()
    state.press("A")
    #expect(state.press("ctrl-s") == [])
    #expect(form(state)?.errors.keys.sorted { $0.rawValue < $1.rawValue } == [.name])
    state.type(String(repeating: "x", count: 256))
    state.press("tab", "ctrl-u")
    state.type("someday")
    #expect(state.press("ctrl-s") == [])
    #expect(form(state)?.errors[.name]?.contains("256") == true)
    #expect(form(state)?.errors[.due]?.contains("someday") == true)
    #expect(form(state)?.focus == .name)
    state.press("backspace")
    #expect(form(state)?.errors[.name] == nil)
  }

  @Test("On a failure it says why, and keeps everything")
  func failure() {
    var state = editing()
    state.type("!")
    state.press("ctrl-s")
    #expect(state.press("ctrl-s") == [])
    state.send(.failed("The disk is full: free some space."))
    #expect(state.footer.contains("The disk is full"))
    #expect(form(state)?[.name].text == "Call Ada about renewal!")
    #expect(state.press("ctrl-s").count == 1)
  }

  @Test("A task that was deleted meanwhile can be added again")
  func deleted() {
    var state = editing()
    state.type("!")
    state.press("ctrl-s")
    state.send(.performed(ActionReport(summary: "The task was deleted meanwhile", reminders: [])))
    #expect(state.footer.contains("deleted meanwhile"))
    guard case .perform(.create(let draft))? = state.press("ctrl-s").first else {
      Issue.record("It was not added.")
      return
    }
    #expect(draft.fields.name == "Call Ada about renewal!")
    #expect(draft.fields.person?.name == "Ada Lovelace")
  }

  @Test("A change in Salesforce is shown beside the field, and does not touch what is typed")
  func remote() {
    var state = editing()
    state.type("!")
    var agenda = Fixture.agenda
    agenda[.today][0].reminder.fields.name = "Ring Ada"
    agenda[.today][0].reminder.fields.due = Fixture.today.day.adding(days: 1)
    agenda[.today][0].remoteChange = RemoteChange(author: Fixture.carla, arrivedAt: Fixture.now)
    state.send(.list(agenda))
    #expect(state.picture.text.contains("← Carla Jones: Ring Ada"))
    #expect(form(state)?[.name].text == "Call Ada about renewal!")
    guard case .perform(.edit(_, _, let changed))? = state.press("ctrl-s").first else {
      Issue.record("Nothing was sent.")
      return
    }
    #expect(changed == [.name])
  }

  @Test("esc leaves at once when nothing was changed, else the first one warns and the second one leaves")
  func leave() {
    var state = editing()
    state.press("esc")
    #expect(form(state) == nil)
    state.press("e")
    state.type("!")
    state.press("esc")
    #expect(state.footer.contains("Not saved"))
    state.type("?")
    state.press("esc")
    #expect(form(state)?[.name].text == "Call Ada about renewal!?")
    #expect(state.press("esc") == [])
    #expect(form(state) == nil)
  }

  @Test("tab goes round the fields, and enter in the details makes a line")
  func focus() {
    var state = editing()
    state.press("backtab")
    #expect(form(state)?.focus == .details)
    state.press("enter", "x")
    #expect(form(state)?[.details].text.hasSuffix("cases.\nx") == true)
    state.press("tab")
    #expect(form(state)?.focus == .name)
    state.press("down", "down", "up")
    #expect(form(state)?.focus == .due)
  }

  @Test("The field that is typed in is in view", arguments: [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24)])
  func visible(size: Size) throws {
    var state = Fixture.state(size.columns, size.rows)
    state.press("e")
    for _ in FormField.allCases {
      let cursor = try #require(state.picture.cursor)
      #expect(Layout(size).body.contains(cursor))
      state.press("tab")
    }
  }
}
