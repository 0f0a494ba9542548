import Foundation
import OrgModel
import Reminders

extension World {
  /// Sets the org up as the configuration has it.
  func prepareOrg() {
    let configuration = configuration
    setPicklists(without: nil)
    org.change { model, _ in
      model.activitySharing = configuration.isSharingPrivate ? .private : .publicReadWrite
      model.stampRule = StampRule(
        lag: 0...configuration.commitSkew, isWholeSeconds: configuration.hasWholeSecondStamps, seed: 7)
      if configuration.createWay == .externalID {
        model.optionalFields.insert(FieldName(object: "Task", field: "Command_Center_Id__c"))
      }
    }
    org.createsIdempotently = configuration.createWay == .idempotencyKey
  }

  /// What the administrator of the org does.
  func administratorActs(_ kind: Event.Kind, _ random: inout SplitMix64) {
    let number = Int.random(in: 0..<1_000, using: &random)
    switch kind {
    case .takeField:
      if number % 7 == 0 { return takeRight([ObjectAccess.create, .edit, .delete][number % 3]) }
      let field = ["Description", "Priority", "ActivityDate", "WhoId", "IsReminderSet"][number % 5]
      let access: FieldAccess = number % 2 == 0 ? .hidden : .readOnly
      trace("there: the field \(field) is \(access) for the user")
      org.change { model, _ in
        model.changeMember(org.user) { $0.restrictedFields[FieldName(object: "Task", field: field)] = access }
      }
    case .giveFieldBack: giveFieldsBack()
    case .removePicklistValue:
      let mapping = configuration.mapping
      let value = [mapping.open, mapping.completed, mapping.normal, mapping.high][number % 4]
      trace("there: the value \(value) is taken off the picklist")
      setPicklists(without: value)
    case .restorePicklistValue: setPicklists(without: nil)
    case .addRule:
      let mapping = configuration.mapping
      let condition = [
        "Priority = '\(mapping.high)' AND ActivityDate = null",
        "Status = '\(mapping.completed)' AND ActivityDate = null",
        "Priority = '\(mapping.high)'",
      ][number % 3]
      trace("there: a validation rule refuses \(condition)")
      let rule = try? org.change { model, _ in
        try model.addValidationRule(on: "Task", refusing: condition, message: "The administrator refuses this.")
      }
      if let rule { with { $0.rules.append(rule) } }
    default: removeRules()
    }
  }

  /// The user may no longer create, change or delete tasks.
  private func takeRight(_ right: ObjectAccess) {
    trace("there: the user may not \(ObjectAccess.names.first { $0.access == right }?.name ?? "") tasks any more")
    org.change { model, _ in
      model.changeMember(org.user) { $0.objectAccess["Task"] = ObjectAccess.ordinary.subtracting(right) }
    }
  }

  func giveFieldsBack() {
    trace("there: all fields and rights are given back to the user")
    org.change { model, _ in
      model.changeMember(org.user) { member in
        member.restrictedFields = [:]
        member.objectAccess = [:]
      }
    }
  }

  func removeRules() {
    trace("there: the validation rules are removed")
    let rules = with { state in
      defer { state.rules = [] }
      return state.rules
    }
    org.change { model, _ in
      for rule in rules { model.removeValidationRule(rule) }
    }
  }

  func setPicklists(without missing: String?) {
    let mapping = configuration.mapping
    let statuses = [
      Org.StatusValue(mapping.open), .init("In Progress"), .init(mapping.completed, isClosed: true),
      .init("Cancelled", isClosed: true),
    ]
    let priorities = [Org.PriorityValue(mapping.high, isHigh: true), .init(mapping.normal), .init("Low")]
    org.change { model, now in
      model.setStatuses(statuses.filter { $0.name != missing }, default: mapping.open, at: now)
      model.setPriorities(priorities.filter { $0.name != missing }, default: mapping.normal, at: now)
    }
  }
}
