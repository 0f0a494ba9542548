import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Actions on many tasks")
struct SelectionTests {
  private func ids(_ texts: String...) -> [ReminderID] { texts.map { ReminderID(rawValue: $0) } }

  private func marked(_ state: State) -> [String] { state.listScreen?.place.marked.map(\.rawValue).sorted() ?? [] }

  @Test("v selects a task and goes on to the next, and again takes it out; how many are selected is said")
  func toggle() {
    var state = Fixture.state()
    state.press("v", "v", "v")
    #expect(marked(state) == ["t1", "t2", "t3"])
    #expect(state.selected == "t4")
    #expect(state.footer.contains("3 selected"))
    state.press("k", "v")
    #expect(marked(state) == ["t1", "t2"])
    #expect(state.footer.contains("2 selected"))
    state.press("!")
    state.send(.performed(ActionReport(summary: "High priority for 2 tasks", reminders: [])))
    #expect(state.footer.contains("High priority for 2 tasks"))
    state.press("v")
    #expect(state.footer.contains("3 selected"))
  }

  @Test("V selects all that are shown, and again none; esc selects none before it goes anywhere")
  func all() {
    var state = Fixture.state()
    state.press("V")
    #expect(marked(state).count == 10)
    state.press("V")
    #expect(marked(state).isEmpty)
    state.press("4")
    state.send(.list(ListContents(query: ListQuery(.open), groups: [ListGroup(.whole, rows: Fixture.agenda[.today])])))
    state.press("v", "esc")
    #expect(marked(state).isEmpty)
    #expect(state.listQuery.view == .open)
    state.press("esc")
    #expect(state.listQuery.view == .agenda)
  }

  @Test("V reads on to the end and then selects all, says how far it is, and esc stops it")
  func cut() {
    func list(_ count: Int, _ state: State) -> Event {
      let rows = (0..<count).map { Fixture.row("Task \($0)", "r\($0)") }
      return .list(ListContents(query: state.listQuery, groups: [ListGroup(.whole, rows: rows, total: 1_200)]))
    }
    var state = Fixture.state()
    state.press("4")
    state.send(list(60, state))
    state.pause()
    state.press("V")
    #expect(state.listQuery.limit == 240 && marked(state).isEmpty)
    #expect(state.footer.contains("Reading: 60 of 1,200"))
    #expect(state.footer.contains("esc stop"))
    state.press("esc")
    #expect(state.listQuery.limit == 60 && state.listQuery.view == .open)
    #expect(!state.footer.contains("Reading"))
    state.press("V")
    state.send(list(1_200, state))
    #expect(marked(state).count == 1_200)
    #expect(state.footer.contains("1,200 selected"))
    state.press("V")
    #expect(marked(state).isEmpty)
  }

