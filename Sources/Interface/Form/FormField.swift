import Localization
import Reminders

/// A field of the form, in the order of the screen.
enum FormField: String, Sendable, CaseIterable, Hashable {
  case name, due, priority, kind, callOutcome, callReason, person, relatedTo, assignee, remind, details

  var title: String {
    switch self {
    case .callOutcome: localized("Outcome")
    case .callReason: localized("Reason")
    default: reminderField.title
    }
  }

  /// The field of the reminder that it shows.
  var reminderField: ReminderField {
    switch self {
    case .name: .name
    case .due: .due
    case .remind: .reminder
    case .priority: .priority
    case .kind: .kind
    case .callOutcome: .callOutcome
    case .callReason: .callReason
    case .person: .person
    case .relatedTo: .relatedTo
    case .assignee: .assignee
    case .details: .details
    }
  }

  /// What it points to, if it points to a record.
  var reference: ReferenceField? { ReferenceField.allCases.first { $0.reminderField == reminderField } }

  init(_ reference: ReferenceField) {
    self =
      switch reference {
      case .assignee: .assignee
      case .person: .person
      case .relatedTo: .relatedTo
      }
  }

  /// The most characters of a text, as Salesforce counts them.
  var limit: Int? {
    switch self {
    case .name: ReminderDraft.nameLimit
    case .callOutcome, .callReason: ReminderDraft.callTextLimit
    case .details: ReminderDraft.detailsLimit
    case .due, .remind, .priority, .kind, .person, .relatedTo, .assignee: nil
    }
  }

  /// The fields of a task of a kind: only of a call one says what came of it.
  static func fields(of kind: Reminder.Kind) -> [FormField] {
    kind == .call ? allCases : allCases.filter { $0 != .callOutcome && $0 != .callReason }
  }
}
