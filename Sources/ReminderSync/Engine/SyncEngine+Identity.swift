import Localization
package import ReminderStore
import Reminders
package import Salesforce

extension SyncEngine {
  /// Asks the org who is logged in, and ties the store to that user (sync-rules.md §5, isolation).
  ///
  /// - Throws: `StoreError.foreignOrg` when the store is tied to somebody else, or an `OrgError`.
  package static func identify(_ store: any SyncStore, with org: any OrgConnection) async throws -> OrgUser {
    let user = try await org.user()
    try tie(store, to: user)
    return user
  }

  /// Ties a store to a user, if it is nobody else's.
  ///
  /// - Throws: `StoreError.foreignOrg` when it is.
  package static func tie(_ store: any SyncStore, to user: OrgUser) throws {
    let state = try store.syncState()
    if let known = state.user, let organizationID = state.organizationID,
      known.id != user.id || organizationID != user.organizationID
    {
      throw StoreError.foreignOrg(
        expected: localized("\(known.name) at \(state.org ?? organizationID)", "user and org"),
        found: localized("\(user.name) at \(user.instanceURL)", "user and org"))
    }
    try store.updateSyncState { state in
      state.organizationID = user.organizationID
      state.org = user.instanceURL
      state.user = RecordReference(id: user.id, name: user.name)
    }
  }
}
