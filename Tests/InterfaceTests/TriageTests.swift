import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Triage")
struct TriageTests {
  private func id(_ text: String) -> ReminderID { ReminderID(rawValue: text) }
  private func due(_ text: String, _ days: Int) -> Effect {
    .perform(.setDue([id(text)], Fixture.today.day.adding(days: days)))
  }

  /// An agenda of four open tasks, one of them overdue.
  private var agenda: ListContents {
    .agenda(
      overdue: [Fixture.row("Late", "a", due: -3)],
      today: [Fixture.row("Now", "b", priority: .high), Fixture.row("Too", "c")],
      tomorrow: [Fixture.row("Soon", "d", due: 1)], completed: [Fixture.row("Done", "e", isCompleted: true)])
  }

  private func triage(_ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode) -> State {
    var state = Fixture.state(columns, rows, agenda: agenda, glyphs: glyphs)
    state.press("t")
    return state
  }

  private func current(_ state: State) -> String? { state.screen(TriageScreen.self)?.current?.rawValue }

  /// The list again, without some of its tasks, but with what was asked for beside it.
  private func list(_ state: State, without gone: String...) -> Event {
    var contents = agenda
    contents.query = state.listQuery
    contents.besides = agenda.rows.filter { state.listQuery.besides.contains($0.id) && !gone.contains($0.id.rawValue) }
    for index in contents.groups.indices { contents.groups[index].rows.removeAll { gone.contains($0.id.rawValue) } }
    return .list(contents)
  }

  private func done(_ entry: Int64?) -> Event {
    .performed(entry.map { ActionReport(summary: "Done", reminders: [id("a")], entry: $0) })
  }

  @Test("t goes through the open tasks of the list in its order, what is overdue too")
  func order() {
    var state = triage()
    #expect(state.listQuery.besides.map(\.rawValue) == ["a", "b", "c", "d"])
    for task in ["a", "b", "c", "d"] {
      #expect(current(state) == task)
      state.press("j")
    }
    #expect(state.screen(TriageScreen.self)?.isOver == true)
  }

  @Test("It goes through what is selected, where something is; without an open task it says so")
  func selected() {
    var state = Fixture.state(agenda: agenda)
    state.press("j", "v", "v", "v", "t")
    #expect(state.listQuery.besides.map(\.rawValue) == ["c", "d"])
    state.press("esc", "esc", "G", "v", "t")
    #expect(state.footer.contains("There is no open task to triage."))
    state.press("esc", "7")
    state.send(.list(ListContents(query: ListQuery(.trash), groups: [ListGroup(.whole, rows: agenda[.today])])))
    state.press("t")
    #expect(state.footer.contains("restore it first"))
  }

  @Test(
    "Each key does what it says, and goes on to the next task where it decides",
    arguments: [("space", "b"), ("t", "b"), ("w", "b"), ("d", "b"), ("!", "a"), ("j", "b"), ("right", "b"), ("n", "b")])
  func keys(key: String, next: String) {
    var state = triage()
    let effects = state.press(key)
    let expected: [String: [Effect]] = [
      "space": [.perform(.setCompleted([id("a")], true))], "t": [due("a", 1)], "w": [due("a", 7)],
      "d": [.perform(.delete([id("a")]))], "!": [.perform(.setPriority([id("a")], .high))],
    ]
    #expect(effects == expected[key] ?? [])
    #expect(current(state) == next)
  }

  @Test("A day is picked by typing it, snoozing has all its days, and the form edits; each stays with its task")
  func overlays() {
    var state = triage()
    state.press("D")
    state.type("2w")
    #expect(state.press("enter") == [due("a", 14)])
    #expect(current(state) == "b")
    #expect(state.press("D", "esc") == [])
    #expect(current(state) == "b")
    #expect(state.press("s", "m") == [due("b", 6)])
    #expect(current(state) == "c")
    state.press("e")
    state.type("!")
    let effects = state.press("enter")
    #expect(effects.count == 1)
    for entry: Int64 in 1...3 { state.send(done(entry)) }
    #expect(current(state) == "c")
    #expect(state.screen(TriageScreen.self)?.steps.compactMap(\.entry) == [1, 2, 3])
  }

  @Test("u takes back the last thing done and goes back to its task, also before that is on the disk")
  func undo() {
    var state = triage()
    state.press("space")
    state.send(done(1))
    state.press("j")
    #expect(state.press("t") == [due("c", 1)])
    // It waits for the disk, and so do the keys after it.
    #expect(state.press("u", "w") == [])
    #expect(state.send(done(2)) == [.perform(.undoEntries([2])), due("c", 7)])
    #expect(current(state) == "d")
    state.send(done(nil))
    state.send(done(3))
    #expect(state.press("u") == [.perform(.undoEntries([3]))])
    #expect(state.press("u") == [.perform(.undoEntries([1]))])
    #expect(current(state) == "a")
    #expect(state.press("u") == [])
    #expect(state.footer.contains("There is nothing to take back."))
  }

