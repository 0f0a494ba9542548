import Logging
import ReminderStore
import ReminderSync
import Salesforce

extension Login {
  /// Who has logged in; a store that is somebody else's refuses.
  func user(tiedTo store: ReminderStore) async throws -> OrgUser {
    // A login that was kept earlier must not stand in for one that does not work.
    let connection = RESTConnection(
      session: session, renewal: .impossible, transport: HTTPTransport.standard,
      logger: Logger(label: "login") { _ in SwiftLogNoOpLogHandler() })
    return try await SyncEngine.identify(store, with: connection)
  }

  /// Ends the session in Salesforce.
  func revoke() async throws(LoginError) {
    let client = OAuthClient.salesforceCLI  // Revoking asks for no client.
    try await TokenEndpoint(at: session.instance, client: client, transport: HTTPTransport.standard).revoke(session)
  }
}
