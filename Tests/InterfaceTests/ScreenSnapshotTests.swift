import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("What is special on some screens")
struct ScreenSnapshotTests {
  private func expect(
    _ state: State, _ name: String, _ shows: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try Snapshot.expect(state.picture.text, named: name, shows: shows, sourceLocation: sourceLocation)
  }

  @Test("The agenda where it begins to look otherwise", arguments: [(100, 30), (60, 16), (39, 10)])
  func agenda(columns: Int, rows: Int) throws {
    try expect(
      Fixture.state(columns, rows), "agenda-\(columns)x\(rows)",
      "The agenda of a full day at \(columns)x\(rows), synced live.")
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

  @Test("The help is searched, and what was found is kept with enter")
  func helpSearch() {
    var state = Fixture.state()
    state.press("?", "/")
    state.type("gone fr\u{F6}m")
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
