/// The values of an org's own picklists that the colleague gives to tasks. What there is no value for changes nothing.
struct TaskChoices {
  /// All priorities.
  let priorities: [OrgValue]
  /// Two statuses of work that has begun.
  let underWay: [OrgValue]
  /// What makes a task urgent.
  let urgent: Fields
  /// What closes a task.
  let completion: Fields
  /// What opens a task again.
  let reopening: Fields

  init(of org: Org) {
    let statuses = org.all(Schema.taskStatus.name)
    let open = statuses.filter { $0["IsClosed"] == .flag(false) }
    let begun = open.filter { $0["IsDefault"] == .flag(false) }
    let priorities = org.all(Schema.taskPriority.name)
    self.priorities = priorities.map { $0["ApiName"] }
    underWay = begun.prefix(2).map { $0["ApiName"] }
    urgent = Self.fields("Priority", priorities.first { $0["IsHighPriority"] == .flag(true) })
    completion = Self.fields("Status", statuses.first { $0["IsClosed"] == .flag(true) })
    reopening = Self.fields("Status", begun.first ?? open.first)
  }

  private static func fields(_ field: String, _ row: Record?) -> Fields {
    row.map { [field: $0["ApiName"]] } ?? [:]
  }
}
