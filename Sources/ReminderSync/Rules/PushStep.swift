import Localization
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
  /// Only what this user may not do there: nothing is sent, and it stays as it is here.
  case keep(Refusal)
  /// Nothing to do (any more).
  case nothing

  package init(_ item: PushItem, _ settings: SyncSettings, _ rights: TaskRights) {
    guard let base = item.base, let salesforceID = item.salesforceID else {
      self = item.isDeleted ? .nothing : PushStep.create(item, settings, rights)
      return
    }
    if item.isDeleted {
      self =
        rights.mayDelete
        ? .delete(salesforceID: salesforceID, PushedValues(fields: item.fields, changed: [], [:]))
        : .keep(Refusal(.delete, localized("Your user may not delete tasks.")))
      return
    }
    let changed = item.fields.differences(from: base)
    guard !changed.isEmpty else {
      self = .nothing
      return
    }
    let kept = changed.filter { field in
      TaskValues([field], of: item.fields, settings).keys
        .contains { !rights.mayEdit || !rights.isUpdateable($0.rawValue) }
    }
    let values = TaskValues(changed.subtracting(kept), of: item.fields, settings)
    let pushed = PushedValues(fields: item.fields, changed: changed.subtracting(kept), values)
    if !values.isEmpty {
      self = .update(salesforceID: salesforceID, pushed, values)
    } else if kept.isEmpty {
      self = .agree(pushed)
    } else {
      self = .keep(
        rights.mayEdit ? Refusal(keeping: kept, base) : Refusal(.edit, localized("Your user may not change tasks.")))
    }
  }

  /// A new task carries what it has and the user may fill in; what is empty is left to the org's defaults.
  private static func create(_ item: PushItem, _ settings: SyncSettings, _ rights: TaskRights) -> PushStep {
    // One that left before leaves again as it was.
    guard item.openCreate != nil || rights.mayCreate else {
      return .keep(Refusal(.create, localized("Your user may not create tasks.")))
    }
    let all = Set(ReminderField.allCases)
    let sent =
      item.openCreate?.sent
      ?? all.filter { field in
        TaskValues(newWith: [field], of: item.fields, settings).keys.allSatisfy { rights.isCreateable($0.rawValue) }
      }
    let values = TaskValues(newWith: sent, of: item.fields, settings)
    // What was not sent is empty there, and so in the base: it goes on its own as soon as it may.
    var fields = item.fields
    fields.take(all.subtracting(sent), from: ReminderFields(name: ""))
    return .create(PushedValues(fields: fields, changed: sent, values, withheld: all.subtracting(sent)), values)
  }
}

extension PushedValues {
  fileprivate init(
    fields: ReminderFields, changed: Set<ReminderField>, _ values: TaskValues, withheld: Set<ReminderField> = []
  ) {
    self.init(
      fields: fields, changed: changed, subject: values.text(of: .subject), status: values.text(of: .status),
      priority: values.text(of: .priority), withheld: withheld)
  }
}

extension Refusal {
  /// What stays here of a change, and what stands there instead.
  fileprivate init(keeping fields: Set<ReminderField>, _ base: ReminderFields) {
    let parts = ReminderField.allCases.filter(fields.contains)
      .map { field in
        let names = field.taskFields.map(\.rawValue).joined(separator: ", ")
        // A text may be long.
        if field == .details || field.isOnlyHere { return localized("\(names) is read-only for you in Salesforce.") }
        let value = field.word(for: base.text(of: field))
        return localized("\(names) is read-only for you in Salesforce, where it is “\(value)”.")
      }
    var seen: Set<String> = []
    self.init(.field, parts.filter { seen.insert($0).inserted }.joined(separator: " "))
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

  /// The values of a new task, without what is empty.
  init(newWith fields: Set<ReminderField>, of reminder: ReminderFields, _ settings: SyncSettings) {
    self.init(fields, of: reminder, settings)
    // Without the name in the template a new task still needs its Subject.
    if fields.contains(.name) { self[.subject] = .text(settings.subjectTemplate.subject(for: reminder)) }
    self = filter { $0.value != .null && $0.value != .text("") && $0.value != .flag(false) }
  }

  fileprivate func text(of field: TaskField) -> String? {
    guard case .text(let text) = self[field] else { return nil }
    return text
  }
}
