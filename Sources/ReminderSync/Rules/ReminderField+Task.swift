import Reminders
import Salesforce

extension ReminderField {
  /// The fields of a task there that hold it (sync-rules.md §1); what is only here is at most in the Subject.
  var taskFields: [TaskField] {
    switch self {
    case .name, .kind, .callOutcome, .callReason: [.subject]
    case .status: [.status]
    case .priority: [.priority]
    case .due: [.activityDate]
    case .details: [.description]
    case .assignee: [.ownerID]
    case .person: [.whoID]
    case .relatedTo: [.whatID]
    case .reminder: [.isReminderSet, .reminderDateTime]
    }
  }
}

extension TaskSelection {
  /// The fields here of which the values there cannot be read.
  var unreadableReminderFields: Set<ReminderField> {
    // What reaches the Subject by the template is not read back from it, but for the name at import.
    Set(
      ReminderField.allCases.filter { field in
        (field == .name || !field.isOnlyHere)
          && field.taskFields.contains { unreadableFields.contains($0.rawValue) }
      })
  }
}
