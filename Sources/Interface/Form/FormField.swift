import Reminders

/// A field of the form, in the order of the screen.
enum FormField: Int, Sendable, CaseIterable, Hashable {
  case name, due, priority, kind, details

  var title: String {
    switch self {
    case .name: "Name"
    case .due: "Due"
    case .priority: "Priority"
    case .kind: "Kind"
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
    case .details: .details
    }
  }

  /// The field after or before it, round and round.
  func moved(by count: Int) -> FormField {
    let all = FormField.allCases
    return all[((rawValue + count) % all.count + all.count) % all.count]
  }
}
