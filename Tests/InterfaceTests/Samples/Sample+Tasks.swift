import Foundation
import Reminders
import Terminal

@testable import Interface

extension Sample {
  static let tasks: [Sample] = [
    Sample("details", "The details of a task, opened with enter.") { $0.press("enter") },
    Sample("details-conflict", "A task that was changed on both sides: both versions, and who made the other.") {
      $0.press("j", "j", "j", "enter")
    },
    Sample("details-refused", "A task whose change Salesforce refused: why, and what to do.") {
      $0.press("j", "j", "j", "j", "enter")
    },
    Sample("conflict", "After C: both versions of each field, those that stand in brackets.", agenda: conflict) {
      $0.press("j", "j", "j", "C", "j")
    },
    Sample("snooze", "After s: the keys of the snooze.") { $0.press("s") },
    Sample("snooze-pick", "After s and d: a day is typed or picked.") { $0.press("s", "d") },
    Sample("quick-add-empty", "Quick add, just opened: an example.") { $0.press("a") },
    Sample("quick-add", "Quick add with a line, and what it means under it.") { add(&$0, "@Ada Lovelace") },
    Sample("quick-add-error", "Quick add with an error under the line.") { add(&$0, "#fax") },
    Sample("quick-add-people", "Quick add where a name can be several people.") { state in
      add(&state, "@Ada")
      state.send(.lookedUp(LookUpAnswer(LookUp(.person, "Ada"), Array(RecordPickerTests.adas.prefix(2)), .here)))
    },
    Sample("reminder", "The moment of a reminder has come.") { $0.send(.reminded([RemindingTests.row()])) },
    Sample("reminder-menu", "To when a reminder can be put off.") { state in
      state.send(.reminded([RemindingTests.row()]))
      state.press("M")
    },
    Sample("glance", "Today at a glance.") { state in
      state.press("T")
      state.answer()
    },
  ]

  private static func add(_ state: inout State, _ end: String) {
    state.press("a")
    state.type("Call Ada about renewal fri !high #call " + end)
  }

  private static var conflict: ListContents {
    var agenda = Fixture.agenda
    let id = ReminderID(rawValue: "t4")
    agenda.conflicts[id]?
      .append(
        ConflictEntry(
          reminder: id, subject: .field(.details), kept: .here,
          hereValue: "She asked for a three year price.\nBring the usage report.", thereValue: "Two years are enough.",
          author: Fixture.carla, authorAt: Fixture.now.addingTimeInterval(-600)))
    return agenda
  }

  static let forms: [Sample] = [
    Sample("form-new", "The form of a new task, just opened.") { $0.press("A") },
    Sample("form", "The form of a task, just opened.") { $0.press("e") },
    Sample("form-details", "The form with the cursor in the details, its last field.") { $0.press("e", "backtab") },
    Sample("form-trouble", "A date that does not exist, and a name that Carla changed meanwhile.") { trouble(&$0) },
    Sample("form-leave", "After esc in a form that was changed.") { state in
      trouble(&state)
      state.press("esc")
    },
    Sample("form-calendar", "A day picked in the form.") { $0.press("e", "tab", "ctrl-t") },
    Sample("form-people", "Who fits while a person is typed, the second one selected.") { state in
      people(&state, "ad", RecordPickerTests.adas)
      state.press("down")
    },
    Sample(
      "form-people-offline", "Who is known here while a person is typed, offline.", status: SyncStatus(state: .offline)
    ) {
      people(&$0, "ad", RecordPickerTests.adas)
    },
    Sample("form-lead", "A lead and an account, which Salesforce does not take together.") { state in
      people(&state, "ag", [RecordPickerTests.adas[2]])
      state.press("enter", "tab")
      state.type("lum")
      let lumen = KnownRecord(
        id: "001000000000001AAA", kind: .account, name: "Lumen Optics", detail: "Manufacturing, Ghent")
      state.send(.lookedUp(LookUpAnswer(LookUp(.relatedTo, "lum"), [lumen], .here)))
      state.press("enter")
    },
  ]

  private static func trouble(_ state: inout State) {
    state.press("e", "tab", "ctrl-u")
    state.type("31/11")
    state.press("ctrl-s")
    var agenda = Fixture.agenda
    agenda[.today][0].reminder.fields.name = "Call Ada about the renewal of all engines"
    agenda[.today][0].remoteChange = RemoteChange(author: Fixture.carla, arrivedAt: Fixture.now)
    state.send(.list(agenda))
  }

  private static func people(_ state: inout State, _ text: String, _ found: [KnownRecord]) {
    state.press("A")
    state.type("Call her")
    state.press("tab", "tab", "tab", "tab")
    state.type(text)
    state.send(.lookedUp(LookUpAnswer(LookUp(.person, text), found, .here)))
  }

  static let triages: [Sample] = [
    Sample("triage", "The fourth task of a triage of 11.") { state in
      state.press("t", "space", "t", "j")
      state.send(.time(Fixture.now.addingTimeInterval(10), Fixture.today))
    },
    Sample("triage-gone", "A task of a triage that was deleted while it is seen.") { state in
      state.press("t")
      var contents = Fixture.contents(for: state.listQuery)
      contents.besides.removeFirst()
      contents[.overdue].removeFirst()
      state.send(.list(contents))
    },
    Sample("triage-summary", "The end of a triage: what became of the tasks.") { state in
      state.press("t", "space", "t", "j", "d", "!", "esc")
      for entry: Int64 in 1...4 {
        state.send(.performed(ActionReport(summary: "Done", reminders: [], entry: entry)))
      }
      state.pause(10)
    },
  ]
}
