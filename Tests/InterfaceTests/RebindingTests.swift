import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Keys of the user")
struct RebindingTests {
  private func state(_ configuration: String, glyphs: Glyphs = .unicode) throws -> State {
    var state = State(
      size: Size(columns: 80, rows: 24), now: Fixture.now, today: Fixture.today, timeZone: Fixture.timeZone,
      keys: try KeyTable(configuration: configuration, path: "config.toml"))
    state.send(.list(Fixture.agenda))
    state.send(.status(Fixture.status))
    return state
  }

  @Test("A command has the keys that the file gives it, and not the old ones")
  func binds() throws {
    var state = try state(
      """
      theme = "default-light"
      [keys]
      undo = "z f5"
      down = ["w", "down"]
      snooze = ""
      [keys.snooze_menu]
      snooze_week = "x"
      """)
    #expect(state.press("z") == [.perform(.undo)])
    #expect(state.press("f5") == [.perform(.undo)])
    #expect(state.press("u").isEmpty)
    state.press("w")
    #expect(state.selected == "t2")
    state.press("j", "s")
    #expect(state.selected == "t2")
    #expect(state.screen(SnoozeMenu.self) == nil)
    state.press(":")
    state.type("snooze")
    state.press("enter")
    #expect(state.footer.contains("x week"))
    #expect(
      state.press("x") == [.perform(.setDue([ReminderID(rawValue: "t2")], Fixture.today.day.adding(days: 7)))])
  }

  @Test("What is said of one screen stands over what is said of all")
  func scoped() throws {
    let table = try KeyTable(
      configuration: "[keys.profiles_screen]\nadd = \"N\"\n[keys]\nadd = \"ctrl-a\"", path: "config.toml")
    #expect(table.name(of: .add, in: [.profiles]) == "N")
    #expect(table.name(of: .add, in: [.list]) == "ctrl-a")
  }

  @Test("A plain letter for lists leaves the forms the keys that they had")
  func letters() throws {
    let table = try KeyTable(configuration: "[keys]\ndown = \"w down\"\nup = \"ctrl-k\"", path: "config.toml")
    #expect(table[.list].first { $0.command == .down }?.names == ["w", "down"])
    #expect(table[.form].first { $0.command == .down }?.names == ["down"])
    #expect(table[.form].first { $0.command == .up }?.names == ["ctrl-k"])
  }

  @Test("Every sentence names the keys of the user")
  func names() throws {
    var state = try state(
      """
      [keys]
      undo = "ctrl-z"
      suspend = "ctrl-x"
      toggle_overdue = "f2"
      take_other_version = ""
      log_in = "f3"
      add = "f4"
      save = "f6"
      """)
    #expect(state.picture.text.contains("f2 unfolds"))
    state.press("d")
    state.send(.performed(ActionReport(summary: "Deleted", reminders: [])))
    #expect(state.footer.contains("ctrl-z undoes it"))
    state.press("j", "j", "j", "enter")
    #expect(state.picture.text.contains(":take_other_version takes the other version, C chooses field by field"))
    state.pause(10)
    state.press("esc", "e", "x", "esc")
    #expect(state.footer.contains("f6 saves it, esc once more discards it."))
    state.press("esc", "?")
    #expect(state.picture.text.contains("delete; nothing is asked, ctrl-z undoes it"))
    state.press("esc")
    state.send(.status(SyncStatus(state: .loginNeeded)))
    state.send(.list(ListContents()))
    #expect(state.picture.text(ofRow: 23).contains("Login needed: f3"))
    #expect(state.picture.text.contains("f4  adds a task"))
    #expect(state.picture.text.contains("f3  logs in to Salesforce"))
  }

  @Test(
    "A mistake is refused with its line and what to do",
    arguments: [
      ("[keys]\ndwn = \"n\"", 2, "There is no command “dwn”: did you mean down?"),
      ("[keys.lst]\ndown = \"n\"", 1, "There is no screen “lst” with keys: did you mean list?"),
      ("\n[keys.detail]\nadd = \"n\"", 3, "“add” is no command of [keys.detail]: docs/keys.md has the names."),
      ("[keys]\ndown = \"ctl-d\"", 2, "There is no key “ctl-d”: did you mean ctrl-d?"),
      ("[keys]\n# mine\ndown = \"pagdown\"", 3, "There is no key “pagdown”: did you mean pagedown?"),
      ("[keys]\ndown = 7", 2, "“down” needs its keys as a text: write down = \"j down\", or \"\" for none."),
      ("[keys]\ndown = [\"j\", 7]", 2, "“down” needs its keys as a text: write down = \"j down\", or \"\" for none."),
      ("keys = 7", 1, "“keys” must be a table: write [keys] and below it command = \"key\"."),
      ("[keys]\nundo = \"d\"", 2, "“d” is a key of delete in [keys.task]: give one of the two another key."),
      ("[keys.task]\nedit = \"q\"", 2, "“q” is a key of quit in [keys.commands]: give one of the two another key."),
      ("[keys]\nadd = \"z\"\nundo = \"z\"", 2, "“z” is a key of undo in [keys.list]: give one of the two another key."),
      (
        "[keys.form]\nsave = \"ctrl-c\"", 2,
        "“ctrl-c” is a key of interrupt in [keys.always]: give one of the two another key."
      ),
      ("[keys.form]\nsave = \"s\"", 2, "“s” types a letter there: take a key with ctrl or alt, or one like f5."),
      ("[keys]\ninterrupt = \"Q\"", 2, "“Q” types a letter there: take a key with ctrl or alt, or one like f5."),
      ("[keys]\nundo = \"ctrl-i\"", 2, "“ctrl-i” reaches a program as tab: bind tab, or another key."),
      ("[keys]\nquit = \"\"", 2, "“quit” must keep a key: without it one cannot get away. Give it another one."),
      (
        "[keys.snooze_menu]\nback = []", 2,
        "“back” must keep a key: without it one cannot get away. Give it another one."
      ),
      ("[keys]\nhelp = \"\"", 2, "“help” must keep a key: without it one cannot get away. Give it another one."),
    ])
  func refused(configuration: String, line: Int, words: String) throws {
    let error = #expect(throws: KeyError.self) {
      _ = try KeyTable(configuration: configuration, path: "config.toml")
    }
    #expect(error?.description == "config.toml:\(line): \(words)")
  }

  @Test("Keys may be exchanged, and a key that is free where its command is in force is nobody else's")
  func exchanged() throws {
    let table = try KeyTable(
      configuration: "[keys]\nadd = \"e\"\nedit = \"a\"\n[keys.snooze_menu]\nsnooze_week = \"q\"", path: "config.toml")
    #expect(table.name(of: .add, in: [.list]) == "e")
    #expect(table.name(of: .edit, in: [.task]) == "a")
    #expect(table.name(of: .snoozeWeek, in: [.snooze]) == "q")
    // As it was: the settings close by the key that quits elsewhere.
    _ = try KeyTable(configuration: "[keys]\nquit = \"q ctrl-q\"", path: "config.toml")
  }

  @Test("Digits that are no views are only counts")
  func counts() throws {
    var state = try state("[keys]\nview_overdue = \"f2\"\nview_upcoming = \"\"")
    state.press("2")
    state.pause(0.2)
    state.press("j")
    #expect(state.selected == "t3")
    state.press("f2")
    #expect(state.listQuery.view == .overdue)
  }

  @Test("A file without keys leaves the standard ones", arguments: ["", "theme = \"x\"", "[keys]"])
  func none(configuration: String) throws {
    let table = try KeyTable(configuration: configuration, path: "config.toml")
    #expect(table.name(of: .undo) == "u")
  }
}
