import Reminders
import Testing

@Suite("Three-way merge (sync-rules.md §4)")
struct MergeTests {
  /// Three values of each field that differ from one another.
  private static func fields(_ version: Int) -> ReminderFields {
    ReminderFields(
      name: "name", isCompleted: version == 1, priority: version == 1 ? .high : .normal, due: Day(number: version),
      details: "\(version)", person: RecordReference(id: "\(version)", name: "p\(version)"))
  }

  @Test(
    "Each case of the table, for due date, details and person",
    arguments: [
      (0, 0, Merge.Side.here, 0, 0), (0, 1, .here, 1, 0), (1, 0, .there, 1, 0), (1, 1, .there, 1, 0),
      (1, 2, .here, 1, 1), (1, 2, .there, 2, 1),
    ])
  func table(here: Int, there: Int, later: Merge.Side, expected: Int, conflicts: Int) {
    for field in [ReminderField.due, .details, .person] {
      var (mine, theirs) = (Self.fields(0), Self.fields(0))
      mine.take(field, from: Self.fields(here))
      theirs.take(field, from: Self.fields(there))
      let outcome = Merge.fields(base: Self.fields(0), here: mine, there: theirs, laterEdit: later)
      #expect(outcome.here.agrees(with: Self.fields(expected), on: field))
      #expect(outcome.conflicts.count == conflicts)
      #expect(outcome.here.differences(from: mine).subtracting([field]).isEmpty)
    }
  }

  @Test(
    "Each case of the table, for the status: completed on both sides agrees, and no conflict is possible",
    arguments: [
      // base, here, there; what is here then, and whether it is pushed.
      (false, false, false, false, false), (false, false, true, true, false), (false, true, false, true, true),
      (false, true, true, true, false), (true, true, false, false, false), (true, false, true, false, true),
      (true, false, false, false, false),
    ])
  func status(base: Bool, here: Bool, there: Bool, expected: Bool, isPushed: Bool) {
    func fields(_ isCompleted: Bool) -> ReminderFields { ReminderFields(name: "n", isCompleted: isCompleted) }
    for later in Merge.Side.allCases {
      let outcome = Merge.fields(base: fields(base), here: fields(here), there: fields(there), laterEdit: later)
      #expect(outcome.here == fields(expected))
      #expect(outcome.conflicts.isEmpty)
      #expect(outcome.here.differences(from: fields(there)) == (isPushed ? [.status] : []))
    }
  }

  @Test("Changes of different fields on both sides are both kept")
  func bothKept() {
    let base = ReminderFields(name: "n", due: Day(number: 1))
    var (here, there) = (base, base)
    here.isCompleted = true
    there.due = Day(number: 2)
    let outcome = Merge.fields(base: base, here: here, there: there, laterEdit: .there)
    #expect(outcome.here.isCompleted && outcome.here.due == Day(number: 2))
    #expect(outcome.conflicts.isEmpty)
    #expect(outcome.here.differences(from: there) == [.status])
  }

  @Test("A renamed person is no change, but the new name is shown")
  func personRenamed() {
    let base = ReminderFields(name: "n", person: RecordReference(id: "1", name: "Ada Byron"))
    var there = base
    there.person = RecordReference(id: "1", name: "Ada Lovelace")
    let outcome = Merge.fields(base: base, here: base, there: there, laterEdit: .here)
    #expect(outcome.here.person?.name == "Ada Lovelace")
    #expect(outcome.here.differences(from: base).isEmpty)
  }
}
