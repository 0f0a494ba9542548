package import Foundation

extension Org {
  /// A value of Task's Status, as a row of TaskStatus.
  package struct StatusValue: Sendable {
    /// What a task holds (the API name).
    package let name: String
    /// What is shown to people.
    package let label: String
    /// Whether a task with it is done.
    package let isClosed: Bool

    /// A status of this name; the label is the same if none is given.
    package init(_ name: String, label: String? = nil, isClosed: Bool = false) {
      self.name = name
      self.label = label ?? name
      self.isClosed = isClosed
    }
  }

  /// A value of Task's Priority, as a row of TaskPriority.
  package struct PriorityValue: Sendable {
    /// What a task holds (the API name).
    package let name: String
    /// What is shown to people.
    package let label: String
    /// Whether a task with it is urgent.
    package let isHigh: Bool

    /// A priority of this name; the label is the same if none is given.
    package init(_ name: String, label: String? = nil, isHigh: Bool = false) {
      self.name = name
      self.label = label ?? name
      self.isHigh = isHigh
    }
  }

  /// Gives the org its own values of Status; a new task has the one named `defaultName`. Tasks keep what they have,
  /// except the values in `replacements`, which become others.
  package mutating func setStatuses(
    _ values: [StatusValue], default defaultName: String, replacing replacements: [String: String] = [:], at now: Date
  ) {
    let rows = values.map { value -> Fields in
      [
        "ApiName": .text(value.name), "MasterLabel": .text(value.label), "IsClosed": .flag(value.isClosed),
        "IsDefault": .flag(value.name == defaultName),
      ]
    }
    replaceRows(of: Schema.taskStatus, with: rows, at: Timestamp(now))
    replaceValues(of: "Status", by: replacements, at: Timestamp(now))
  }

  /// Gives the org its own values of Priority, as `setStatuses`.
  package mutating func setPriorities(
    _ values: [PriorityValue], default defaultName: String, replacing replacements: [String: String] = [:],
    at now: Date
  ) {
    let rows = values.map { value -> Fields in
      [
        "ApiName": .text(value.name), "MasterLabel": .text(value.label), "IsHighPriority": .flag(value.isHigh),
        "IsDefault": .flag(value.name == defaultName),
      ]
    }
    replaceRows(of: Schema.taskPriority, with: rows, at: Timestamp(now))
    replaceValues(of: "Priority", by: replacements, at: Timestamp(now))
  }

  private mutating func replaceRows(of definition: ObjectDefinition, with rows: [Fields], at now: Timestamp) {
    tables[definition.name] = Table(definition)
    guard let user = members.keys.min() else { return }
    for (index, fields) in rows.enumerated() {
      var row = Record(definition, id: nextID(of: definition))
      for (name, value) in fields { row[name] = value }
      row["SortOrder"] = .number(Double(index + 1))
      row.stampCreation(by: user, at: now)
      tables[definition.name]?.insert(row)
    }
  }

  /// Gives the tasks their new values, and what follows from all values. No event tells of it.
  ///
  /// Source: Salesforce Help, "Difference between SystemModstamp and LastModifiedDate": of a task whose value was
  /// replaced only the SystemModstamp changes. That of a task in the recycle bin is when it was deleted, so it stays.
  private mutating func replaceValues(of field: String, by replacements: [String: String], at now: Timestamp) {
    for old in all(Schema.task.name) {
      var task = old
      if let value = old[field].text, let new = replacements[value] {
        task[field] = .text(new)
        if !task.isDeleted { task["SystemModstamp"] = .time(stampRule.stamp(at: now, after: old)) }
      }
      derivePicklists(&task, from: old, at: now)
      if task.slots != old.slots { tables[Schema.task.name]?.replace(task) }
    }
  }
}
