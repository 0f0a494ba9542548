package import Foundation

/// A Salesforce `Task` as this program looks at it: the values there, unmapped.
package struct SalesforceTask: Hashable, Sendable, Codable {
  package var id: String
  package var subject: String
  package var status: String
  package var isClosed: Bool
  package var priority: String
  package var due: Day?
  package var details: String
  package var subtype: String?
  package var owner: RecordReference
  package var person: RecordReference?
  package var relatedTo: RecordReference?
  package var remindAt: Date?
  package var completedAt: Date?
  package var createdAt: Date
  package var modifiedAt: Date
  package var modifiedBy: RecordReference
  /// `SystemModstamp`: moves with every change, also with those that leave `modifiedAt`.
  package var stamp: Date
  package var isDeleted: Bool
  /// The value of the org's external Id field, where one is used.
  package var externalID: String?

  package init(
    id: String, subject: String, status: String, isClosed: Bool, priority: String, due: Day?, details: String,
    subtype: String?, owner: RecordReference, person: RecordReference?, relatedTo: RecordReference?, remindAt: Date?,
    completedAt: Date?, createdAt: Date, modifiedAt: Date, modifiedBy: RecordReference, stamp: Date, isDeleted: Bool,
    externalID: String? = nil
  ) {
    self.id = id
    self.subject = subject
    self.status = status
    self.isClosed = isClosed
    self.priority = priority
    self.due = due
    self.details = details
    self.subtype = subtype
    self.owner = owner
    self.person = person
    self.relatedTo = relatedTo
    self.remindAt = remindAt
    self.completedAt = completedAt
    self.createdAt = createdAt
    self.modifiedAt = modifiedAt
    self.modifiedBy = modifiedBy
    self.stamp = stamp
    self.isDeleted = isDeleted
    self.externalID = externalID
  }
}

extension Reminder.Kind {
  /// The kind of a task at import, by its `TaskSubtype` (sync-rules.md §1).
  package init(taskSubtype: String?) {
    self =
      switch taskSubtype {
      case "Email": .email
      case "Call": .call
      case "LinkedIn": .inMail
      default: .custom
      }
  }

  /// As `{{activity_type}}` shows it.
  package var activityType: String {
    switch self {
    case .email: "Email"
    case .call: "Call"
    case .inMail: "InMail"
    case .custom: "Custom"
    }
  }
}
