import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Screens look as their snapshots")
struct ScreenSnapshotTests {
  private func expect(
    _ state: State, _ name: String, _ shows: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try Snapshot.expect(state.picture.text, named: name, shows: shows, sourceLocation: sourceLocation)
  }

  @Test("The agenda at every size", arguments: [(80, 24), (120, 40), (100, 30), (60, 16), (40, 10), (39, 10)])
  func agenda(columns: Int, rows: Int) throws {
    try expect(
      Fixture.state(columns, rows), "agenda-\(columns)x\(rows)",
      "The agenda of a full day at \(columns)x\(rows), synced live.")
  }

  @Test("The agenda without UTF-8")
  func ascii() throws {
    try expect(
      Fixture.state(120, 24, glyphs: .ascii), "agenda-ascii", "The agenda where the locale is not UTF-8: ASCII only.")
  }

  @Test("What is overdue, unfolded")
  func overdue() throws {
    var state = Fixture.state()
    state.press("o", "g")
    try expect(state, "agenda-overdue", "The agenda with what is overdue unfolded, its first task selected.")
  }

  @Test("A row that was changed in Salesforce a moment ago")
  func changed() throws {
    var agenda = Fixture.agenda
    agenda[.today][1].remoteChange = RemoteChange(author: Fixture.carla, arrivedAt: Fixture.now.addingTimeInterval(-3))
    let state = Fixture.state(agenda: agenda)
    let row = try #require((0..<24).first { state.picture.text(ofRow: $0).contains(Fixture.carla) })
    let styles = state.picture.styleRuns(ofRow: row)
      .map { "\($0.columns.lowerBound)-\($0.columns.upperBound - 1) \($0.style)" }
    try Snapshot.expect(
      state.picture.text + "\n\nStyles of row \(row):\n" + styles.joined(separator: "\n"), named: "agenda-changed",
      shows: "Carla Jones has just changed “Send the revised proposal”: the row stands out, by words and by colour.")
  }

  @Test("An empty agenda says what to do next")
  func empty() throws {
    try expect(
      Fixture.state(agenda: ListContents(), status: SyncStatus(state: .off)), "empty-off",
      "Nothing due, and the sync is off.")
    var contents = ListContents()
    contents.settings.isOn = true
    try expect(Fixture.state(agenda: contents), "empty-live", "Nothing due, and the sync is live.")
    contents[.completed] = Fixture.agenda[.completed]
    try expect(Fixture.state(agenda: contents), "all-done", "Everything of today is done.")
  }

  @Test("The details of a task")
  func details() throws {
    var state = Fixture.state()
    state.press("enter")
    try expect(state, "details", "The details of a task at 80x24, opened with enter.")
    state.press("esc", "j", "j", "j", "enter")
    try expect(
      state, "details-conflict", "A task that was changed on both sides: both versions, and who made the other.")
    state.press("esc", "j", "enter")
    try expect(state, "details-refused", "A task whose change Salesforce refused: why, and what to do.")
  }

  @Test("Both versions of a conflict, field by field")
  func conflict() throws {
    var agenda = Fixture.agenda
    let due = try #require(agenda.conflicts[ReminderID(rawValue: "t4")]?.first)
    agenda.conflicts[due.reminder]?
      .append(
        ConflictEntry(
          reminder: due.reminder, subject: .field(.details), kept: .here,
          hereValue: "She asked for a three year price.\nBring the usage report.", thereValue: "Two years are enough.",
          author: due.author, authorAt: due.authorAt))
    var state = Fixture.state(agenda: agenda)
    state.press("j", "j", "j", "C", "j")
    try expect(state, "conflict", "After C: both versions of each field, those that stand in brackets.")
    state.send(.terminal(.resize(Size(columns: 40, rows: 10))))
    try expect(state, "conflict-40x10", "The same on the smallest screen.")
  }

  @Test("Many tasks that are gone from Salesforce")
  func vanishing() throws {
    var agenda = Fixture.agenda
    agenda.counts.vanishing = 62
    var state = Fixture.state(agenda: agenda)
    try expect(state, "vanishing", "62 tasks are gone from Salesforce, and wait for an answer.")
    state.press("D")
    try Snapshot.expect(state.picture.text(ofRow: 22), named: "vanishing-menu", shows: "After D: what to do with them.")
  }

  @Test("Quick add reads while it is typed")
  func quickAdd() throws {
    var state = Fixture.state()
    state.press("a")
    try expect(state, "quick-add-empty", "Quick add, just opened: an example.")
    state.type("Call Ada about renewal fri !high #call @Ada Lovelace")
    try expect(state, "quick-add", "Quick add with a line, and what it means under it.")
    state.type(" #fax")
    try expect(state, "quick-add-error", "Quick add with an error under the line.")
  }

  @Test("The snooze menu")
  func snooze() throws {
    var state = Fixture.state()
    state.press("s")
    try expect(state, "snooze", "After s: the keys of the snooze, in the line above the status bar.")
  }

