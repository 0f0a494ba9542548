import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Filters")
struct FilterTests {
  private func shown(_ state: State) -> [String] {
    state.listScreen?.lines.all.compactMap { $0.row?.id.rawValue } ?? []
  }

  /// With a filter that is kept.
  private func filtered(_ text: String) -> State {
    var state = Fixture.state()
    state.press("/")
    state.type(text)
    state.answer()
    state.press("enter")
    return state
  }

  @Test("Each key that is typed asks for what fits, and none of them waits for rows")
  func typing() {
    var state = Fixture.state()
    state.press("/")
    for (typed, text) in [("a", "a"), ("d", "ad"), ("a", "ada")] {
      state.type(typed)
      #expect(state.listQuery.filter.text == text)
    }
    state.press("backspace")
    #expect(state.listQuery.filter.text == "ad")
    // What was there stays in sight until what fits is.
    #expect(shown(state).count > 3)
    state.answer()
    #expect(shown(state) == ["t1"])
  }

  @Test("A kept filter stays in sight with what it has found, until esc takes it off")
  func kept() {
    var state = filtered("co")
    #expect(state.screens.count == 1)
    #expect(state.footer.contains("/co  \(shown(state).count) of 13"))
    #expect(shown(state).contains("t4") && !shown(state).contains("t2"))
    state.press("esc")
    #expect(state.listQuery.filter.isEmpty)
    state.answer()
    #expect(!state.footer.contains("/co"))
    #expect(state.listQuery.view == .agenda)
  }

  @Test("What was done is said also while a filter is kept, and then the filter is in sight again")
  func notice() {
    var state = filtered("co")
    state.send(.performed(ActionReport(summary: "High priority for “Connect”", reminders: [])))
    #expect(state.footer.contains("High priority for “Connect”"))
    state.pause(60)
    #expect(state.footer.contains("/co"))
  }

  @Test("Esc in the line takes the filter off at once")
  func escape() {
    var state = filtered("ada")
    state.press("/")
    #expect(state.picture.text(ofRow: 22).contains("/ada"))
    state.press("esc")
    #expect(state.listQuery.filter.isEmpty)
  }

  @Test("The selection stays on its task as long as that fits, and when the filter is off again")
  func selection() {
    var state = Fixture.state()
    state.press("j", "j")
    #expect(state.selected == "t3")
    state.press("/")
    state.type("quarterly")
    state.answer()
    #expect(state.selected == "t3")
    state.press("esc")
    state.answer()
    #expect(state.selected == "t3")
    state.press("/")
    state.type("ada")
    state.answer()
    #expect(state.selected == "t1")
  }

  @Test("Keys after a filter wait for its rows, and mean them")
  func keysAhead() {
    var state = Fixture.state()
    state.press("j", "/")
    state.type("ada")
    #expect(state.press("enter", "space").isEmpty)
    let effects = state.send(.list(Fixture.contents(for: state.listQuery)))
    #expect(effects == [.perform(.setCompleted([ReminderID(rawValue: "t1")], true))])
  }

  @Test("A list that was asked for before and comes late changes nothing")
  func late() {
    var state = Fixture.state()
    state.press("/")
    state.type("a")
    let late = Fixture.contents(for: state.listQuery)
    state.type("da")
    state.answer()
    state.send(.list(late))
    #expect(shown(state) == ["t1"])
  }

  @Test("n and N go through what fits, also when the filter is off again")
  func matches() {
    var state = filtered("re")
    let found = shown(state)
    #expect(found.count > 2)
    state.press("g", "n")
    #expect(state.selected == found[1])
    state.press("N")
    #expect(state.selected == found[0])
    state.press("esc")
    state.answer()
    let whole = shown(state).filter(found.contains)
    #expect(!shown(state).isEmpty && whole.count < shown(state).count)
    state.press("g", "n")
    let first = state.selected
    #expect(first.map(whole.contains) == true)
    state.press("n", "N")
    #expect(state.selected == first)
  }

  @Test("n says so where nothing was looked for")
  func nothingSought() {
    var state = Fixture.state()
    state.press("n")
    #expect(state.footer.contains("/ filters the list"))
  }

  @Test("Kinds, the person and high priority narrow a list together, and esc takes all off")
  func structured() {
    var state = Fixture.state()
    state.press("f", "c", "!")
    #expect(state.listQuery.filter == ListFilter(kind: .call, priority: .high))
    state.answer()
    #expect(shown(state) == ["t1"])
    state.press("p", "enter")
    state.answer()
    #expect(state.listQuery.filter.person?.name == "Ada Lovelace")
    #expect(state.footer.contains("call, Ada Lovelace, high priority  1 of 13"))
    state.press("/")
    #expect(state.footer.contains("call, Ada Lovelace, high priority  1 of 13"))
    state.press("enter")
    // Once more takes one of them off.
    state.press("f", "c", "enter")
    #expect(state.listQuery.filter.kind == nil)
    state.answer()
    state.press("esc")
    #expect(state.listQuery.filter.isEmpty)
  }

  @Test("A view keeps its filter while another one is shown")
  func perView() {
    var state = filtered("ada")
    state.press("4")
    #expect(state.listQuery == ListQuery(.open))
    state.answer()
    state.press("1")
    #expect(state.listQuery.filter.text == "ada")
  }

  @Test("A sort is kept for the view, here and in the settings")
  func sort() throws {
    var state = Fixture.state()
    state.press("4")
    state.answer()
    #expect(state.press("S", "n") == [.set(.listOrder, "open=name")])
    #expect(state.listQuery.order == .name)
    state.send(.settingSaved(.listOrder))
    state.answer()
    #expect(state.listQuery.order == .name)
    state.press("1")
    #expect(state.listQuery.order == .due)
    var later = Fixture.state()
    var contents = Fixture.agenda
    contents.settings.listOrders = try #require(ListOrders("agenda=priority open=name"))
    later.send(.list(contents))
    #expect(later.listQuery.order == .priority)
    later.answer()
    later.press("S")
    #expect(later.press("d") == [.set(.listOrder, "open=name")])
  }

  @Test("What a filter has found in a name is set off by more than colour")
  func emphasis() throws {
    let state = filtered("ren ada")
    let row = try #require((0..<24).first { state.picture.text(ofRow: $0).contains("Call Ada about renewal") })
    let text = state.picture.text(ofRow: row)
    let start = try #require(text.firstRange(of: "Call Ada")).lowerBound
    let column = text.distance(from: text.startIndex, to: start)
    func isSetOff(_ offset: Int) -> Bool {
      state.picture.styleRuns(ofRow: row)
        .contains {
          $0.columns.contains(column + offset) && $0.style.attributes.isSuperset(of: [.bold, .underline])
        }
    }
    let letters = (0..<"Call Ada about renewal".count).filter(isSetOff)
    #expect(letters == [5, 6, 7, 15, 16, 17])
  }
}
