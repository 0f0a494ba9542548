package import Foundation

/// The fields of a reminder that sync with Salesforce, compared and merged one by one.
///
/// One such value is what is here, one is what is there, one is the *base* on which both last agreed.
package struct ReminderFields: Hashable, Sendable, Codable {
  package var name: String
  package var isCompleted: Bool
  package var priority: Reminder.Priority
  package var due: Day?
  package var details: String
  /// Who is to do it; `nil` on a machine without Salesforce.
  package var assignee: RecordReference?
  /// The contact or lead to follow up with.
  package var person: RecordReference?
  /// The account, opportunity … that it is about.
  package var relatedTo: RecordReference?
  /// When to remind the user.
  package var remindAt: Date?

  package init(
    name: String, isCompleted: Bool = false, priority: Reminder.Priority = .normal, due: Day? = nil,
    details: String = "", assignee: RecordReference? = nil, person: RecordReference? = nil,
    relatedTo: RecordReference? = nil, remindAt: Date? = nil
  ) {
    self.name = name
    self.isCompleted = isCompleted
    self.priority = priority
    self.due = due
    self.details = details
    self.assignee = assignee
    self.person = person
    self.relatedTo = relatedTo
    self.remindAt = remindAt
  }
}

/// One of the fields that sync.
package enum ReminderField: String, Sendable, CaseIterable, Codable {
  case name, status, priority, due, details, assignee, person, relatedTo, reminder
}

extension ReminderFields {
  /// Whether both hold the same value. References are the same when their Ids are, whatever the names say.
  package func agrees(with other: ReminderFields, on field: ReminderField) -> Bool {
    switch field {
    case .name: name == other.name
    case .status: isCompleted == other.isCompleted
    case .priority: priority == other.priority
    case .due: due == other.due
    case .details: details == other.details
    case .assignee: assignee?.id == other.assignee?.id
    case .person: person?.id == other.person?.id
    case .relatedTo: relatedTo?.id == other.relatedTo?.id
    case .reminder: remindAt == other.remindAt
    }
  }

  /// The fields on which the two differ.
  package func differences(from other: ReminderFields) -> Set<ReminderField> {
    Set(ReminderField.allCases.filter { !agrees(with: other, on: $0) })
  }

  /// Makes one field as it is in `other`.
  package mutating func take(_ field: ReminderField, from other: ReminderFields) {
    switch field {
    case .name: name = other.name
    case .status: isCompleted = other.isCompleted
    case .priority: priority = other.priority
    case .due: due = other.due
    case .details: details = other.details
    case .assignee: assignee = other.assignee
    case .person: person = other.person
    case .relatedTo: relatedTo = other.relatedTo
    case .reminder: remindAt = other.remindAt
    }
  }

  package mutating func take(_ fields: some Sequence<ReminderField>, from other: ReminderFields) {
    for field in fields { take(field, from: other) }
  }

  /// The value of a field as a person reads it.
  package func text(of field: ReminderField) -> String {
    switch field {
    case .name: name
    case .status: isCompleted ? "completed" : "open"
    case .priority: priority.rawValue
    case .due: due?.iso ?? "no date"
    case .details: details
    case .assignee: assignee?.name ?? "nobody"
    case .person: person?.name ?? "nobody"
    case .relatedTo: relatedTo?.name ?? "nothing"
    case .reminder: remindAt.map { $0.formatted(.iso8601) } ?? "no reminder"
    }
  }
}
