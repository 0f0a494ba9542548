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
  /// The fields of a new task that were not sent, as the user may not fill them in: `fields` has them empty.
  package let withheld: Set<ReminderField>

  package init(
    fields: ReminderFields, changed: Set<ReminderField>, subject: String?, status: String?, priority: String?,
    withheld: Set<ReminderField> = []
  ) {
    self.fields = fields
    self.changed = changed
    self.subject = subject
    self.status = status
    self.priority = priority
    self.withheld = withheld
  }

  /// Whether it carries what is here: nothing was edited since.
  func carries(_ here: ReminderFields) -> Bool {
    var here = here
    here.take(withheld, from: fields)
    return here == fields
  }
}
