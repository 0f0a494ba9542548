import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The feed of changes")
struct ChangesTests {
  private static func change(
    _ id: Int64, _ name: String, minutesAgo: Int, by author: String? = nil, kind: ReminderChange.Kind = .changed,
    standing: ReminderChange.Standing? = .open(due: Fixture.today.day), isGone: Bool = false,
    _ fields: FieldChange...
  ) -> ReminderChange {
    ReminderChange(
      id: id, at: Fixture.now.addingTimeInterval(TimeInterval(-60 * minutesAgo)),
      reminder: isGone ? nil : ReminderID(rawValue: "t\(id)"), standing: standing, name: name,
      side: author == nil ? .here : .there, author: author == "you" ? nil : author, kind: kind, fields: fields)
  }

  /// Something of everything, over three days; the first five came since the user last looked.
  static var feed: ChangeFeed {
    ChangeFeed(
      changes: [
        change(14, "Call Ada about renewal", minutesAgo: 2, FieldChange(.status, old: "open", new: "completed")),
        change(
          13, "Send the revised proposal", minutesAgo: 5, by: Fixture.carla,
          FieldChange(.due, old: "2026-11-27", new: "2026-11-30")),
        change(
          12, "Prepare the quarterly business review", minutesAgo: 9, by: Fixture.carla,
          FieldChange(.assignee, old: "Ada Admin", new: "Robin Rep"),
          FieldChange(.priority, old: "normal", new: "high"),
          FieldChange(.details, old: nil, new: nil)),
        change(
          11, "Ring the new buyer", minutesAgo: 20, FieldChange(.name, old: "Connect with the buyer", new: "Ring")),
        change(10, "Update the forecast", minutesAgo: 31, by: "Konstantin Wolkenstein-Trostburg", kind: .created),
        change(9, "Book the demo room", minutesAgo: 44, by: "you", FieldChange(.due, old: "2026-11-24", new: nil)),
        change(8, "Old news", minutesAgo: 60, by: "Salesforce", kind: .deleted, standing: .trash),
        change(7, "Water the plants", minutesAgo: 61, kind: .restored),
        change(6, "Water the plants", minutesAgo: 62, kind: .deleted),
        change(
          5, "Follow up on the trade show leads", minutesAgo: 1_500, by: Fixture.carla,
          FieldChange(.status, old: "Not Started", new: "In Progress"),
          FieldChange(.name, old: "Follow up", new: "Trade show")),
        change(4, "Confirm the meeting", minutesAgo: 1_510, by: Fixture.carla, kind: .appeared, standing: nil),
        change(
          3, "Call Ada about renewal", minutesAgo: 1_520,
          FieldChange(.reminder, old: "2026-11-24T09:00:00Z", new: "2026-11-25T14:30:00Z"),
          FieldChange(.person, old: nil, new: "Ada Lovelace")),
        change(2, "Forgotten", minutesAgo: 2_990, kind: .deleted, standing: nil, isGone: true),
        change(1, "1204 tasks", minutesAgo: 3_000, by: "you", kind: .imported, standing: nil, isGone: true),
      ], seen: 9)
  }

  private func state(_ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode) -> State {
    var state = Fixture.state(columns, rows, glyphs: glyphs)
    state.press("8")
    state.pause()
    state.send(.changes(ChangesTests.feed))
    return state
  }

  @Test("Without a change it says what will be there")
  func empty() {
    var state = Fixture.state(40, 10)
    state.press("8")
    state.pause()
    #expect(!state.picture.text.contains("Nothing"))
    state.send(.changes(ChangeFeed()))
    #expect(state.picture.text.contains("Nothing has changed yet."))
  }

  @Test("It is read only while it is on the screen")
  func shown() {
    var state = Fixture.state()
    #expect(!state.showsChanges)
    state.press("8")
    state.pause()
    #expect(state.showsChanges)
    state.press("esc")
    #expect(!state.showsChanges && state.listQuery.view == .agenda)
  }

