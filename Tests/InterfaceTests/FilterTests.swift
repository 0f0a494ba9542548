import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Filters")
struct FilterTests {
  /// What the store would answer to what is asked now.
  private func answered(_ state: State) -> ListContents {
    let query = state.listQuery
    let terms = SearchTerms(query.filter.text)
    var contents = Fixture.agenda
    contents.query = query
    contents.settings = state.context.list.settings
    contents.groups = contents.groups.map { group in
      let rows = group.rows.filter { row in
        let fields = row.reminder.fields
        return terms.fit(SearchText.words(of: fields)) && query.filter.kind.map { $0 == fields.kind } ?? true
          && query.filter.priority.map { $0 == fields.priority } ?? true
          && query.filter.person.map { $0.id == fields.person?.id } ?? true
      }
      return ListGroup(
        group.kind, rows: rows, found: BoundedCount(rows.count), all: BoundedCount(group.rows.count))
    }
    return contents
  }

  private func answer(_ state: inout State) { state.send(.list(answered(state))) }

  private func shown(_ state: State) -> [String] {
    state.listScreen?.lines.compactMap { $0.row?.id.rawValue } ?? []
  }

  /// With a filter that is kept.
  private func filtered(_ text: String, _ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode) -> State {
    var state = Fixture.state(columns, rows, glyphs: glyphs)
    state.press("/")
    state.type(text)
    answer(&state)
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
    answer(&state)
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
    answer(&state)
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
    answer(&state)
    #expect(state.selected == "t3")
    state.press("esc")
    answer(&state)
    #expect(state.selected == "t3")
    state.press("/")
    state.type("ada")
    answer(&state)
    #expect(state.selected == "t1")
  }

  @Test("Keys after a filter wait for its rows, and mean them")
  func keysAhead() {
    var state = Fixture.state()
    state.press("j", "/")
    state.type("ada")
    #expect(state.press("enter", "space").isEmpty)
    let effects = state.send(.list(answered(state)))
    #expect(effects == [.perform(.setCompleted([ReminderID(rawValue: "t1")], true))])
  }

  @Test("A list that was asked for before and comes late changes nothing")
  func late() {
    var state = Fixture.state()
    state.press("/")
    state.type("a")
    let late = answered(state)
    state.type("da")
    answer(&state)
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
    answer(&state)
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
    answer(&state)
    #expect(shown(state) == ["t1"])
    state.press("p", "enter")
    answer(&state)
    #expect(state.listQuery.filter.person?.name == "Ada Lovelace")
    #expect(state.footer.contains("call, Ada Lovelace, high priority  1 of 13"))
    state.press("/")
    #expect(state.footer.contains("call, Ada Lovelace, high priority  1 of 13"))
    state.press("enter")
    // Once more takes one of them off.
    state.press("f", "c", "enter")
    #expect(state.listQuery.filter.kind == nil)
    answer(&state)
    state.press("esc")
    #expect(state.listQuery.filter.isEmpty)
  }

  @Test("A view keeps its filter while another one is shown")
  func perView() {
    var state = filtered("ada")
    state.press("4")
    #expect(state.listQuery == ListQuery(.open))
    answer(&state)
    state.press("1")
    #expect(state.listQuery.filter.text == "ada")
  }

  @Test("A sort is kept for the view, here and in the settings")
  func sort() throws {
    var state = Fixture.state()
    state.press("4")
    answer(&state)
    #expect(state.press("S", "n") == [.set(.listOrder, "open=name")])
    #expect(state.listQuery.order == .name)
    state.send(.settingSaved(.listOrder))
    answer(&state)
    #expect(state.listQuery.order == .name)
    state.press("1")
    #expect(state.listQuery.order == .due)
    var later = Fixture.state()
    var contents = Fixture.agenda
    contents.settings.listOrders = try #require(ListOrders("agenda=priority open=name"))
    later.send(.list(contents))
    #expect(later.listQuery.order == .priority)
    answer(&later)
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

  @Test("A filter looks as its snapshots", arguments: [(80, 24), (120, 40), (40, 10)])
  func sizes(columns: Int, rows: Int) throws {
    var state = filtered("re", columns, rows)
    try Snapshot.expect(
      state.picture.text, named: "filter-\(columns)x\(rows)", shows: "A filter that is kept, with what it has found.")
    state.press("/")
    state.type("new sup")
    answer(&state)
    try Snapshot.expect(
      state.picture.text, named: "filter-line-\(columns)x\(rows)", shows: "A filter while it is typed.")
    state.type(" zebra")
    answer(&state)
    state.press("enter")
    try Snapshot.expect(
      state.picture.text, named: "filter-empty-\(columns)x\(rows)", shows: "A filter to which nothing fits.")
    state.press("esc")
    answer(&state)
    state.press("f", "c", "!")
    answer(&state)
    try Snapshot.expect(
      state.picture.text, named: "filter-menu-\(columns)x\(rows)", shows: "The menu of filters, with two of them set.")
    state.press("enter", "esc", "4")
    var byName = ListContents(
      query: ListQuery(.open, order: .name),
      groups: [
        ListGroup(
          .whole,
          rows: (Fixture.agenda[.today] + Fixture.agenda[.overdue])
            .sorted { $0.reminder.fields.name < $1.reminder.fields.name })
      ])
    byName.settings.listOrders[.open] = .name
    state.send(.list(byName))
    state.press("S")
    try Snapshot.expect(
      state.picture.text, named: "sort-menu-\(columns)x\(rows)", shows: "The menu of orders, over a list by name.")
  }

  @Test("A filter without UTF-8")
  func ascii() throws {
    var state = filtered("re", glyphs: .ascii)
    state.press("f", "!")
    answer(&state)
    try Snapshot.expect(
      state.picture.text, named: "filter-ascii", shows: "A filter by words and priority, where the locale is not UTF-8."
    )
  }
}
