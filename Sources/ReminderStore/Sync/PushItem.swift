package import Foundation
package import Reminders

/// A reminder that has something to push: what is here, the base, and the attempt in flight, from which what to do
/// follows.
package struct PushItem: Hashable, Sendable {
  package let id: ReminderID
  package let fields: ReminderFields
  package let kind: Reminder.Kind
  package let isDeleted: Bool
  /// `nil` when it is not linked.
  package let base: ReminderFields?
  package let salesforceID: String?
  /// When a create left whose outcome is not known, by the server's clock.
  package let attemptedAt: Date?
}

/// What became of a push.
package enum PushSettlement: Sendable {
  case created(ReminderID, salesforceID: String, PushedValues)
  case updated(ReminderID, PushedValues)
  case deleted(ReminderID)
  /// Salesforce refused it; it stays dirty and is listed.
  case refused(ReminderID, Refusal, PushedValues)
  /// There was nothing to send for what changed here: the base just moves.
  case agreed(ReminderID, PushedValues)
  /// The request is known not to have happened: it can be sent again at once.
  case notSent(ReminderID)
}
