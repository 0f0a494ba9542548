import Foundation
import Log
import Logging
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

/// The connection of a profile to its org.
struct OrgLink {
  let connection: RESTConnection

  /// - Parameter store: knows what the org told when it was last connected.
  init(profile: Profile, session: Session, store: ReminderStore? = nil) {
    let logger = LogFile.logger(profile)
    let transport = HTTPTransport.standard
    let renewal = LoginRenewal(Credentials(profile), transport: transport, logger: logger)
    connection = RESTConnection(
      session: session,
      renewal: SessionRenewal { ended throws(LoginError) in try await renewal.session(after: ended) },
      transport: transport, logger: logger, offered: (try? store?.connectionFacts())?.apiVersion)
  }
}

extension HTTPTransport {
  /// Trusts, beside the system's certificates, those that `SSL_CERT_FILE` names, as OpenSSL and curl do.
  static var standard: HTTPTransport {
    HTTPTransport(authorityFile: ProcessInfo.processInfo.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })
  }
}
