/// Which reminders of a view are wanted; all of it has to fit.
package struct ListFilter: Hashable, Sendable {
  /// Words of name, details, person or related record.
  package var text: String
  package var kind: Reminder.Kind?
  package var priority: Reminder.Priority?
  package var person: RecordReference?

  package init(
    text: String = "", kind: Reminder.Kind? = nil, priority: Reminder.Priority? = nil, person: RecordReference? = nil
  ) {
    self.text = text
    self.kind = kind
    self.priority = priority
    self.person = person
  }

  /// Whether all are wanted.
  package var isEmpty: Bool { text.trimmed.isEmpty && kind == nil && priority == nil && person == nil }
}
