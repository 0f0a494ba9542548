package import Foundation
package import Reminders

/// A reminder that has something to push: what is here, the base, and the create in flight, from which what to do
/// follows.
package struct PushItem: Hashable, Sendable {
  package let id: ReminderID
  package let fields: ReminderFields
  package let isDeleted: Bool
  /// `nil` when it is not linked.
  package let base: ReminderFields?
  package let salesforceID: String?
  /// When the task there was last changed, as far as is known here.
  package let modifiedAt: Date?
  /// Names the task there before it has an Id.
  package let createKey: String
  package let openCreate: OpenCreate?

  /// The same, with the fields as a create carried them.
  package func asSent(_ create: OpenCreate) -> PushItem {
    PushItem(
      id: id, fields: create.fields, isDeleted: false, base: nil, salesforceID: nil, modifiedAt: nil,
      createKey: createKey, openCreate: create)
  }
}

/// What became of a push.
///
/// It ends the push that was just in flight; earlier ones of unknown outcome stay in the journal, as they may still
/// commit there. Only `created` ends all creates of its reminder: they were for the same task.
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
  /// Nothing was sent, as the user may not do it there: it stays here, and is listed.
  case kept(PushItem, Refusal)
  /// None of the creates that were sent has made a task, or can any more.
  case neverCreated(ReminderID)
}
