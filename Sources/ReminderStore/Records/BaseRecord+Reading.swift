import Foundation
import Reminders

extension BaseRecord {
  /// The base after a linked task was read there.
  init(_ task: SalesforceTask, since agreed: BaseRecord, _ context: PullContext) {
    self.init(task, of: agreed.reminderID, fields: context.fields(of: task, agreedBefore: agreed.fields))
    if context.unreadable.contains(.name) { subject = agreed.subject }
    if context.unreadable.contains(.priority) { priority = agreed.priority }
    if context.unreadable.contains(.status) {
      status = agreed.status
      isClosedThere = agreed.isClosedThere
    }
  }

  /// Whether somebody changed what a user sees; what is not known yet since the task was made did not change.
  func showsChange(since agreed: BaseRecord) -> Bool {
    !fields.differences(from: agreed.fields).isEmpty || !subject.isSameInSalesforce(as: agreed.subject)
      || (status != agreed.status && !agreed.status.isEmpty)
      || (priority != agreed.priority && !agreed.priority.isEmpty)
  }

  /// What somebody changed there that a user sees, field by field.
  func changes(since agreed: BaseRecord) -> [FieldChange] {
    let synced = fields.differences(from: agreed.fields)
    var changes = ReminderField.allCases.filter(synced.contains)
      .map { FieldChange($0, from: agreed.fields, to: fields) }
    // Values that do not sync.
    if !synced.contains(.status), status != agreed.status, !agreed.status.isEmpty {
      changes.append(FieldChange(.status, old: agreed.status, new: status))
    }
    if !synced.contains(.priority), priority != agreed.priority, !agreed.priority.isEmpty {
      changes.append(FieldChange(.priority, old: agreed.priority, new: priority))
    }
    if !subject.isSameInSalesforce(as: agreed.subject) {
      changes.append(FieldChange(.name, old: agreed.subject, new: subject))
    }
    return changes
  }

  /// Agrees to what an own late push brought there: a field that holds the value it sent did not change there, so what
  /// is here and differs is sent again (sync-rules.md §4, the program's own late echoes are no conflict).
  ///
  /// - Parameter candidates: the fields that are looked at.
  /// - Returns: whether it has shown with this: all that it sent is there, and was not before.
  mutating func agree(
    to attempt: AttemptRecord, on candidates: Set<ReminderField>, in task: SalesforceTask, _ context: PullContext
  ) -> Bool {
    let echoes = attempt.shown(in: task, context.fields(of: task, agreedBefore: fields))
      .subtracting(context.unreadable).intersection(candidates)
    let isNew = echoes.contains { !fields.agrees(with: attempt.fields, on: $0) }
    fields.take(echoes, from: attempt.fields)
    if attempt.subject?.isSameInSalesforce(as: task.subject) ?? false { subject = task.subject }
    if echoes.contains(.priority) { priority = task.priority }
    if echoes.contains(.status) { status = task.status }
    return isNew && echoes == attempt.changed.subtracting(context.unreadable)
  }
}

extension AttemptRecord {
  /// The fields that hold in a task what this update sent.
  fileprivate func shown(in task: SalesforceTask, _ there: ReminderFields) -> Set<ReminderField> {
    let subjectIsSame = subject?.isSameInSalesforce(as: task.subject) ?? false
    return changed.filter { field in
      switch field {
      case .details: task.details.isSameInSalesforce(as: fields.details)
      default: field.isOnlyHere ? subjectIsSame : there.agrees(with: fields, on: field)
      }
    }
  }
}
