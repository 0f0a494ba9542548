import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("What the sync asks of the user")
struct SyncRulesTests {
  private let t4 = ReminderID(rawValue: "t4")

  private func entry(_ field: ReminderField, kept: Merge.Side, here: String = "a", there: String = "b")
    -> ConflictEntry
  {
    ConflictEntry(
      reminder: t4, subject: .field(field), kept: kept, hereValue: here, thereValue: there, author: Fixture.carla,
      authorAt: Fixture.now)
  }

  /// The agenda with these conflicts of the task t4, which is selected.
  private func inConflict(_ entries: [ConflictEntry]) -> State {
    var agenda = Fixture.agenda
    agenda.conflicts = [t4: entries]
    var state = Fixture.state(agenda: agenda)
    state.press("j", "j", "j")
    return state
  }

  private func withVanishing(_ count: Int) -> State {
    var agenda = Fixture.agenda
    agenda.counts.vanishing = count
    return Fixture.state(agenda: agenda)
  }

  @Test("X takes the version that does not stand, for all fields at once", arguments: [Merge.Side.here, .there])
  func takeOther(kept: Merge.Side) {
    var state = inConflict([entry(.due, kept: kept), entry(.details, kept: kept)])
    #expect(state.press("X") == [.perform(.resolveConflict(t4, keeping: kept == .here ? .there : .here, nil))])
    state.send(.performed(ActionReport(summary: "Took your version of “Connect”", reminders: [t4])))
    #expect(state.footer.contains("u undoes it"))
    state.press("X")
    state.send(.performed(ActionReport(summary: "No version was kept: edit the task.", reminders: [])))
    #expect(state.footer.contains("No version was kept") && !state.footer.contains("undoes"))
  }

  @Test("Where each side won a field, X asks field by field")
  func mixed() {
    var state = inConflict([entry(.due, kept: .here), entry(.details, kept: .there)])
    #expect(state.press("X") == [])
    #expect(state.screen(ConflictMenu.self) != nil)
  }

  @Test("The keys for a conflict also answer one about a task in the trash")
  func inTrash() {
    var contents = ListContents(
      query: ListQuery(.trash), groups: [ListGroup(.whole, rows: [Fixture.row("Call Ada", "t4", mark: .conflict)])])
    contents.conflicts = [
      t4: [
        ConflictEntry(
          reminder: t4, subject: .deletion, kept: .here, hereValue: "deleted", thereValue: "Call Ada",
          author: Fixture.carla, authorAt: Fixture.now)
      ]
    ]
    var state = Fixture.state()
    state.press("7")
    state.send(.list(contents))
    #expect(state.footer.contains("X other version"))
    #expect(state.press("x") == [.perform(.dismissConflicts([t4]))])
    state.send(.performed(ActionReport(summary: "Seen", reminders: [t4])))
    #expect(state.press("X") == [.perform(.resolveConflict(t4, keeping: .there, nil))])
  }

