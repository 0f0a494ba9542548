package import Foundation
import Localization

/// The fields of a reminder, compared and merged one by one.
///
/// Most hold the same on both sides. `kind`, `callOutcome` and `callReason` have no field there: they reach Salesforce
/// only through the subject template, as the name does.
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
  package var kind: Reminder.Kind
  /// What came of a call and what it was about, set when it is completed; empty where not said.
  package var callOutcome: String
  package var callReason: String

  package init(
    name: String, isCompleted: Bool = false, priority: Reminder.Priority = .normal, due: Day? = nil,
    details: String = "", assignee: RecordReference? = nil, person: RecordReference? = nil,
    relatedTo: RecordReference? = nil, remindAt: Date? = nil, kind: Reminder.Kind = .custom, callOutcome: String = "",
    callReason: String = ""
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
    self.kind = kind
    self.callOutcome = callOutcome
    self.callReason = callReason
  }
}

/// One of the fields of a reminder.
package enum ReminderField: String, Sendable, CaseIterable, Codable {
  case name, status, priority, due, details, assignee, person, relatedTo, reminder, kind, callOutcome, callReason

  /// Known only here: Salesforce sees it at most in the Subject.
  package var isOnlyHere: Bool {
    switch self {
    case .name, .kind, .callOutcome, .callReason: true
    default: false
    }
  }
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
    case .kind: kind == other.kind
    case .callOutcome: callOutcome == other.callOutcome
    case .callReason: callReason == other.callReason
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
    case .kind: kind = other.kind
    case .callOutcome: callOutcome = other.callOutcome
    case .callReason: callReason = other.callReason
    }
  }

  package mutating func take(_ fields: some Sequence<ReminderField>, from other: ReminderFields) {
    for field in fields { take(field, from: other) }
  }

  /// The value of a field as a person reads it, in English: it is kept, and compared with what is kept.
  ///
  /// `ReminderField.word(for:)` says it in the language of the user.
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
    case .kind: kind.rawValue
    case .callOutcome: callOutcome
    case .callReason: callReason
    }
  }
}

extension ReminderField {
  /// What `ReminderFields.text(of:)` says of a value, in the language of the user: names and dates are as they are.
  package func word(for text: String) -> String {
    switch (self, text) {
    case (.status, "completed"): localized("completed")
    case (.status, "open"): localized("open")
    case (.priority, "high"): localized("high")
    case (.priority, "normal"): localized("normal")
    case (.kind, "email"): localized("email")
    case (.kind, "call"): localized("call")
    case (.kind, "inMail"): localized("inMail")
    case (.kind, "custom"): localized("custom")
    case (.due, "no date"): localized("no date")
    case (.reminder, "no reminder"): localized("no reminder")
    case (.assignee, "nobody"), (.person, "nobody"): localized("nobody")
    case (.relatedTo, "nothing"): localized("nothing")
    default: text
    }
  }
}
