import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Views")
struct ViewTests {
  /// What the program reads when a view is asked for.
  private func contents(
    _ view: ReminderView, _ rows: [ReminderRow], total: Int? = nil, limit: Int = ListQuery.firstLimit
  )
    -> ListContents
  {
    ListContents(query: ListQuery(view, limit: limit), groups: [ListGroup(.whole, rows: rows, total: total)])
  }

  private var open: [ReminderRow] {
    [
      Fixture.row("Late", "a", due: -3), Fixture.row("Now", "b"), Fixture.row("Soon", "c", due: 1),
      Fixture.row("Then", "d", due: 9), Fixture.row("Some day", "e", due: nil),
    ]
  }

  @Test("A click on a tab shows its view, from the changes too; beside them it does nothing")
  func clickOnTab() throws {
    var state = Fixture.state(120, 40)
    func click(_ text: String) throws {
      let header = state.picture.text(ofRow: 0)
      let start = try #require(header.range(of: text)?.lowerBound)
      let column = header.distance(from: header.startIndex, to: start)
      state.send(.terminal(.mouse(Mouse(.press(.left), at: Position(column: column, row: 0)))))
    }
    try click("3 Upcoming")
    #expect(state.listQuery.view == .upcoming)
    try click("8 Changes")
    #expect(state.screen(ChangesScreen.self) != nil)
    try click("2 Overdue")
    #expect(state.screen(ChangesScreen.self) == nil)
    #expect(state.listQuery.view == .overdue)
    try click("24 November")
    #expect(state.listQuery.view == .overdue)
  }

  @Test(
    "A digit asks for a view, and shows it when it is there", arguments: ListScreen.viewKeys + [ListScreen.outboxKey])
  func digits(_ binding: KeyBinding) throws {
    let view = try #require(binding.command.view)
    var state = Fixture.state()
    state.press(binding.names[0])
    #expect(state.listQuery.view == view)
    #expect(state.picture.text(ofRow: 0).contains(view.title))
    guard view != .agenda else { return }
    #expect(!state.picture.text.contains("Call Ada about renewal"))
    state.send(.list(contents(view, [Fixture.row("Seen there", "v1")])))
    #expect(state.selected == "v1")
    #expect(state.picture.text.contains("Seen there"))
  }

  @Test("Keys pressed before the rows of a view are there wait for them")
  func keysAhead() {
    var state = Fixture.state()
    state.press("4")
    state.pause()
    #expect(state.press("j", "space").isEmpty)
    let effects = state.send(.list(contents(.open, open)))
    #expect(effects == [.perform(.setCompleted([ReminderID(rawValue: "b")], true))])
    #expect(state.press("4", "2", "q") == [.quit])
  }

  @Test("A letter typed after keys that wait quits nothing, as it may be meant for what they open; ctrl-c does")
  func lettersAhead() {
    var state = Fixture.state()
    #expect(state.press("4", "space", "a", "q").isEmpty)
    #expect(state.press("ctrl-c") == [.quit])
    state.send(.list(contents(.open, open)))
    #expect(state.screen(QuickAdd.self)?.field.text == "q")
  }

  @Test("Coming back to a view is coming back to the same task")
  func places() {
    var state = Fixture.state()
    state.press("j", "j", "4")
    state.send(.list(contents(.open, open)))
    state.pause()
    state.press("G")
    #expect(state.selected == "e")
    state.press("1")
    state.send(.list(Fixture.agenda))
    #expect(state.selected == "t3")
    state.press("4")
    state.send(.list(contents(.open, open)))
    #expect(state.selected == "e")
    state.press("esc")
    #expect(state.listQuery.view == .agenda)
  }

  @Test("What is open stands under overdue, today, tomorrow, later and no date")
  func headings() {
    var state = Fixture.state()
    state.press("4")
    state.send(.list(contents(.open, open)))
    let headings = state.listScreen?.lines.all
      .compactMap { line in
        if case .heading(let heading, _) = line { heading } else { nil }
      }
    #expect(headings == [.overdue, .today, .tomorrow, .later, .noDate])
  }

