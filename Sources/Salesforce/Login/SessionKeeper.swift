import Localization
import Log
import Logging

/// Holds the session that everything uses, and renews it once however many requests find that it ended.
actor SessionKeeper {
  private(set) var session: Session
  private let renewal: SessionRenewal
  private let logger: Logger
  private var running: Task<Result<Session, OrgError>, Never>?

  init(_ session: Session, renewal: SessionRenewal, logger: Logger) {
    self.session = session
    self.renewal = renewal
    self.logger = logger
  }

  /// The session that follows `ended`.
  ///
  /// The renewal is not stopped with its caller: Salesforce may already have rotated the refresh token, and the answer
  /// with the new one must reach whoever keeps it.
  func session(after ended: Session) async throws(OrgError) -> Session {
    if session.accessToken != ended.accessToken { return session }
    let task = running ?? Task { await self.renewed() }
    running = task
    return try await task.value.get()
  }

  private func renewed() async -> Result<Session, OrgError> {
    defer { running = nil }
    do throws(LoginError) {
      let next = try await renewal.renew(session)
      session = next
      logger.info("session renewed")
      return .success(next)
    } catch {
      logger.warning("session not renewed", metadata: ["reason": .text(error.text)])
      return .failure(error.forRequest)
    }
  }
}
