package import Foundation
package import ReminderStore
package import Reminders
package import ReminderSync
package import Salesforce

/// How the tested parts are put together: as they are, or with a deliberate mistake around them.
package struct Variant: Sendable {
  package var store: @Sendable (any SyncStore) -> any SyncStore = { $0 }
  package var org: @Sendable (any OrgConnection) -> any OrgConnection = { $0 }
  package var environment: @Sendable (SyncEnvironment) -> SyncEnvironment = { $0 }
  /// Carries out what the user does; the process that does it may be killed at any moment after.
  package var perform: @Sendable (ReminderStore, UserAction, Date) throws -> ActionReport? = {
    try $0.perform($1, at: $2)
  }

  package init() {}

  package static let asIs = Variant()
}
