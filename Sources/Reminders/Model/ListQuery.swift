/// What is asked for a list.
package struct ListQuery: Hashable, Sendable {
  package var view: ReminderView
  /// How many rows of a group are read at most: a list never holds more than somebody looks through.
  package var limit: Int
  /// Reminders that are read beside the list, wherever they are by now.
  package var besides: [ReminderID] = []
  /// The days that are looked back on, today last; none where nothing is counted.
  package var glance: [LocalDay] = []

  /// As many as a list begins with.
  package static let firstLimit = 500
  package static let agenda = ListQuery(.agenda)

  package init(_ view: ReminderView, limit: Int = ListQuery.firstLimit) {
    self.view = view
    self.limit = limit
  }
}