  @Test("C shows both versions; a digit or enter takes the other one of a field, and the last one closes it")
  func fieldByField() {
    let due = entry(.due, kept: .there, here: "2026-11-25", there: "2026-11-24")
    let details = entry(.details, kept: .here, here: "Mine\nand long", there: "Theirs")
    var state = inConflict([due, details])
    #expect(state.press("C") == [])
    for text in [" Wed 25 Nov ", "[Tue 24 Nov]", " Theirs", "Details"] { #expect(state.picture.text.contains(text)) }
    #expect(state.press("2") == [.perform(.resolveConflict(t4, keeping: .there, .details))])
    #expect(state.press("3", "0", "a") == [])
    #expect(state.press("j", "j", "k", "enter") == [.perform(.resolveConflict(t4, keeping: .here, .due))])
    var agenda = Fixture.agenda
    agenda.conflicts = [t4: [details]]
    state.send(.list(agenda))
    #expect(state.press("enter") == [.perform(.resolveConflict(t4, keeping: .there, .details))])
    #expect(state.screen(ConflictMenu.self) == nil)
  }

  @Test("What was in conflict twice is shown once, as it was the last time")
  func twice() {
    var state = inConflict([entry(.due, kept: .there, here: "new"), entry(.due, kept: .here, here: "stale")])
    state.press("C")
    #expect(state.picture.text.contains(" new ") && !state.picture.text.contains("stale"))
  }

  @Test("A deletion in conflict is about the whole task")
  func deletion() {
    var entry = entry(.due, kept: .there)
    entry = ConflictEntry(
      reminder: t4, subject: .deletion, kept: .there, hereValue: "edited", thereValue: "deleted", author: entry.author,
      authorAt: entry.authorAt)
    var state = inConflict([entry])
    #expect(state.press("C", "1") == [.perform(.resolveConflict(t4, keeping: .here, nil))])
  }

  @Test("Conflict keys on a task without one say so", arguments: ["x", "X", "C"])
  func noConflict(key: String) {
    var state = Fixture.state()
    #expect(state.press(key) == [])
    #expect(state.footer.contains("not in conflict"))
  }

  @Test("p sends a task that is only here, when sync is on")
  func send() {
    var state = Fixture.state()
    #expect(state.press("p") == [])
    #expect(state.footer.contains("not only here"))
    state.press("G", "k", "k")
    #expect(state.selected == "m2")
    #expect(state.press("p") == [.perform(.send([ReminderID(rawValue: "m2")]))])
    var agenda = Fixture.agenda
    agenda.settings.isOn = false
    state.send(.list(agenda))
    #expect(state.press("p") == [])
    #expect(state.footer.contains("Sync is off"))
  }

  @Test("R tries a refused change again, U gives it up; the details say what it means and what to do")
  func refused() {
    let t5 = ReminderID(rawValue: "t5")
    var state = Fixture.state(120, 40)
    #expect(state.press("R", "U") == [])
    state.press("j", "j", "j", "j")
    #expect(state.press("R") == [.perform(.retry([t5]))])
    #expect(state.press("U") == [.perform(.giveUp([t5]))])
    let advice = RefusalAdvice(code: "FIELD_CUSTOM_VALIDATION_EXCEPTION")
    let words = state.picture.text.split(whereSeparator: \.isWhitespace)
    for text in ["FIELD_CUSTOM_VALIDATION_EXCEPTION", String(advice.remedy.prefix { $0 != " " })] {
      #expect(words.contains { $0.contains(text) })
    }
  }

  @Test("Hints offer the keys of a conflict, a refusal or a local task only where there is one")
  func hints() {
    var state = Fixture.state(120, 24)
    func offers(_ words: [String]) -> Bool { words.allSatisfy { state.footer.contains($0) } }
    #expect(!offers(["X"]) && !offers(["R try"]) && !offers(["p send"]))
    state.press("j", "j", "j")
    #expect(offers(["X other version", "C by field", "x seen"]))
    state.press("j")
    #expect(offers(["R try again", "U give up"]))
    state.press("j", "j", "j")
    #expect(offers(["p send"]))
    state.press("G")
    #expect(offers(["space reopen"]))
  }

  @Test("What is closed in Salesforce under another name stands last, says so, and space accepts it as completed")
  func closedThere() {
    var state = Fixture.state()
    state.press("j", "j", "j", "j", "j")
    #expect(state.selected == "t6")
    #expect(state.picture.text.contains("closed: Cancelled"))
    #expect(state.footer.contains("space accept as completed"))
    #expect(state.press("space") == [.perform(.setCompleted([ReminderID(rawValue: "t6")], true))])
  }

  @Test("It is dimmed, as what is done is, and an open one is not")
  func closedThereIsDimmed() throws {
    let state = Fixture.state()
    func colour(ofRowWith text: String) throws -> Color? {
      let row = try #require((0..<state.size.rows).first { state.picture.text(ofRow: $0).contains(text) })
      let line = state.picture.text(ofRow: row)
      let box = try #require(line.range(of: "["))
      let column = line.distance(from: line.startIndex, to: box.lowerBound)
      return state.picture.cell(at: Position(column: column, row: row))?.style.foreground
    }
    let (muted, text) = (state.context.theme[.muted].foreground, state.context.theme[.text].foreground)
    #expect(muted != text)
    #expect(try colour(ofRowWith: "closed: Cancelled") == muted)
    #expect(try colour(ofRowWith: "In Progress") == text)
  }

  @Test("Tasks that would vanish at once are told on top of the agenda and in the status bar, at every size")
  func vanishing() throws {
    for (columns, rows) in [(80, 24), (40, 10), (120, 40)] {
      var state = withVanishing(62)
      state.send(.terminal(.resize(Size(columns: columns, rows: rows))))
      #expect(state.picture.text.contains("62 tasks are gone from Salesforce"))
      #expect(state.picture.text(ofRow: rows - 1).contains("?62"))
    }
    let none = withVanishing(0)
    #expect(!none.picture.text.contains("gone from Salesforce"))
    var empty = ListContents()
    empty.counts.vanishing = 1
    #expect(Fixture.state(agenda: empty).picture.text.contains("1 task is gone from Salesforce"))
  }

  @Test(
    "D and a second key decide about them; any other key leaves them",
    arguments: [("d", VanishingAnswer.delete), ("k", .keep), ("j", nil), ("esc", nil)] as [(String, VanishingAnswer?)])
  func answer(key: String, answer: VanishingAnswer?) {
    var state = withVanishing(62)
    #expect(state.press("D", key) == answer.map { [.perform(.answerVanishing($0))] } ?? [])
    #expect(state.screens.count == 1)
    #expect(state.selected == "t1")
    var none = withVanishing(0)
    #expect(none.press("D") == [])
    #expect(none.footer.contains("nothing to decide"))
  }

  @Test("A call is completed at once, and O says what came of it, though the selection has gone on")
  func callOutcome() throws {
    var agenda = Fixture.agenda
    var state = Fixture.state(agenda: agenda)
    #expect(state.press("space") == [.perform(.setCompleted([ReminderID(rawValue: "t1")], true))])
    state.send(.performed(ActionReport(summary: "Completed “Call Ada”", reminders: [])))
    #expect(state.footer.contains("u undoes it, O adds what came of it"))
    var done = agenda[.today].remove(at: 0)
    done.reminder.fields.isCompleted = true
    agenda[.completed].insert(done, at: 0)
    state.send(.list(agenda))
    #expect(state.selected == "t2")
    state.press("O")
    let form = try #require(state.screen(FormScreen.self))
    #expect(form.focus == .callOutcome)
    state.type("Will sign")
    state.press("tab")
    state.type("Renewal")
    var expected = done.reminder.fields
    expected.callOutcome = "Will sign"
    expected.callReason = "Renewal"
    #expect(
      state.press("ctrl-s") == [.perform(.edit(ReminderID(rawValue: "t1"), expected, [.callOutcome, .callReason]))])
    state.send(.performed(ActionReport(summary: "Changed", reminders: [ReminderID(rawValue: "t1")])))
    #expect(state.press("j", "O") == [])
    #expect(state.footer.contains("no call"))
  }

