import Foundation
import Reminders

@testable import Interface

extension Fixture {
  /// What the store would answer to a query, if it held the full day and some days beside it.
  static func contents(for query: ListQuery) -> ListContents {
    var contents = agenda
    contents.query = query
    if query.view != .agenda { contents.groups = [ListGroup(.whole, rows: rows(of: query.view))] }
    if query.order == .name {
      contents[.whole].sort { $0.reminder.fields.name < $1.reminder.fields.name }
    }
    if !query.filter.isEmpty {
      contents.groups = contents.groups.map { group in
        let rows = group.rows.filter { fits($0.reminder.fields, query.filter) }
        return ListGroup(group.kind, rows: rows, found: BoundedCount(rows.count), all: BoundedCount(group.rows.count))
      }
    }
    contents.besides = agenda.rows.filter { query.besides.contains($0.id) }
    if !query.glance.isEmpty {
      contents.glance = Glance(completed: [4, 0, 7, 12, 3, 0, 0, 9, 11, 5, 1, 0, 23, 2], open: 6, overdue: 3)
    }
    return contents
  }

  private static func fits(_ fields: ReminderFields, _ filter: ListFilter) -> Bool {
    SearchTerms(filter.text).fit(SearchText.words(of: fields)) && filter.kind.map { $0 == fields.kind } ?? true
      && filter.priority.map { $0 == fields.priority } ?? true
      && filter.person.map { $0.id == fields.person?.id } ?? true
  }

  private static func rows(of view: ReminderView) -> [ReminderRow] {
    let upcoming = [
      row("Send the minutes of the kick-off", "u1", due: 2, kind: .email, person: "Joan Clarke", relatedTo: "Colossus"),
      row("Call back about the licence count", "u2", due: 2, kind: .call, priority: .high, person: "Alan Turing"),
      row("Plan the visit of the whole buying committee to our office", "u3", due: 9, relatedTo: "Difference Ltd"),
    ]
    switch view {
    case .overdue: return agenda[.overdue]
    case .upcoming: return upcoming
    case .completed:
      var earlier = row("Send the contract", "c3", kind: .email, person: "Joan Clarke", isCompleted: true)
      earlier.reminder.completedAt = now.addingTimeInterval(-86_400)
      return agenda[.completed] + [earlier]
    case .trash: return [row("Old news", "x1"), row("Ring the old number", "x2", kind: .call)].map(deleted)
    case .outbox:
      return agenda.rows.filter { $0.mark == .refused } + agenda.rows.filter { $0.mark == .conflict }
        + agenda.rows.filter { $0.mark == .pending } + [deleted(row("Not needed any more", "w2", mark: .pending))]
    case .delegated:
      return upcoming.map { row in
        var row = row
        row.reminder.fields.assignee = RecordReference(id: "005R", name: "Robin Rep")
        return row
      }
    default:
      let open = agenda.rows.filter { !$0.reminder.fields.isCompleted }
      return open + upcoming + [row("Learn some words of Dutch", "n1", due: nil)]
    }
  }

  private static func deleted(_ row: ReminderRow) -> ReminderRow {
    var row = row
    row.deletedAt = now.addingTimeInterval(-7_200)
    return row
  }
}

extension State {
  /// Lets the store answer to what is asked for the list now.
  mutating func answer() {
    var contents = Fixture.contents(for: listQuery)
    contents.settings = context.list.settings
    contents.settings.listOrders[listQuery.view] = listQuery.order
    send(.list(contents))
  }
}
