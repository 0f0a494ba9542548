import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The settings")
struct SettingsTests {
  private func settings(_ keys: String..., agenda: ListContents? = nil) -> State {
    var state = Fixture.state(agenda: agenda)
    state.press(",")
    for key in keys { state.press(key) }
    return state
  }

  @Test("The first one is the box that syncs; space ticks and unticks it")
  func sync() {
    var off = settings(agenda: ListContents())
    #expect(off.picture.text.contains("[ ] Sync reminder tasks with Salesforce"))
    #expect(off.picture.text.contains("nothing that is"))
    #expect(off.press("space") == [.set(.sync, "on")])
    var on = settings()
    #expect(on.picture.text.contains("[x] Sync reminder tasks with Salesforce"))
    #expect(on.press("enter") == [.set(.sync, "off")])
  }

  @Test("A subject template is typed, with its preview, and saved with enter")
  func template() {
    var state = settings("j", "enter", "ctrl-u")
    state.type("{{activity_type}}: {{activity_subject}}")
    #expect(state.picture.text.contains("makes: Call: Call Ada about renewal"))
    #expect(state.press("enter") == [.set(.subjectTemplate, "{{activity_type}}: {{activity_subject}}")])
    #expect(state.screen(SettingsScreen.self)?.editing != nil)
    state.send(.settingSaved(.subjectTemplate))
    #expect(state.screen(SettingsScreen.self)?.editing == nil)
  }

  @Test("A value that is refused is told, not sent, and stays as typed")
  func refused() {
    var state = settings("j", "enter", "ctrl-u")
    state.type("{{name}}")
    #expect(state.picture.text.contains("There is no dynamic field {{name}}"))
    #expect(state.press("enter") == [])
    #expect(state.screen(SettingsScreen.self)?.editing?.text == "{{name}}")
    state.press("esc")
    #expect(state.screen(SettingsScreen.self)?.editing == nil)
  }

  @Test("On a failure it says why, and keeps what was typed")
  func failure() {
    var state = settings("j", "j", "j", "enter")
    state.type(" yet")
    #expect(state.press("enter") == [.set(.statusOpen, "Not Started yet")])
    state.send(.failed("The org has no Status “Not Started yet”."))
    #expect(state.picture.text.contains("The org has no Status"))
    #expect(state.screen(SettingsScreen.self)?.editing?.text == "Not Started yet")
  }

  @Test("A failure of the sync box is told too")
  func syncFailure() {
    var state = settings()
    state.press("space")
    state.send(.failed("No org is connected."))
    #expect(state.picture.text.contains("No org is connected."))
  }

  @Test("The import window turns over, and live updates and the theme go round")
  func choices() {
    var state = settings("j", "j")
    #expect(state.press("space") == [.set(.importWindow, "recent")])
    state.press("G", "k", "k", "k", "k", "k", "k")
    #expect(state.press("space") == [.set(.live, "own")])
    #expect(state.press("left") == [.set(.live, "off")])
    state.press("G")
    #expect(state.press("right") == [.set(.theme, "default-light")])
    #expect(state.press("left") == [.set(.theme, "default-light")])
  }

  @Test("How reminders draw attention goes round, and each value says what it does")
  func notifications() {
    var state = settings("G", "k", "k", "k", "k", "k")
    var seen: [String] = []
    for ways in Notifications.allCases {
      state.send(.notifications(ways))
      let row = (0..<24).map { state.picture.text(ofRow: $0) }.first { $0.contains("Reminders ") } ?? ""
      seen.append(row.trimmingCharacters(in: .whitespaces))
    }
    #expect(Set(seen).count == Notifications.allCases.count)
    state.send(.notifications(.on))
    #expect(state.press("space") == [.set(.notifications, "bell")])
    #expect(state.press("left") == [.set(.notifications, "off")])
  }

  @Test("How much the log tells goes round, and each level says what it adds")
  func logLevel() {
    var state = settings("G", "k", "k", "k")
    #expect(state.picture.text.contains("info: and what was done"))
    #expect(state.press("space") == [.set(.logLevel, "debug")])
    #expect(state.press("left") == [.set(.logLevel, "warning")])
    state.send(.logLevel(.trace))
    #expect(state.press("space") == [.set(.logLevel, "error")])
  }

  @Test("It says how many commands have other keys and where they are changed, and lists all of them")
  func keys() throws {
    var state = settings("G", "k", "k", "k", "k")
    #expect(state.picture.text.contains("the standard ones"))
    #expect(state.picture.text.contains("config.toml"))
    state.context.keys = try KeyTable(
      configuration: "[keys]\nundo = \"z\"\nredo = \"Z\"", path: "config.toml")
    #expect(state.picture.text.contains("2 commands have other keys"))
    #expect(state.press("enter").isEmpty)
    #expect(state.picture.text.contains("Help: all screens"))
    state.press("/")
    state.type("by a week")
    #expect(state.picture.text.contains("by a week") && !state.picture.text.contains("No key fits"))
    state.press("esc", "esc")
    #expect(state.screen(SettingsScreen.self) != nil)
  }

  @Test("Themes are tried on: moving over one shows the screen in it, enter takes it, esc brings the old one back")
  func tryingOn() {
    var state = settings("G", "enter")
    #expect(state.press("k") == [])
    #expect(state.press("j") == [.showTheme("default-light")])
    state.send(.theme(Theme(name: "default-light", appearance: .light, styles: [:])))
    #expect(state.picture.text.contains("default-dark  (now)"))
    #expect(state.press("j") == [])
    #expect(state.press("esc") == [.showTheme("default-dark")])
    #expect(state.screen(SettingsScreen.self) != nil)
    state.send(.theme(.standard))
    state.press("enter")
    state.press("j")
    #expect(state.press("enter") == [.set(.theme, "default-light")])
    state.send(.settingSaved(.theme))
    state.press("enter")
    #expect(state.press("enter") == [.showTheme("default-dark")])
  }

  @Test("A new theme colours the screen at once")
  func theme() {
    var state = settings()
    let black = Color(red: 0, green: 0, blue: 0)
    state.send(.theme(Theme(name: "mine", appearance: .dark, styles: [.text: Style(background: black)])))
    #expect(state.picture.cell(at: Position(column: 70, row: 1))?.style.background == black)
    #expect(state.picture.text.contains("mine"))
  }

  @Test("It says why the sync is not live")
  func reason() {
    var state = settings("G")
    state.send(.status(SyncStatus(state: .polling(every: .seconds(15)), reason: "The org sends no change events.")))
    #expect(state.picture.text.contains("The org sends no change events."))
  }
}
