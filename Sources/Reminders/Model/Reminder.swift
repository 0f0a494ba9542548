package import Foundation

/// A reminder task as it is here.
package struct Reminder: Identifiable, Hashable, Sendable {
  package let id: ReminderID
  /// The Id of its Salesforce task; a reminder with one is *linked*.
  package var salesforceID: String?
  package var fields: ReminderFields
  package var completedAt: Date?
  package var createdAt: Date

  package init(
    id: ReminderID, salesforceID: String? = nil, fields: ReminderFields, completedAt: Date? = nil, createdAt: Date
  ) {
    self.id = id
    self.salesforceID = salesforceID
    self.fields = fields
    self.completedAt = completedAt
    self.createdAt = createdAt
  }

  package var kind: Kind { fields.kind }

  /// What the task is about. Never written to Salesforce's `Type` (sync-rules.md §1).
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case email, call, inMail, custom
  }

  package enum Priority: String, Sendable, CaseIterable, Codable {
    case normal, high
  }
}

/// Names a reminder on this machine for ever: 32 hexadecimal digits (`random()`). A unique prefix is enough on the command line.
package struct ReminderID: Hashable, Sendable, RawRepresentable, Codable, Comparable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static func < (left: ReminderID, right: ReminderID) -> Bool { left.rawValue < right.rawValue }
}

/// A Salesforce record that a reminder points to, with the name to show.
package struct RecordReference: Hashable, Sendable, Codable {
  package let id: String
  package let name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
