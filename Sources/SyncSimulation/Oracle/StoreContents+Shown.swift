import ReminderStore
import Reminders

extension StoreContents {
  /// 10: whether an action that was reported as done is in the store.
  func shows(_ action: UserAction, _ report: ActionReport) -> Bool {
    let touched = report.reminders.map { entries[$0] }
    return touched.allSatisfy { entry in
      guard let entry else { return false }
      return switch action {
      case .create: !entry.isDeleted
      case .edit(_, let fields, let changed): changed.allSatisfy { entry.fields.agrees(with: fields, on: $0) }
      case .setCompleted(_, let isCompleted): entry.fields.isCompleted == isCompleted
      case .setPriority(_, let priority): entry.fields.priority == priority
      case .setDue(_, let due): entry.fields.due == due
      case .delete: entry.isDeleted
      case .restore: !entry.isDeleted
      default: true
      }
    }
  }
}
