import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Counts")
struct CountTests {
  private static let rows = (1...60).map { Fixture.row("Task \($0)", "r\($0)", due: 2) }

  private func contents(
    _ view: ReminderView, _ rows: [ReminderRow] = rows, total: Int? = nil, limit: Int = ListQuery.firstLimit
  )
    -> ListContents
  {
    ListContents(query: ListQuery(view, limit: limit), groups: [ListGroup(.whole, rows: rows, total: total)])
  }

  /// All that is open, its first task selected.
  private var open: State {
    var state = Fixture.state()
    state.press("4")
    state.send(.list(contents(.open)))
    state.pause()
    return state
  }

  @Test(
    "A motion after digits is done so many times, in the list from before them",
    arguments: [
      (["3", "j"], "r4"), (["1", "2", "j"], "r13"), (["1", "0", "j", "4", "k"], "r7"), (["2", "ctrl-d"], "r21"),
      (["5", "G"], "r5"), (["7", "g"], "r7"), (["9", "j"], "r10"), (["9", "9", "9", "9", "9", "9", "9", "j"], "r60"),
      (["0", "j"], "r2"), (["3", "j", "j"], "r5"), (["4", "2", "down"], "r43"),
    ])
  func list(keys: [String], selected: String) {
    var state = open
    for key in keys { state.press(key) }
    #expect(state.listQuery.view == .open)
    #expect(state.selected == selected)
  }

  @Test("A digit shows its view at once, and a motion that comes late moves there")
  func late() {
    var state = open
    state.press("3")
    #expect(state.listQuery.view == .upcoming)
    #expect(state.picture.text(ofRow: 0).contains("Upcoming"))
    state.send(.list(contents(.upcoming)))
    state.pause(0.3)
    state.press("j")
    #expect(state.listQuery.view == .upcoming)
    #expect(state.selected == "r2")
  }

  @Test("The rows of the view between may have come already: those from before stand again")
  func rowsBetween() {
    var state = open
    state.press("3")
    state.send(.list(contents(.upcoming, [Fixture.row("Other", "o")])))
    state.pause(0.2)
    state.press("j")
    #expect(state.listQuery.view == .open)
    #expect(state.selected == "r4")
    #expect(state.picture.text.contains("Task 4"))
  }

  @Test("What the list is told meanwhile is not lost")
  func newerRows() {
    var state = open
    state.press("4")
    state.send(.list(contents(.open, [Fixture.row("New", "new")] + CountTests.rows)))
    state.press("j")
    #expect(state.picture.text.contains("New"))
    #expect(state.selected == "r5")
  }

  @Test("No key is lost where the list from before is still on its way")
  func keysAhead() {
    var state = open
    state.press("6")
    state.pause()
    #expect(state.press("3", "j", "space").isEmpty)
    #expect(state.listQuery.view == .completed)
    let effects = state.send(.list(contents(.completed)))
    #expect(effects == [.perform(.setCompleted([ReminderID(rawValue: "r4")], true))])
  }

  @Test("A count beyond what was read reads on, and ends at its row")
  func beyond() {
    var state = open
    state.send(.list(contents(.open, total: 2_000)))
    state.press("1", "0", "0", "0", "G")
    #expect(state.listQuery.view == .open)
    #expect(state.listQuery.limit > ListQuery.firstLimit)
    let all = (1...2_000).map { Fixture.row("Task \($0)", "r\($0)", due: 2) }
    state.send(.list(contents(.open, all, limit: state.listQuery.limit)))
    #expect(state.selected == "r1000")
  }

  @Test("Another key ends a count")
  func ended() {
    var state = open
    state.press("3")
    state.send(.list(contents(.upcoming)))
    state.press("esc", "j")
    #expect(state.listQuery.view == .agenda)
  }

  @Test("In texts digits only count, however long it takes")
  func texts() {
    var state = Fixture.state(80, 12)
    state.press("?", "3")
    state.pause(5)
    state.press("j")
    let three = state.picture.text
    state.press("g", "j", "j", "j")
    #expect(state.picture.text == three)
    #expect(state.press("4", "G", "esc").isEmpty)
  }

  @Test("Where text is typed a digit is a digit")
  func typed() {
    var state = Fixture.state()
    state.press("a", "3", "j")
    #expect(state.screen(QuickAdd.self)?.field.text == "3j")
  }

  @Test("While the details have the keys a digit shows its view, and before a motion it scrolls")
  func details() {
    var state = Fixture.state()
    state.press("enter", "6")
    state.pause()
    #expect(state.listQuery.view == .completed && state.listScreen?.isInDetails == false)
    state = Fixture.state()
    state.press("enter", "3", "j")
    #expect(state.listQuery.view == .agenda && state.listScreen?.isInDetails == true)
  }
}
