import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("What is typed and not saved")
struct UnfinishedTests {
  private func reopened(_ state: State, edited: ReminderRow? = nil) throws -> State {
    // As it is kept: in JSON.
    let unfinished = try JSONDecoder().decode(Unfinished.self, from: JSONEncoder().encode(state.unfinished))
    return State(
      size: state.size, now: Fixture.now, today: Fixture.today, timeZone: Fixture.timeZone, unfinished: unfinished,
      edited: edited)
  }

  @Test("A form is there again when the program ended in the middle, with all that was typed and chosen")
  func form() throws {
    var state = Fixture.state()
    state.press("A")
    state.type("Call Bob")
    state.press("tab")
    state.type(" x")
    state.press("tab", "space")
    var again = try reopened(state)
    again.send(.list(Fixture.agenda))
    #expect(again.unfinished == state.unfinished)
    #expect(again.picture.text.contains("Call Bob"))
    #expect(again.picture.text.contains("today x"))
    #expect(again.picture.text.contains("[high]"))
  }

  @Test("What changed in Salesforce meanwhile is no edit of the user's")
  func edited() throws {
    var state = Fixture.state()
    state.press("e")
    state.type("!")
    var row = Fixture.agenda[.today][0]
    row.reminder.fields.due = Fixture.today.day.adding(days: 3)
    var again = try reopened(state, edited: row)
    guard case .perform(.edit(let id, let fields, let changed))? = again.press("ctrl-s").first else {
      Issue.record("Nothing was sent.")
      return
    }
    #expect(id == row.id)
    #expect(changed == [.name])
    #expect(fields.name == "Call Ada about renewal!")
  }

  @Test("Of a task that is gone meanwhile it becomes a new one")
  func gone() throws {
    var state = Fixture.state()
    state.press("e")
    state.type("!")
    var again = try reopened(state)
    guard case .perform(.create(let draft))? = again.press("ctrl-s").first else {
      Issue.record("It was not added.")
      return
    }
    #expect(draft.fields.name == "Call Ada about renewal!")
  }

  @Test("What is saved or discarded is not kept")
  func ended() {
    var state = Fixture.state()
    #expect(state.unfinished.isEmpty)
    state.press("e")
    #expect(state.unfinished.isEmpty)
    state.type("!")
    #expect(!state.unfinished.isEmpty)
    state.press("ctrl-s")
    #expect(!state.unfinished.isEmpty)
    state.send(.performed(ActionReport(summary: "Changed", reminders: [ReminderID(rawValue: "t1")])))
    #expect(state.unfinished.isEmpty)
    state.press("e")
    state.type("!")
    state.press("esc", "esc")
    #expect(state.unfinished.isEmpty)
  }

  @Test("A line for a new task is kept while it is typed")
  func line() {
    var state = Fixture.state()
    state.press("a")
    state.type("Call Ada")
    #expect(state.unfinished == Unfinished(entry: "Call Ada"))
    state.press("enter")
    state.send(.performed(ActionReport(summary: "Added", reminders: [])))
    #expect(state.unfinished.isEmpty)
  }
}