  @Test("What is completed stands under its days, what is deleted under those")
  func days() {
    var done = [Fixture.row("Done now", "a", isCompleted: true), Fixture.row("Done before", "b", isCompleted: true)]
    done[1].reminder.completedAt = Fixture.now.addingTimeInterval(-86_400)
    var state = Fixture.state()
    state.press("6")
    state.send(.list(contents(.completed, done)))
    #expect(state.picture.text.contains("Tue 24 Nov  today") && state.picture.text.contains("Mon 23 Nov  yesterday"))
    var deleted = Fixture.row("Deleted", "c")
    deleted.deletedAt = Fixture.now
    state.press("7")
    state.send(.list(contents(.trash, [deleted])))
    #expect(state.press("space") == [.perform(.restore([ReminderID(rawValue: "c")]))])
    #expect(state.press("d").isEmpty)
    #expect(state.press("e").isEmpty)
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("The outbox shows what is refused, in conflict and waiting, and how each can be helped")
  func outbox() {
    var deleted = Fixture.row("Not needed any more", "w2", mark: .pending)
    deleted.deletedAt = Fixture.now
    let refusal = Refusal(code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "A closed opportunity cannot be changed.")
    let rows = [
      Fixture.row("Update the forecast", "r1", mark: .refused, refusal: refusal),
      Fixture.row("Connect with the new buyer", "t4", mark: .conflict), Fixture.row("Call Ada", "w1", mark: .pending),
      deleted,
    ]
    var state = Fixture.state(120, 24)
    state.press("9")
    var list = contents(.outbox, rows)
    list.settings.isOn = true
    state.send(.list(list))
    for part in ["1 refused", "1 in conflict", "2 waiting"] { #expect(state.picture.text.contains(part)) }
    state.pause()
    #expect(state.press("R") == [.perform(.retry([ReminderID(rawValue: "r1")]))])
    state.press("G")
    #expect(state.press("space") == [.perform(.restore([ReminderID(rawValue: "w2")]))])
  }

  @Test("An empty view says why and what to do", arguments: ListScreen.viewKeys + [ListScreen.outboxKey])
  func empty(_ binding: KeyBinding) throws {
    let view = try #require(binding.command.view)
    var state = Fixture.state(40, 10, agenda: contents(view, []))
    state.press(binding.names[0])
    state.send(.list(contents(view, [])))
    let lines = state.picture.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try Snapshot.expect(
      lines.joined(separator: "\n"), named: "view-empty-\(view.rawValue)", shows: "Nothing in the view \(view).")
  }

  @Test("More is read when the selection nears the end of what was read, and all at its very end")
  func more() {
    let rows = (0..<60).map { Fixture.row("Task \($0)", "r\($0)", due: 2) }
    var state = Fixture.state()
    state.press("3")
    state.send(.list(contents(.upcoming, rows, total: 2_000)))
    #expect(state.listQuery.limit == 60)
    state.pause()
    for _ in 0..<10 { state.press("ctrl-d") }
    #expect(state.listQuery.limit == 240)
    state.press("G")
    #expect(state.picture.text.contains("Reading: 60 of 2,000"))
    #expect(state.listQuery.limit >= 240)
    let all = rows + (60..<2_000).map { Fixture.row("Task \($0)", "r\($0)", due: 2) }
    state.send(.list(contents(.upcoming, all, limit: state.listQuery.limit)))
    #expect(state.selected == "r1999")
  }

  @Test("What is folded is not read on, and a tall terminal is filled")
  func filled() {
    let overdue = (0..<60).map { Fixture.row("Old \($0)", "o\($0)", due: -3) }
    var list = ListContents(query: .agenda, groups: [ListGroup(.overdue, rows: overdue, total: 960)])
    list[.today] = [Fixture.row("Call Ada", "r1")]
    var state = Fixture.state()
    state.send(.list(list))
    #expect(state.listQuery.limit == 60 && !state.picture.text.contains("of 961"))
    state.press("3")
    let rows = (0..<60).map { Fixture.row("Task \($0)", "r\($0)", due: 2) }
    state.send(.list(contents(.upcoming, rows, total: 960)))
    #expect(state.listQuery.limit == 60)
    state.send(.terminal(.resize(Size(columns: 80, rows: 150))))
    #expect(state.listQuery.limit == 240)
  }

  @Test("A key that moves through what was read asks for nothing")
  func moving() {
    let rows = (0..<400).map { Fixture.row("Task \($0)", "r\($0)", due: 2) }
    var state = Fixture.state()
    state.press("3")
    state.send(.list(contents(.upcoming, rows)))
    state.pause()
    let query = state.listQuery
    for key in ["j", "j", "ctrl-d", "k", "pagedown", "home", "G", "k"] { #expect(state.press(key).isEmpty, "\(key)") }
    #expect(state.listQuery == query)
    #expect(state.selected == "r398")
  }

  @Test("o leads from another view to what is overdue in the agenda")
  func overdue() {
    var state = Fixture.state()
    state.press("6", "o")
    state.send(.list(contents(.completed, [])))
    state.send(.list(Fixture.agenda))
    #expect(state.picture.text.contains("Renew the support contract"))
  }
}