  @Test("One action is about all that are selected, in the order of the list")
  func actions() {
    func after(_ keys: String...) -> [Effect] {
      var state = Fixture.state()
      state.press("j", "v", "k", "k", "v")
      return keys.flatMap { state.press($0) }
    }
    #expect(after("space") == [.perform(.setCompleted(ids("t1", "t2"), true))])
    #expect(after("d") == [.perform(.delete(ids("t1", "t2")))])
    #expect(after("s", "t") == [.perform(.setDue(ids("t1", "t2"), Fixture.today.day.adding(days: 1)))])
    #expect(after("s", "n") == [.perform(.setDue(ids("t1", "t2"), nil))])
    #expect(
      after("s", "d", "2", "d", "enter") == [.perform(.setDue(ids("t1", "t2"), Fixture.today.day.adding(days: 2)))])
    // The first of them is of high priority, the second not.
    #expect(after("!") == [.perform(.setPriority(ids("t1", "t2"), .high))])
  }

  @Test("Where all are done they are opened again, where all are of high priority they become normal")
  func mixed() {
    var state = Fixture.state()
    state.press("G", "v", "k", "v")
    #expect(state.press("space") == [.perform(.setCompleted(ids("c1", "c2"), false))])
    state.press("g", "v")
    #expect(state.press("!") == [.perform(.setPriority(ids("t1"), .normal))])
    state.press("V")
    #expect(state.footer.contains("space done"))
  }

  @Test("What only some of them can have is done to these, and said where none has it")
  func some() {
    var state = Fixture.state()
    state.press("V")
    #expect(state.press("x") == [.perform(.dismissConflicts(ids("t4")))])
    #expect(state.press("R") == [.perform(.retry(ids("t5")))])
    #expect(state.press("U") == [.perform(.giveUp(ids("t5")))])
    #expect(state.press("p") == [.perform(.send(ids("m2")))])
    state.press("V", "g", "v", "v")
    #expect(state.press("R").isEmpty)
    #expect(state.footer.contains("None of these tasks is refused by Salesforce."))
  }

  @Test("What is for one task only says so", arguments: ["e", "C", "X", "O"])
  func onlyOne(key: String) {
    var state = Fixture.state()
    state.press("v", "v")
    #expect(state.press(key).isEmpty)
    #expect(state.footer.contains("This is for one task"))
    #expect(state.screens.count == 1)
  }

  @Test("In the details the keys are about the task that is seen there")
  func details() {
    var state = Fixture.state()
    state.press("v", "v", "enter")
    #expect(state.press("space") == [.perform(.setCompleted(ids("t3"), true))])
    state.press("esc")
    #expect(marked(state) == ["t1", "t2"])
  }

  @Test("The selection is over after what makes tasks leave, and stays after what does not")
  func cleared() {
    for (keys, isOver) in [
      (["space"], true), (["d"], true), (["s", "w"], true), (["s", "d", "fri", "enter"], true), (["!"], false),
      (["s", "esc"], false), (["s", "d", "esc"], false),
    ] {
      var state = Fixture.state()
      state.press("v", "v")
      for key in keys { if key == "fri" { state.type(key) } else { state.press(key) } }
      #expect(marked(state).isEmpty == isOver, "\(keys)")
    }
  }

  @Test("It survives what changes elsewhere, loses what goes, and is of its view")
  func elsewhere() {
    var state = Fixture.state()
    state.press("v", "v", "v")
    var agenda = Fixture.agenda
    agenda[.today].insert(Fixture.row("New there", "n1"), at: 0)
    agenda[.today][1].reminder.fields.name = "Renamed there"
    agenda[.today].remove(at: 2)
    state.send(.list(agenda))
    #expect(marked(state) == ["t1", "t3"])
    state.press("4")
    state.send(.list(ListContents(query: ListQuery(.open), groups: [ListGroup(.whole, rows: Fixture.agenda[.today])])))
    #expect(marked(state).isEmpty)
    state.press("1")
    state.send(.list(agenda))
    #expect(marked(state) == ["t1", "t3"])
  }

  @Test("After all that were selected are completed the next open task is selected")
  func leaving() {
    var state = Fixture.state()
    state.press("v", "v", "k", "k", "space")
    var agenda = Fixture.agenda
    var done = Array(agenda[.today].prefix(2))
    agenda[.today].removeFirst(2)
    for index in done.indices { done[index].reminder.fields.isCompleted = true }
    agenda[.completed].insert(contentsOf: done, at: 0)
    state.send(.list(agenda))
    #expect(state.selected == "t3")
  }

  @Test("A task that is put off here goes alone: the next one is selected; one that is put off there stays selected")
  func puttingOff() {
    var moved = Fixture.agenda
    var row = moved[.today].removeFirst()
    row.reminder.fields.due = Fixture.today.day.adding(days: 1)
    moved[.tomorrow].append(row)
    var state = Fixture.state()
    state.press("s", "t")
    #expect(state.selected == "t1")
    state.send(.list(moved))
    #expect(state.selected == "t2")
    var other = Fixture.state()
    other.send(.list(moved))
    #expect(other.selected == "t1")
  }

  @Test("A click left of the check box selects")
  func click() throws {
    var state = Fixture.state()
    let row = try #require((0..<24).first { state.picture.text(ofRow: $0).contains("Send the revised proposal") })
    let click = Event.terminal(.mouse(Mouse(.press(.left), at: Position(column: 2, row: row))))
    #expect(state.send(click).isEmpty)
    #expect(marked(state) == ["t2"])
    state.send(click)
    #expect(marked(state).isEmpty)
  }
}