  @Test("Outcome and reason are fields of a call only, of at most 255 characters, and stand in the details")
  func callFields() {
    var agenda = Fixture.agenda
    agenda[.today][0].reminder.fields.callOutcome = "Left a message"
    var state = Fixture.state(120, 40, agenda: agenda)
    #expect(state.picture.text.contains("Left a message"))
    state.press("e", "tab", "tab", "tab", "tab")
    #expect(state.screen(FormScreen.self)?.focus == .callOutcome)
    state.type(String(repeating: "x", count: 242))
    #expect(state.press("ctrl-s") == [])
    #expect(state.screen(FormScreen.self)?.errors[.callOutcome]?.contains("255") == true)
    state.press("backtab", "space")
    #expect(state.screen(FormScreen.self)?.fields.contains(.callOutcome) == false)
    guard case .perform(.edit(_, _, let changed))? = state.press("ctrl-s").first else {
      Issue.record("Nothing was sent.")
      return
    }
    #expect(changed == [.kind])
  }

  @Test("A due date is the same day in every time zone; only what is today changes")
  func timeZones() throws {
    var state = Fixture.state(140, 40)
    let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
    let evening = Fixture.now.addingTimeInterval(4 * 3_600)
    state.send(.timeZone(tokyo))
    state.send(.time(evening, LocalDay(at: evening, in: tokyo)))
    #expect(state.picture.text.contains("Wednesday 25 November"))
    #expect(state.picture.text.contains("Due         Tue 24 Nov, yesterday"))
    #expect(state.picture.text(ofRow: 39).contains("02:05"))
  }
}