  @Test("The digits lead on to the other views", arguments: ListScreen.viewKeys)
  func views(_ binding: KeyBinding) {
    var state = state()
    state.press(binding.names[0])
    #expect(state.listQuery.view == binding.command.view)
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("What came since the user last looked stands out as long as he looks, and no more the next time")
  func news() throws {
    var state = Fixture.state()
    state.press("8")
    state.pause()
    #expect(state.send(.changes(ChangesTests.feed)) == [.noteChangesSeen(14)])
    let screen = try #require(state.screen(ChangesScreen.self))
    #expect(ChangesTests.feed.changes.filter(screen.isNews).map(\.id) == [13, 12, 10])
    var seen = ChangesTests.feed
    seen.seen = 14
    #expect(state.send(.changes(seen)).isEmpty)
    #expect(seen.changes.filter(try #require(state.screen(ChangesScreen.self)).isNews).count == 3)
    state.press("esc", "8")
    state.pause()
    state.send(.changes(seen))
    #expect(!seen.changes.contains(where: try #require(state.screen(ChangesScreen.self)).isNews))
  }

  @Test("enter goes to the task, in the view where it stands")
  func goes() {
    var state = state()
    state.press("G", "k", "k", "enter")
    #expect(state.listQuery.view == .agenda && state.selected == "t3")
    state = self.state()
    for _ in 0..<6 { state.press("j") }
    state.press("enter")
    #expect(state.listQuery.view == .trash && state.selected == "t8")
  }

  @Test("A task further down than what is read is looked for to the end")
  func farDown() {
    var state = state()
    for _ in 0..<6 { state.press("j") }
    state.press("enter")
    let rows = (0..<60).map { Fixture.row("Task \($0)", "r\($0)") }
    func contents(_ rows: [ReminderRow], limit: Int) -> ListContents {
      ListContents(query: ListQuery(.trash, limit: limit), groups: [ListGroup(.whole, rows: rows, total: 61)])
    }
    state.send(.list(contents(rows, limit: ListQuery.firstLimit)))
    #expect(state.listQuery.limit > ListQuery.firstLimit)
    state.send(.list(contents(rows + [Fixture.row("Old news", "t8")], limit: state.listQuery.limit)))
    #expect(state.selected == "t8")
    // One that is gone meanwhile leaves the selection where there is something.
    state = self.state()
    for _ in 0..<6 { state.press("j") }
    state.press("enter")
    state.send(.list(ListContents(query: ListQuery(.trash), groups: [ListGroup(.whole, rows: rows)])))
    #expect(state.selected == "r0" && state.listQuery.limit == ListQuery.firstLimit)
  }

  @Test("What comes as one is one line, however many tasks it is about")
  func many() {
    var changes = (1...1_204)
      .map { number in
        ReminderChange(
          id: Int64(number), at: Fixture.now.addingTimeInterval(-60 + Double(number) / 2_000),
          reminder: ReminderID(rawValue: "t\(number)"),
          standing: nil, name: "Task \(number)", side: .there, author: Fixture.carla, kind: .changed,
          fields: [FieldChange(.due, old: number.isMultiple(of: 2) ? nil : "2026-11-24", new: "2026-11-27")])
      }
    changes.append(ChangesTests.change(2_000, "3204 tasks", minutesAgo: 2, by: "you", kind: .imported, isGone: true))
    #expect(changes.folded().map(\.count) == [1_204, 1])
    var state = Fixture.state()
    state.press("8")
    state.pause()
    state.send(.changes(ChangeFeed(changes: changes.folded())))
    #expect(state.picture.text.contains("due → Fri 27 Nov"))
    #expect(state.picture.text.contains("1,204 tasks"))
    #expect(state.picture.text.contains("3,204 tasks"))
    state.press("enter")
    #expect(state.footer.contains("about many tasks"))
    // A few, other people and other seconds stay apart.
    #expect(ChangesTests.feed.changes.folded() == ChangesTests.feed.changes)
    #expect(changes.prefix(5).map(\.self).folded().count == 5)
  }

  @Test("A change of a task that is in no list says so")
  func nowhere() {
    var state = state()
    state.press("G", "enter")
    #expect(state.footer.contains("about many tasks"))
    state.press("k", "enter")
    #expect(state.footer.contains("gone for good"))
    for _ in 0..<2 { state.press("k") }
    state.press("enter")
    #expect(state.footer.contains("somebody else"))
    #expect(state.screen(ChangesScreen.self) != nil)
  }

  @Test("The selection stays on its change when others come")
  func selection() throws {
    var state = state()
    state.press("j", "j")
    var feed = ChangesTests.feed
    feed.changes.insert(
      ChangesTests.change(15, "New", minutesAgo: 0, by: Fixture.carla, kind: .created), at: 0)
    state.send(.changes(feed))
    #expect(state.screen(ChangesScreen.self)?.selected == 12)
    #expect(state.picture.text.contains("New"))
  }

  @Test("A click selects, a double click goes to the task, the wheel scrolls")
  func mouse() throws {
    var state = state(80, 12)
    let row = try #require((0..<12).first { state.picture.text(ofRow: $0).contains("Send the revised") })
    func click() { state.send(.terminal(.mouse(Mouse(.press(.left), at: Position(column: 40, row: row))))) }
    click()
    #expect(state.screen(ChangesScreen.self)?.selected == 13)
    state.send(.terminal(.mouse(Mouse(.wheelDown, at: Position(column: 1, row: 5)))))
    #expect(state.screen(ChangesScreen.self)?.firstLine == 3)
    state.send(.terminal(.mouse(Mouse(.wheelUp, at: Position(column: 1, row: 5)))))
    state.send(.time(Fixture.now.addingTimeInterval(5), Fixture.today))
    click()
    click()
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("Nothing that strangers wrote reaches the terminal as it is")
  func hostile() {
    var state = Fixture.state()
    state.press("8")
    state.pause()
    state.send(
      .changes(
        ChangeFeed(changes: [
          ChangesTests.change(
            1, "\u{1B}[2J\u{202E}name", minutesAgo: 1, by: "\u{1B}]0;x\u{07}Carla",
            FieldChange(.status, old: "a\nb", new: "\u{9B}31mc"))
        ])))
    #expect(!state.picture.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    #expect(state.picture.text.contains("Carla"))
  }
}
