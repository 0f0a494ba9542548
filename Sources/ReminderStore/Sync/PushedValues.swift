package import Reminders

/// What a push carries, frozen when it leaves: on success the base moves to it, whatever was edited since.
package struct PushedValues: Hashable, Sendable {
  /// The fields here at the moment of the push; for an update only those in `changed` were sent.
  package let fields: ReminderFields
  package let changed: Set<ReminderField>
  /// The Salesforce values that were sent, where they were.
  package let subject: String?
  package let status: String?
  package let priority: String?

  package init(
    fields: ReminderFields, changed: Set<ReminderField>, subject: String?, status: String?, priority: String?
  ) {
    self.fields = fields
    self.changed = changed
    self.subject = subject
    self.status = status
    self.priority = priority
  }
}
