import Foundation
import ReminderStore
import Reminders
import Testing

/// A task here and there, with requests that get lost on the way in all manners.
private struct Course {
  enum Step: String, CaseIterable {
    case edit, pushAnswered, pushAnswerLost, pushLost, pushLate, lateCommit, pull
  }

  private var fixture: Fixture
  private let id: ReminderID
  private var there = Fixture.task(1, stamp: -600)
  /// Requests without an answer that still commit, the earliest first.
  private var underway: [PushedValues] = []
  private var edits = 0

  init() throws {
    fixture = try Fixture()
    id = try fixture.imported(there)
  }

  mutating func take(_ step: Step) throws {
    fixture.now += 10
    switch step {
    case .edit:
      edits += 1
      try fixture.set(id, due: Fixture.day(edits % 3))
    case .pull: _ = try fixture.absorb(there)
    case .lateCommit: if !underway.isEmpty { commit(underway.removeFirst()) }
    case .pushAnswered, .pushAnswerLost, .pushLost, .pushLate:
      // Before a push the task is read.
      _ = try fixture.absorb(there)
      guard try fixture.item(id) != nil else { return }
      let values = try fixture.send(.update, id)
      if step == .pushLate { underway.append(values) }
      if step == .pushAnswered || step == .pushAnswerLost { commit(values) }
      if step == .pushAnswered { try fixture.store.settle([.updated(id, values)], at: fixture.now) }
    }
  }

  private mutating func commit(_ values: PushedValues) {
    fixture.now += 1
    there.due = values.fields.due
    (there.stamp, there.modifiedAt, there.modifiedBy) = (fixture.now, fixture.now, Fixture.me)
  }

  /// Lets all faults stop, and tells what is on both sides then.
  mutating func settle() throws -> (here: Day?, there: Day?, wanted: Day, conflicts: Int, writes: Int) {
    while !underway.isEmpty { try take(.lateCommit) }
    for step in [Step.pull, .pushAnswered, .pull] { try take(step) }
    return (
      try fixture.row(id).reminder.fields.due, there.due, Fixture.day(edits % 3), try fixture.conflicts(id).count,
      try fixture.rowsWritten(absorbing: there)
    )
  }
}

@Suite("Pushes of which answers and requests get lost")
struct PushOrderTests {
  @Test("In whatever order they commit, the last edit stands on both sides, without a conflict", arguments: 1...60)
  func lastEditStands(seed: Int) throws {
    var random = UInt64(seed)
    for _ in 1...10 {
      var course = try Course()
      var steps: [Course.Step] = []
      for _ in 1...9 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        steps.append(Course.Step.allCases[Int(random >> 33) % Course.Step.allCases.count])
      }
      for step in steps { try course.take(step) }
      let end = try course.settle()
      #expect(end.here == end.wanted, "\(steps.map(\.rawValue))")
      #expect(end.there == end.wanted, "\(steps.map(\.rawValue))")
      #expect(end.conflicts == 0 && end.writes == 0, "\(steps.map(\.rawValue))")
    }
  }
}
