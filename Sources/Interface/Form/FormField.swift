import Reminders

/// A field of the form, in the order of the screen.
enum FormField: Int, Sendable, CaseIterable, Hashable {
  case name, due, priority, kind, callOutcome, callReason, details

  var title: String {
    switch self {
    case .name: "Name"
    case .due: "Due"
    case .priority: "Priority"
    case .kind: "Kind"
    case .callOutcome: "Outcome"
    case .callReason: "Reason"
    case .details: "Details"
    }
  }

  /// The field of the reminder that it shows.
  var reminderField: ReminderField {
    switch self {
    case .name: .name
    case .due: .due
    case .priority: .priority
    case .kind: .kind
    case .callOutcome: .callOutcome
    case .callReason: .callReason
    case .details: .details
    }
  }

  /// The most characters of a text, as Salesforce counts them.
  var limit: Int? {
    switch self {
    case .name: ReminderDraft.nameLimit
    case .callOutcome, .callReason: ReminderDraft.callTextLimit
    case .details: ReminderDraft.detailsLimit
    case .due, .priority, .kind: nil
    }
  }

  /// The fields of a task of a kind: only of a call one says what came of it.
  static func fields(of kind: Reminder.Kind) -> [FormField] {
    kind == .call ? allCases : allCases.filter { $0 != .callOutcome && $0 != .callReason }
  }
}
