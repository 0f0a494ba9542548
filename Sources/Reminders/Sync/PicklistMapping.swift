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
  /// What is only here never comes from there, and a value that does not sync leaves its field as it was agreed before.
  package func fields(of task: SalesforceTask, agreedBefore base: ReminderFields) -> ReminderFields {
    ReminderFields(
      name: base.name, isCompleted: isCompleted(status: task.status) ?? base.isCompleted,
      priority: priority(task.priority) ?? base.priority, due: task.due, details: task.details, assignee: task.owner,
      person: task.person, relatedTo: task.relatedTo, remindAt: task.remindAt, kind: base.kind,
      callOutcome: base.callOutcome, callReason: base.callReason)
  }

  /// What a task becomes here when it is imported: the name is the Subject as it stands, a status that does not sync
  /// is open, a priority that does not sync is normal.
  package func fieldsAtImport(of task: SalesforceTask) -> ReminderFields {
    fields(
      of: task, agreedBefore: ReminderFields(name: task.subject, kind: Reminder.Kind(taskSubtype: task.subtype)))
  }
}
