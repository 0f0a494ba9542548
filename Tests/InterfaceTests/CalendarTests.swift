import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The calendar")
struct CalendarTests {
  private let today = Fixture.today.day

  private func form(_ keys: String...) -> State {
    var state = Fixture.state()
    state.press("e", "tab")
    for key in keys { state.press(key) }
    return state
  }

  @Test(
    "Keys go by days, weeks and months, and to today",
    arguments: [
      (["right"], 1), (["left"], -1), (["down"], 7), (["up", "up"], -14), (["pagedown"], 30), (["pageup"], -31),
      (["down", "down", "home"], 0), (["+", "3", "d"], 3), (["f", "r", "i", "right"], 4),
    ])
  func moves(keys: [String], days: Int) {
    var state = form("ctrl-t")
    for key in keys { state.press(key) }
    state.press("enter")
    #expect(state.screen(FormScreen.self)?[.due].text == today.adding(days: days).iso)
  }

  @Test("esc leaves the field as it was")
  func cancelled() {
    var state = form()
    let before = state.screen(FormScreen.self)?[.due].text
    state.press("ctrl-t", "down", "esc")
    #expect(state.screen(FormScreen.self)?[.due].text == before)
  }

  @Test("The time of day of a reminder stays when its day is picked")
  func time() {
    var state = form("backtab", "backtab", "backtab")
    state.type("14:30")
    state.press("ctrl-t", "right", "enter")
    #expect(state.screen(FormScreen.self)?[.remind].text == "\(today.adding(days: 1).iso) 14:30")
  }

  @Test("A click selects a day, and a second one takes it")
  func mouse() throws {
    var state = form("ctrl-t")
    let layout = CalendarLayout(today, in: Layout(state.size).body)
    let place = try #require(layout.months[0].days.first { $0.day == today.adding(days: 2) }?.place)
    let click = Event.terminal(.mouse(Mouse(.press(.left), at: place.offset(columns: 1))))
    state.send(click)
    #expect(state.screen(CalendarMenu.self)?.selected == today.adding(days: 2))
    state.send(click)
    #expect(state.screen(FormScreen.self)?[.due].text == today.adding(days: 2).iso)
  }
}
