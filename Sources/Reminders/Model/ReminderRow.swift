package import Foundation

/// A reminder as a list shows it: with how it stands towards Salesforce.
package struct ReminderRow: Identifiable, Hashable, Sendable {
  package var reminder: Reminder
  package var mark: SyncMark
  /// The true values in Salesforce, shown as a badge where they do not sync.
  package var salesforceStatus: String?
  package var salesforcePriority: String?
  /// Closed in Salesforce, whatever the status is called there.
  package var isClosedThere: Bool
  /// Why Salesforce refused the last change of it.
  package var refusal: Refusal?
  /// The last change that came from Salesforce.
  package var remoteChange: RemoteChange?
  /// How to reach the person, where it is known.
  package var personEmail: String?
  package var personPhone: String?
  /// Since when it is in the trash.
  package var deletedAt: Date?

  package var id: ReminderID { reminder.id }

  package init(
    reminder: Reminder, mark: SyncMark, salesforceStatus: String? = nil, salesforcePriority: String? = nil,
    isClosedThere: Bool = false, refusal: Refusal? = nil, remoteChange: RemoteChange? = nil,
    personEmail: String? = nil, personPhone: String? = nil, deletedAt: Date? = nil
  ) {
    self.reminder = reminder
    self.mark = mark
    self.salesforceStatus = salesforceStatus
    self.salesforcePriority = salesforcePriority
    self.isClosedThere = isClosedThere
    self.refusal = refusal
    self.remoteChange = remoteChange
    self.personEmail = personEmail
    self.personPhone = personPhone
    self.deletedAt = deletedAt
  }
}

/// How a reminder stands towards Salesforce; the raw values are those of `list --format json`.
package enum SyncMark: String, Sendable, CaseIterable {
  case synced, pending, refused, conflict, localOnly
}

/// Salesforce's word on a change that it did not accept.
package struct Refusal: Hashable, Sendable {
  package let code: String
  package let message: String

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// Who changed a reminder in Salesforce, and when the change arrived here.
package struct RemoteChange: Hashable, Sendable {
  package let author: String
  package let arrivedAt: Date

  package init(author: String, arrivedAt: Date) {
    self.author = author
    self.arrivedAt = arrivedAt
  }
}