  @Test("The form")
  func form() throws {
    var state = Fixture.state()
    state.press("e")
    try expect(state, "form-edit", "The form of a task, just opened.")
    state.press("tab", "ctrl-u")
    state.type("31/11")
    state.press("ctrl-s")
    var agenda = Fixture.agenda
    agenda[.today][0].reminder.fields.name = "Call Ada about the renewal of all engines"
    agenda[.today][0].remoteChange = RemoteChange(author: Fixture.carla, arrivedAt: Fixture.now)
    state.send(.list(agenda))
    try expect(
      state, "form-trouble", "The form with a date that does not exist, and a name that Carla changed meanwhile.")
    state.press("esc")
    try expect(state, "form-leave", "After esc in a form that was changed.")
    state.press("backtab", "backtab")
    state.send(.terminal(.resize(Size(columns: 40, rows: 10))))
    try expect(state, "form-40x10", "The form on the smallest screen, in the details.")
  }

  @Test("The settings")
  func settings() throws {
    var state = Fixture.state(agenda: ListContents(), status: SyncStatus(state: .off, org: "acme.my.salesforce.com"))
    state.press(",")
    try expect(state, "settings-off", "The settings before the sync box was ever ticked.")
    var live = Fixture.state()
    live.send(
      .status(
        SyncStatus(
          state: .polling(every: .seconds(15)),
          reason: "The org has no Change Data Capture for Task, so changes are asked for.", lastSync: Fixture.now,
          org: "https://acme.my.salesforce.com", user: "ada@acme.com")))
    live.press(",", "j", "enter")
    live.type(" {{activity_name}}")
    try expect(live, "settings-template", "The subject template while it is typed, with a field that does not exist.")
    live.press("esc", "G")
    live.send(.terminal(.resize(Size(columns: 40, rows: 10))))
    try expect(live, "settings-40x10", "The end of the settings on the smallest screen.")
  }

  @Test("The help")
  func help() throws {
    var state = Fixture.state(80, 40)
    state.press("?")
    try expect(state, "help-agenda", "The keys of the agenda.")
  }

  @Test("The help, searched", arguments: [(80, 24), (40, 10)])
  func helpSearch(columns: Int, rows: Int) throws {
    var state = Fixture.state(columns, rows)
    state.press("?", "/")
    state.type("gone fr\u{F6}m")
    try expect(state, "help-search-\(columns)x\(rows)", "The help while “gone fröm” is searched in it.")
    state.press("enter")
    #expect(state.footer.contains("end the search"))
    state.press("/")
    state.type(" nothing")
    #expect(state.picture.text.contains("No key fits"))
    state.press("esc")
    #expect(state.picture.text.contains("complete or reopen"))
    state.press("esc")
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("The first start")
  func welcome() throws {
    var state = Fixture.state(isNew: true)
    try expect(state, "welcome", "The first start, without a profile.")
    state.send(.terminal(.resize(Size(columns: 120, rows: 40))))
    try expect(state, "welcome-120x40", "The first start, on a large screen.")
    state.send(.terminal(.resize(Size(columns: 40, rows: 10))))
    try expect(state, "welcome-40x10", "The first start, on the smallest screen.")
    try expect(
      Fixture.state(glyphs: .ascii, isNew: true), "welcome-ascii", "The first start, where the locale is not UTF-8.")
  }

  @Test("Notices say how to take back what was done")
  func notice() throws {
    var state = Fixture.state()
    state.press("d")
    state.send(.performed(ActionReport(summary: "Deleted “Call Ada about renewal”", reminders: [])))
    try Snapshot.expect(
      state.picture.text(ofRow: 22), named: "notice", shows: "The line above the status bar after a delete.")
  }

  @Test("Hostile names do no harm")
  func hostile() throws {
    var agenda = Fixture.agenda
    agenda[.today][0].reminder.fields.name = "\u{1B}[2JClear\u{07} \u{202E}drowssap\u{202C} \u{1B}]0;title\u{07}me"
    agenda[.today][1].reminder.fields.name = "契約更新について田中さんに電話する件、来週までに必ず返事をもらうこと"
    agenda[.today][2].reminder.fields.name = "👩‍👩‍👧‍👦 family 🇩🇪 flag é e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} Z̷̢̛"
    agenda[.today][3].reminder.fields.name = "two\nlines\tand a tab\r\nand more"
    agenda[.today][4].reminder.fields.name = ""
    agenda[.today][5].reminder.fields.name = String(repeating: "W", count: 300)
    agenda[.today][1].reminder.fields.person = RecordReference(id: "1", name: "田中\u{200B}\u{0000}花子")
    var state = Fixture.state(100, 24, agenda: agenda)
    try expect(state, "hostile", "Names with escape sequences, wide letters, emoji, line breaks: no column breaks.")
    state.press("j", "e")
    try expect(state, "hostile-form", "The form with a name in wide letters.")
  }
}
