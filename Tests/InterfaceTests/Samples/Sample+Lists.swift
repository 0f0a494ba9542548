import Foundation
import Reminders

@testable import Interface

extension Sample {
  static let lists: [Sample] = [
    Sample("agenda", "The agenda of a full day, synced live."),
    Sample("agenda-overdue", "The agenda with what is overdue unfolded, its first task selected.") {
      $0.press("o", "g")
    },
    Sample("agenda-selected", "Two tasks are selected: there is a mark before their boxes.") {
      $0.press("v", "j", "v")
    },
    Sample("agenda-off", "Nothing due, and the sync is off.", agenda: ListContents(), status: SyncStatus(state: .off)),
    Sample("agenda-live", "Nothing due, and the sync is live.", agenda: synced(ListContents())),
    Sample("agenda-done", "Everything of today is done.", agenda: done),
    Sample("agenda-vanishing", "62 tasks are gone from Salesforce: after D, what to do with them.", agenda: vanishing) {
      $0.press("D")
    },
    view("2", "overdue", "What is overdue."),
    view("3", "upcoming", "What is due after tomorrow, by day."),
    view("4", "open", "All that is open, by when it is due."),
    view("5", "delegated", "What was made here for others."),
    view("6", "completed", "What is completed, the latest first."),
    view("7", "trash", "The trash."),
    view("9", "outbox", "What is not in sync, and why."),
    Sample("open-cut", "More than what is read, at its end; what is being read is said.") { state in
      state.press("4")
      let rows = (0..<500).map { (number: Int) in Fixture.row("Task \(number)", "r\(number)", due: number) }
      state.send(
        .list(ListContents(query: state.listQuery, groups: [ListGroup(.whole, rows: rows, total: 100_000)])))
      state.pause()
      state.press("G")
    },
  ]

  private static func view(_ key: String, _ name: String, _ shows: String) -> Sample {
    Sample(name, shows) { state in
      state.press(key)
      state.answer()
    }
  }

  private static func synced(_ contents: ListContents) -> ListContents {
    var contents = contents
    contents.settings.isOn = true
    return contents
  }

  private static var done: ListContents {
    var contents = synced(ListContents())
    contents[.completed] = Fixture.agenda[.completed]
    return contents
  }

  private static var vanishing: ListContents {
    var contents = Fixture.agenda
    contents.counts.vanishing = 62
    return contents
  }

  static let changes: [Sample] = [
    Sample("changes", "What changed in Salesforce and here; what others did since the last look is marked.") {
      open(&$0, ChangesTests.feed)
    },
    Sample("changes-empty", "Nothing has changed yet.") { open(&$0, ChangeFeed()) },
  ]

  private static func open(_ state: inout State, _ feed: ChangeFeed) {
    state.press("8")
    state.pause()
    state.send(.changes(feed))
  }

  static let filters: [Sample] = [
    Sample("filter", "A filter that is kept, with what it has found.") { keep(&$0, "re") },
    Sample("filter-line", "A filter while it is typed.") { state in
      keep(&state, "re")
      state.press("/")
      state.type("new sup")
      state.answer()
    },
    Sample("filter-empty", "A filter to which nothing fits.") { keep(&$0, "renew zebra") },
    Sample("filter-menu", "The menu of filters, with two of them set.") { state in
      state.press("f", "c", "!")
      state.answer()
    },
    Sample("sort-menu", "The menu of orders, over a list by name.") { state in
      state.press("4")
      state.answer()
      state.press("S", "n")
      state.send(.settingSaved(.listOrder))
      state.answer()
      state.press("S")
    },
  ]

  private static func keep(_ state: inout State, _ text: String) {
    state.press("/")
    state.type(text)
    state.answer()
    state.press("enter")
  }
}
