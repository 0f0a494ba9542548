import Foundation
import Logging
import ReminderSync
import Salesforce

/// The connection of a profile to its org; a renewed session is written to the credentials before it is used.
struct OrgLink {
  let connection: RESTConnection
  let endpoint: TokenEndpoint

  /// The name of this program to an org that has no connected app for it.
  private static let clientID = "command-center"

  init(profile: Profile, session: Session) {
    let logger = LogFile.logger(profile.places)
    let transport = HTTPTransport()
    let file = CredentialFile(path: profile.credentialPath)
    let endpoint = TokenEndpoint(at: session.instance, client: OAuthClient(id: Self.clientID), transport: transport)
    self.endpoint = endpoint
    let renewal = SessionRenewal { ended throws(LoginError) in
      // The user may have logged in meanwhile, in another terminal.
      if let stored = try? file.load(), stored.accessToken != ended.accessToken { return stored }
      guard ended.refreshToken != nil else { throw .sessionEnded }
      return try await endpoint.refresh(ended)
    }
    connection = RESTConnection(
      session: session, renewal: renewal, transport: transport, logger: logger,
      onRenewal: { renewed in
        do {
          try file.save(renewed)
        } catch {
          logger.error("the renewed login cannot be kept: \(error)")
        }
      })
  }
}
