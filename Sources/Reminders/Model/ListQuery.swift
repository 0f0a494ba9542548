/// What is asked for a list.
package struct ListQuery: Hashable, Sendable {
  package var view: ReminderView
  package var filter: ListFilter
  package var order: ListOrder
  /// How many rows of a group are read at most: a list never holds more than somebody looks through.
  package var limit: Int
  /// Reminders that are read beside the list, wherever they are by now.
  package var besides: [ReminderID] = []
  /// The days that are looked back on, today last; none where nothing is counted.
  package var glance: [LocalDay] = []

  /// As many as a list begins with: some screens of them.
  package static let firstLimit = 60
  package static let agenda = ListQuery(.agenda)

  package init(
    _ view: ReminderView, filter: ListFilter = ListFilter(), order: ListOrder = .due,
    limit: Int = ListQuery.firstLimit
  ) {
    self.view = view
    self.filter = filter
    self.order = order
    self.limit = limit
  }

  /// Whether it asks for the same rows in the same order as another, as far as both read.
  package func isSameList(as other: ListQuery) -> Bool {
    view == other.view && filter == other.filter && order == other.order
  }
}
