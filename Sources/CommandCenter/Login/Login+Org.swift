import Logging
import Salesforce

extension Login {
  /// Who has logged in.
  func user() async throws -> OrgUser {
    // A login that was kept earlier must not stand in for one that does not work.
    try await RESTConnection(
      session: session, renewal: .impossible, transport: HTTPTransport.standard,
      logger: Logger(label: "login") { _ in SwiftLogNoOpLogHandler() }
    )
    .user()
  }

  /// Ends the session in Salesforce; that of the Salesforce CLI is its own, and stays.
  func revoke() async throws(LoginError) {
    if isBorrowed { return }
    let client = OAuthClient.salesforceCLI  // Revoking asks for no client.
    try await TokenEndpoint(at: session.instance, client: client, transport: HTTPTransport.standard).revoke(session)
  }
}
