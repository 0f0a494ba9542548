/// Which Salesforce picklist values mean what here; every other value does not sync (sync-rules.md §1).
package struct PicklistMapping: Hashable, Sendable {
  package var open = "Not Started"
  package var completed = "Completed"
  package var normal = "Normal"
  package var high = "High"

  package init() {}

  /// `nil` for a status that does not sync.
  package func isCompleted(status: String) -> Bool? {
    switch status {
    case open: false
    case completed: true
    default: nil
    }
  }

  /// `nil` for a priority that does not sync.
  package func priority(_ value: String) -> Reminder.Priority? {
    switch value {
    case normal: .normal
    case high: .high
    default: nil
    }
  }

  package func status(isCompleted: Bool) -> String { isCompleted ? completed : open }

  package func priority(_ priority: Reminder.Priority) -> String { priority == .high ? high : normal }
}

extension PicklistMapping {
  /// What both sides of a linked reminder hold, read from the task there.
  ///
  /// What is only here never comes from there, and three things leave their field as it was agreed before: a value that
  /// does not sync, a text that Salesforce only trimmed, and a field that this user may not read.
  package func fields(
    of task: SalesforceTask, agreedBefore base: ReminderFields, unreadable: Set<ReminderField> = []
  ) -> ReminderFields {
    var fields = ReminderFields(
      name: base.name, isCompleted: isCompleted(status: task.status) ?? base.isCompleted,
      priority: priority(task.priority) ?? base.priority, due: task.due,
      details: task.details.isSameInSalesforce(as: base.details) ? base.details : task.details,
      assignee: task.owner.named(like: base.assignee), person: task.person?.named(like: base.person),
      relatedTo: task.relatedTo?.named(like: base.relatedTo), remindAt: task.remindAt, kind: base.kind,
      callOutcome: base.callOutcome, callReason: base.callReason)
    fields.take(unreadable, from: base)
    return fields
  }

  /// What a task becomes here when it is imported: the name is the Subject as it stands, a status that does not sync
  /// is open, a priority that does not sync is normal.
  package func fieldsAtImport(of task: SalesforceTask, unreadable: Set<ReminderField> = []) -> ReminderFields {
    fields(
      of: task, agreedBefore: ReminderFields(name: task.subject, kind: Reminder.Kind(taskSubtype: task.subtype)),
      unreadable: unreadable)
  }
}

extension RecordReference {
  /// With the name that is known of the same record, where this one comes without: not every answer can give it.
  fileprivate func named(like known: RecordReference?) -> RecordReference {
    guard name.isEmpty, let known, known.id == id else { return self }
    return known
  }
}
