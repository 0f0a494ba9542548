import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The palette")
struct PaletteTests {
  private func first(_ typed: String, in state: State = Fixture.state()) -> Command? {
    var state = state
    state.press(":")
    state.type(typed)
    return state.screen(PaletteScreen.self)?.matches.first?.item.command
  }

  @Test(
    "A few letters of what a command does find it, also with accents and by its name in the configuration",
    arguments: [
      ("undo", Command.undo), ("compl", .toggleCompleted), ("adtask", .add), ("sync now", .syncNow), ("sét", .settings),
      ("half_page_down", .halfPageDown), ("overd", .viewOverdue), ("quit", .quit), ("hpd", .halfPageDown),
    ])
  func finds(typed: String, command: Command) {
    #expect(first(typed) == command)
  }

  @Test("The best match counts starts of words and letters in a row")
  func scores() throws {
    let start = try #require(FuzzyMatch("re", in: "redo it"))
    let word = try #require(FuzzyMatch("re", in: "try redo"))
    let inside = try #require(FuzzyMatch("re", in: "more here"))
    let apart = try #require(FuzzyMatch("re", in: "a bride"))
    #expect(start.score > word.score)
    #expect(word.score > inside.score)
    #expect(inside.score > apart.score)
    #expect(FuzzyMatch("nn", in: "Ann") == FuzzyMatch("ÑN", in: "Ann"))
    #expect(FuzzyMatch("abc", in: "acb") == nil)
    #expect(FuzzyMatch("abc", in: "ab") == nil)
    #expect(FuzzyMatch("", in: "ab")?.places == [])
    #expect(FuzzyMatch("dt", in: "a démon tries")?.places == [2, 8])
  }

  @Test("Enter does what the key would have done")
  func runs() {
    var state = Fixture.state()
    state.press("j", ":")
    state.type("complete or")
    #expect(state.press("enter") == [.perform(.setCompleted([ReminderID(rawValue: "t2")], true))])
    #expect(state.screen(ListScreen.self) != nil)
    state.press("ctrl-p")
    state.type("settings")
    state.press("enter")
    #expect(state.screen(SettingsScreen.self) != nil)
  }

  @Test("What was chosen waits for the rows of a view that is on its way, as a key does")
  func typeahead() {
    var state = Fixture.state()
    state.press("4", ":")
    state.type("complete or")
    #expect(state.press("enter", "j", "space").isEmpty)
    let rows = ["a", "b"].map { Fixture.row($0, $0) }
    let effects = state.send(
      .list(ListContents(query: ListQuery(.open), groups: [ListGroup(.whole, rows: rows)])))
    #expect(
      effects == [
        .perform(.setCompleted([ReminderID(rawValue: "a")], true)),
        .perform(.setCompleted([ReminderID(rawValue: "b")], true)),
      ])
  }

  @Test("Esc leaves everything as it was")
  func leaves() {
    var state = Fixture.state()
    state.press("j", ":", "esc")
    #expect(state.selected == "t2")
    #expect(state.screen(ListScreen.self) != nil)
    state.press(":")
    state.type("no such thing at all")
    #expect(state.press("enter").isEmpty)
    #expect(state.screen(PaletteScreen.self) != nil)
  }

  @Test("What was chosen last is offered first")
  func recent() {
    var state = Fixture.state()
    state.press(":")
    state.type("redo")
    state.press("enter", ":")
    #expect(state.screen(PaletteScreen.self)?.matches.first?.item.command == .redo)
    #expect(state.press("enter") == [.perform(.redo)])
  }

  @Test("It is there wherever keys are commands", arguments: [[], ["enter"], [","], ["i"], ["P"], ["L"], ["?"]])
  func everywhere(keys: [String]) {
    for key in [":", "ctrl-p"] {
      var state = Fixture.state()
      for key in keys { state.press(key) }
      let below = state.screens.count
      state.press(key)
      #expect(state.screen(PaletteScreen.self) != nil)
      #expect(state.screens.count == below + 1)
    }
  }

  @Test("A click does the command under it")
  func mouse() {
    var state = Fixture.state()
    state.press(":")
    state.type("settings")
    let row = (0..<24).last { state.picture.text(ofRow: $0).contains(" settings ") } ?? 0
    state.send(.terminal(.mouse(Mouse(.press(.left), at: Position(column: 8, row: row)))))
    #expect(state.screen(SettingsScreen.self) != nil)
  }

  @Test("Where one key is awaited it offers what there is to choose", arguments: ["s", "S", "f"])
  func menus(key: String) {
    var state = Fixture.state()
    state.press(key, "ctrl-p")
    #expect(state.screen(PaletteScreen.self) != nil)
    state.press("esc")
    #expect(state.screens.count == 2)
  }

  @Test("What is chosen of a snooze is done to the task")
  func snooze() {
    var state = Fixture.state()
    state.press("s", "ctrl-p")
    state.type("by a week")
    #expect(
      state.press("enter") == [.perform(.setDue([ReminderID(rawValue: "t1")], Fixture.today.day.adding(days: 7)))])
  }
}
