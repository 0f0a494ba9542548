import Foundation
import Localization
import Log
import Logging
import Salesforce
import Synchronization

/// Renews the login of a profile by the way the user logged in. Two processes never do it at once, and the second takes what
/// the first has got: a refresh token serves once where Salesforce rotates.
final class LoginRenewal: Sendable {
  private let credentials: Credentials
  private let transport: any Transport
  private let logger: Logger
  /// A session that could not be written, with the one that is kept instead.
  private let unwritten = Mutex<(kept: Session, login: Login)?>(nil)

  init(_ credentials: Credentials, transport: any Transport, logger: Logger) {
    self.credentials = credentials
    self.transport = transport
    self.logger = logger
  }

  /// The session that follows `ended`; it is kept before it is used.
  func session(after ended: Session) async throws(LoginError) -> Session {
    do {
      return try await credentials.locked { try await next(after: ended) }
    } catch let error as LoginError {
      throw error
    } catch {
      throw .unusable(LocalizedText(verbatim: CommandFailure(error).line))
    }
  }

  private func next(after ended: Session) async throws -> Session {
    guard let kept = try await credentials.load() else { throw LoginError.sessionEnded }
    var login = kept
    if let unwritten = unwritten.withLock({ $0 }), unwritten.kept == kept.session { login = unwritten.login }
    // Another process has renewed it, or the user has logged in anew.
    if login.session.accessToken != ended.accessToken { return try login.session.confirmed(asUserOf: ended) }
    login.session = try await renewed(login).confirmed(asUserOf: login.session)
    do {
      try await credentials.save(login, in: try credentials.place ?? .file)
      unwritten.withLock { $0 = nil }
    } catch {
      let reason = Localization.with(.english) { CommandFailure(error).line }
      logger.error("the renewed login cannot be kept", metadata: ["reason": .content(reason)])
      unwritten.withLock { $0 = (kept.session, login) }
    }
    return login.session
  }

  private func renewed(_ login: Login) async throws(LoginError) -> Session {
    switch login.method {
    case .token: throw .sessionEnded
    case .browser(let clientID):
      try await TokenEndpoint(at: login.session.instance, client: OAuthClient(id: clientID), transport: transport)
        .refresh(login.session)
    case .salesforceCLI(let username): try await SalesforceCLI().session(of: username, after: login.session)
    case .key(let key): try await key.session(transport, now: Date())
    }
  }
}
