import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Today at a glance")
struct GlanceTests {
  private static let completed = [4, 0, 7, 12, 3, 0, 0, 9, 11, 5, 1, 0, 23, 2]

  private func state(
    _ columns: Int = 80, _ rows: Int = 24, completed: [Int] = completed
  ) -> State {
    var state = Fixture.state(columns, rows)
    state.press("T")
    var contents = Fixture.agenda
    contents.query = state.listQuery
    contents.glance = Glance(completed: completed, open: 6, overdue: 3)
    state.send(.list(contents))
    return state
  }

  @Test(
    "It looks as its snapshots at other sizes too",
    arguments: [("60x16", 60, 16), ("300x100", 300, 100)])
  func pictures(name: String, columns: Int, rows: Int) throws {
    try Snapshot.expect(
      state(columns, rows).picture.text, named: "glance-\(name)", shows: "Today at a glance at \(name).")
  }

  @Test("Large numbers have their room")
  func large() throws {
    let large = [12_345, 1] + [Int](repeating: 0, count: 11) + [6_000]
    try Snapshot.expect(
      state(completed: large).picture.text, named: "glance-large", shows: "Days of thousands, after an import.")
  }

  @Test("It asks for 14 days while it is open, and for today's anew after midnight")
  func asks() {
    var state = Fixture.state()
    #expect(state.listQuery.glance.isEmpty)
    state.press("T")
    #expect(state.picture.text.contains("Counting"))
    #expect(state.listQuery.glance.count == 14 && state.listQuery.glance.last == Fixture.today)
    let tomorrow = LocalDay(at: Fixture.today.end, in: Fixture.timeZone)
    state.send(.time(Fixture.today.end, tomorrow))
    #expect(state.listQuery.glance.last == tomorrow)
    state.press("esc")
    #expect(state.listQuery.glance.isEmpty)
    state.press("T", "T")
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("Nothing done is no bar; the least number is one")
  func bars() {
    let none = state(completed: [Int](repeating: 0, count: 14)).picture.text
    #expect(!none.contains("▁") && none.contains("0 done"))
    #expect(state(completed: [Int](repeating: 0, count: 12) + [1, 5_000]).picture.text.contains("▁"))
  }
}
