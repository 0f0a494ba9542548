import Localization
import Reminders
import Terminal

/// What stands beside a value in the details of a task.
enum DetailLabel: CaseIterable {
  case due, status, priority, kind, person, phone, email, relatedTo, assignee, remind, outcome, reason
  case closed, sync, changed, id
  /// The sides of a conflict.
  case here, salesforce

  var text: String {
    switch self {
    case .due: localized("Due")
    case .status: localized("Status")
    case .priority: localized("Priority")
    case .kind: localized("Kind")
    case .person: localized("Person")
    case .phone: localized("Phone")
    case .email: localized("E-mail")
    case .relatedTo: localized("Related to")
    case .assignee: localized("Assignee")
    case .remind: localized("Remind")
    case .outcome: localized("Outcome")
    case .reason: localized("Reason")
    case .closed: localized("Closed")
    case .sync: localized("Sync")
    case .changed: localized("Changed")
    case .id: localized("Id")
    case .here: localized("Here")
    case .salesforce: "Salesforce"
    }
  }

  /// The columns of the widest one, so that all tasks have their values in the same place.
  static var widest: Int { allCases.map { DisplayText($0.text).width }.max() ?? 0 }
}
