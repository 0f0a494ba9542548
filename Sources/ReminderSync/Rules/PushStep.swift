package import ReminderStore
package import Reminders
package import Salesforce

/// What one reminder demands of the org, derived from what is here and the base.
package enum PushStep: Equatable, Sendable {
  /// `openCreate` in the item tells whether it may have been created already.
  case create(PushedValues, TaskValues)
  case update(salesforceID: String, PushedValues, TaskValues)
  case delete(salesforceID: String, PushedValues)
  /// Only fields changed that Salesforce does not take: nothing is sent.
  case agree(PushedValues)
  /// Nothing to do (any more).
  case nothing

  package init(_ item: PushItem, _ settings: SyncSettings) {
    guard let base = item.base, let salesforceID = item.salesforceID else {
      self = item.isDeleted ? .nothing : PushStep.create(item, settings)
      return
    }
    if item.isDeleted {
      self = .delete(salesforceID: salesforceID, PushedValues(fields: item.fields, changed: [], [:]))
      return
    }
    let changed = item.fields.differences(from: base)
    guard !changed.isEmpty else {
      self = .nothing
      return
    }
    let values = TaskValues(changed, of: item.fields, settings)
    let pushed = PushedValues(fields: item.fields, changed: changed, values)
    self = values.isEmpty ? .agree(pushed) : .update(salesforceID: salesforceID, pushed, values)
  }

  /// A new task carries what it has; what is empty is left to the org's defaults.
  private static func create(_ item: PushItem, _ settings: SyncSettings) -> PushStep {
    var values = TaskValues(Set(ReminderField.allCases), of: item.fields, settings)
    // Without the name in the template a new task still needs its Subject.
    values[.subject] = .text(settings.subjectTemplate.subject(for: item.fields))
    values = values.filter { $0.value != .null && $0.value != .text("") && $0.value != .flag(false) }
    return .create(PushedValues(fields: item.fields, changed: Set(ReminderField.allCases), values), values)
  }
}

extension PushedValues {
  fileprivate init(fields: ReminderFields, changed: Set<ReminderField>, _ values: TaskValues) {
    self.init(
      fields: fields, changed: changed, subject: values.text(of: .subject), status: values.text(of: .status),
      priority: values.text(of: .priority))
  }
}

extension TaskValues {
  /// The Salesforce values of some fields (sync-rules.md §1); `Type` is never among them.
  init(_ changed: Set<ReminderField>, of fields: ReminderFields, _ settings: SyncSettings) {
    self = [:]
    for field in changed {
      switch field {
      case .name, .kind, .callOutcome, .callReason:
        guard settings.subjectTemplate.depends(on: field) else { continue }
        self[.subject] = .text(settings.subjectTemplate.subject(for: fields))
      case .status: self[.status] = .text(settings.mapping.status(isCompleted: fields.isCompleted))
      case .priority: self[.priority] = .text(settings.mapping.priority(fields.priority))
      case .due: self[.activityDate] = fields.due.map { .text($0.iso) } ?? .null
      case .details: self[.description] = fields.details.isEmpty ? .null : .text(fields.details)
      case .assignee:
        // A task always has an owner there; without one here it keeps the one it has.
        if let assignee = fields.assignee { self[.ownerID] = .text(assignee.id) }
      case .person: self[.whoID] = fields.person.map { .text($0.id) } ?? .null
      case .relatedTo: self[.whatID] = fields.relatedTo.map { .text($0.id) } ?? .null
      case .reminder:
        self[.isReminderSet] = .flag(fields.remindAt != nil)
        if let remindAt = fields.remindAt { self[.reminderDateTime] = .time(remindAt) }
      }
    }
  }

  fileprivate func text(of field: TaskField) -> String? {
    guard case .text(let text) = self[field] else { return nil }
    return text
  }
}
