package import Foundation
package import Reminders

/// A push that is about to leave; it is written down before it does, so that what it carried is known when no answer
/// comes.
package struct PushAttempt: Sendable, Hashable {
  package enum Action: String, Sendable {
    case create, update, delete
  }

  /// A request may still commit for 10 minutes after it was given up; the two clocks agree to less than a minute.
  package static let mayCommitFor: TimeInterval = 660

  package let id: ReminderID
  package let action: Action
  package let values: PushedValues
  /// By what the org knows a create again; `nil` for one that has to be looked for.
  package let key: CreateKey?

  package init(_ action: Action, of id: ReminderID, _ values: PushedValues, key: CreateKey? = nil) {
    self.id = id
    self.action = action
    self.values = values
    self.key = key
  }
}

/// A create that left and of which it is not known whether it happened.
package struct OpenCreate: Sendable, Hashable {
  /// When it left the first time, by the server's clock.
  package let firstStartedAt: Date
  /// Until when it may still happen.
  package let mayCommitUntil: Date
  package let key: CreateKey?
  /// What it carried.
  package let fields: ReminderFields
  /// The fields that it carried; all of them where that was not written down (version 1).
  package let sent: Set<ReminderField>
}
