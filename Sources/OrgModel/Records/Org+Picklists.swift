package import Foundation

extension Org {
  /// A value of Task's Status, as a row of TaskStatus.
  package struct StatusValue: Sendable {
    /// What a task holds, and what is shown.
    package let name: String
    /// Whether a task with it is done.
    package let isClosed: Bool

    /// A status of this name.
    package init(_ name: String, isClosed: Bool = false) {
      self.name = name
      self.isClosed = isClosed
    }
  }

  /// A value of Task's Priority, as a row of TaskPriority.
  package struct PriorityValue: Sendable {
    /// What a task holds, and what is shown.
    package let name: String
    /// Whether a task with it is urgent.
    package let isHigh: Bool

    /// A priority of this name.
    package init(_ name: String, isHigh: Bool = false) {
      self.name = name
      self.isHigh = isHigh
    }
  }

  /// Gives the org its own values of Status; a new task has the one named `defaultName`. Tasks keep what they have.
  package mutating func setStatuses(_ values: [StatusValue], default defaultName: String, at now: Date) {
    replaceRows(of: Schema.taskStatus, names: values.map(\.name), default: defaultName, at: now) { row, index in
      row["IsClosed"] = .flag(values[index].isClosed)
    }
  }

  /// Gives the org its own values of Priority; a new task has the one named `defaultName`. Tasks keep what they have.
  package mutating func setPriorities(_ values: [PriorityValue], default defaultName: String, at now: Date) {
    replaceRows(of: Schema.taskPriority, names: values.map(\.name), default: defaultName, at: now) { row, index in
      row["IsHighPriority"] = .flag(values[index].isHigh)
    }
  }

  private mutating func replaceRows(
    of definition: ObjectDefinition, names: [String], default defaultName: String, at now: Date,
    _ fill: (inout Record, Int) -> Void
  ) {
    tables[definition.name] = Table(definition)
    guard let user = members.keys.min() else { return }
    for (index, name) in names.enumerated() {
      var row = Record(definition, id: nextID(of: definition))
      row["MasterLabel"] = .text(name)
      row["ApiName"] = .text(name)
      row["SortOrder"] = .number(Double(index + 1))
      row["IsDefault"] = .flag(name == defaultName)
      fill(&row, index)
      row.stampCreation(by: user, at: Timestamp(now))
      tables[definition.name]?.insert(row)
    }
  }
}