  @Test("What did not come about counts as nothing, and what was to be taken back of it is where it was")
  func nothingDone() {
    var state = triage()
    state.press("t", "u")
    #expect(state.send(.failed("The disk is full.")) == [])
    #expect(current(state) == "a")
    #expect(state.footer.contains("The disk is full."))
    #expect(state.picture.text.contains("D pick a day"))
    state.press("t")
    state.send(done(nil))
    #expect(state.footer.contains("There was nothing to change."))
    #expect(state.screen(TriageScreen.self)?.steps.isEmpty == true)
  }

  @Test("The keys of a task are in force, and what they do is taken back with the rest")
  func taskKeys() {
    var contents = agenda
    contents[.today][1].mark = .conflict
    contents[.today][0].reminder.fields.kind = .call
    var state = Fixture.state(agenda: contents)
    state.press("t", "j", "space")
    state.send(done(1))
    // The outcome is that of the call which was just completed.
    state.press("O")
    #expect(state.screen(FormScreen.self)?.original?.id == id("b"))
    state.type("Reached")
    state.press("enter")
    state.send(done(2))
    #expect(current(state) == "c")
    #expect(state.press("x") == [.perform(.dismissConflicts([id("c")]))])
    state.send(done(3))
    state.press("esc")
    #expect(state.press("u") == [.perform(.undoEntries([1, 2, 3]))])
  }

  @Test("At the end it sums up, and u undoes all of it as one")
  func summary() {
    var state = triage()
    state.press("space", "t", "j", "!", "d")
    for entry: Int64 in 1...4 { state.send(done(entry)) }
    state.send(.time(Fixture.now.addingTimeInterval(10), Fixture.today))
    #expect(state.press("u") == [.perform(.undoEntries([1, 2, 3, 4]))])
    #expect(state.screen(ListScreen.self) != nil)
    state.send(.performed(ActionReport(summary: "Undone: 4 actions", reminders: [id("a")])))
    #expect(state.footer.contains("ctrl-r does it again"))
  }

  @Test("esc ends it: with a summary where something was done, from which k goes back to the task")
  func ended() {
    var state = triage()
    state.press("j", "esc")
    #expect(state.screen(ListScreen.self) != nil)
    state.press("t", "space", "esc")
    #expect(state.screen(TriageScreen.self)?.isOver == true)
    #expect(state.picture.text.contains("left for another time"))
    state.press("k")
    #expect(current(state) == "b")
    state.press("esc", "esc")
    #expect(state.screen(ListScreen.self) != nil)
    state.press("t", "j", "j", "j", "t", "k")
    #expect(current(state) == "d")
  }

  @Test("A task that is moved stays to be seen, one that changes is shown as it is now")
  func changes() {
    var state = triage()
    state.press("j")
    guard case .list(var contents) = list(state) else { return }
    contents[.today] = []
    contents.besides[1].reminder.fields.name = "Renamed by Carla"
    state.send(.list(contents))
    #expect(state.picture.text.contains("Renamed by Carla"))
    #expect(state.press("space") == [.perform(.setCompleted([id("b")], true))])
  }

  @Test("One that goes is left out with a word; the one that is seen says so, and nothing is done to it")
  func gone() {
    var state = triage()
    state.send(list(state, without: "b", "c"))
    state.press("j")
    #expect(current(state) == "d")
    #expect(state.picture.text.contains("2 gone"))
    state.send(list(state, without: "b", "c", "d"))
    #expect(state.press("space") == [])
    #expect(state.footer.contains("This task is gone: skip it."))
    state.press("k")
    #expect(current(state) == "a")
  }

  @Test("After the undo of a delete its task is there at once, before the list tells of it")
  func returning() {
    var state = triage()
    state.press("d")
    state.send(done(1))
    state.send(list(state, without: "a"))
    state.press("u")
    #expect(!state.picture.text.contains("This task is gone"))
    #expect(state.press("space") == [.perform(.setCompleted([id("a")], true))])
  }

  @Test(
    "It looks as its snapshots at other sizes too",
    arguments: [("40x24", 40, 24), ("300x100", 300, 100)])
  func pictures(name: String, columns: Int, rows: Int) throws {
    var state = Fixture.state(columns, rows)
    state.press("t", "space", "t", "j")
    state.send(.time(Fixture.now.addingTimeInterval(10), Fixture.today))
    try Snapshot.expect(
      state.picture.text, named: "triage-\(name)", shows: "The fourth task of a triage of 11 at \(name).")
  }
}
