import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("No state is told by colour alone")
struct ColorBlindnessTests {
  /// The states of a row, by what is special about each.
  private static var rows: [(state: String, row: ReminderRow)] {
    func row(
      due: Int = 0, priority: Reminder.Priority = .normal, isCompleted: Bool = false, mark: SyncMark = .synced,
      status: String? = nil, isClosedThere: Bool = false, change: RemoteChange? = nil
    ) -> ReminderRow {
      Fixture.row(
        "Call Ada", "t1", due: due, priority: priority, isCompleted: isCompleted, mark: mark, status: status,
        isClosedThere: isClosedThere, change: change)
    }
    let change = RemoteChange(author: Fixture.carla, arrivedAt: Fixture.now)
    return [
      ("plain", row()), ("high", row(priority: .high)), ("completed", row(isCompleted: true)),
      ("pending", row(mark: .pending)), ("refused", row(mark: .refused)), ("conflict", row(mark: .conflict)),
      ("local only", row(mark: .localOnly)), ("in progress", row(status: "In Progress")),
      ("closed there", row(status: "Cancelled", isClosedThere: true)), ("just changed", row(change: change)),
    ]
  }

  /// What is left of a screen without its colours: letters and attributes.
  private func colorless(_ state: State) -> [String] {
    let frame = state.picture
    return (0..<frame.size.rows)
      .map { row in
        (0..<frame.size.columns).compactMap { frame.cell(at: Position(column: $0, row: row)) }
          .map { "\($0.character)\($0.style.attributes.rawValue)" }.joined()
      }
  }

  @Test("Every state of a task looks different without colours", arguments: [Glyphs.unicode, .ascii])
  func rows(_ glyphs: Glyphs) {
    var seen: [[String]: String] = [:]
    for (state, row) in Self.rows {
      var contents = ListContents.agenda(overdue: [], today: [row], tomorrow: [], completed: [])
      contents.settings.isOn = true
      let picture = colorless(Fixture.state(80, 24, agenda: contents, glyphs: glyphs))
      #expect(seen[picture] == nil, "\(state) and \(seen[picture] ?? "")")
      seen[picture] = state
    }
  }

  @Test("Selected and marked tasks look different without colours", arguments: [Glyphs.unicode, .ascii])
  func selection(_ glyphs: Glyphs) {
    var state = Fixture.state(80, 24, glyphs: glyphs)
    var pictures = [colorless(state)]
    state.press("j")
    pictures.append(colorless(state))
    state.press("v")
    pictures.append(colorless(state))
    #expect(Set(pictures).count == 3)
  }

  @Test("Every state of the sync has words of its own", arguments: [Glyphs.unicode, .ascii])
  func sync(_ glyphs: Glyphs) {
    let states: [SyncStatus.State] = [
      .off, .offline, .connecting, .importing(done: 1, total: 10), .live, .polling(every: .seconds(15)), .syncing,
      .waiting(until: Fixture.now.addingTimeInterval(30)), .loginNeeded, .choiceNeeded,
    ]
    let lines = states.map { state in
      Fixture.state(80, 24, status: SyncStatus(state: state), glyphs: glyphs).picture.text(ofRow: 23)
        .filter { $0.isLetter || $0.isNumber }
    }
    #expect(Set(lines).count == states.count)
  }
}
