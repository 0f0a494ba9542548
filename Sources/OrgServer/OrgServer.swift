package import Foundation
import NIOCore
package import OrgModel

/// A simulated Salesforce org that answers over HTTP or HTTPS on loopback: REST, OAuth and streaming.
///
/// ```swift
/// let server = OrgServer { now in Org.demo(now: now, timeZone: .current) }
/// let address = try await server.start()  // http://127.0.0.1:54321
/// …
/// await server.stop()
/// ```
package actor OrgServer {
  /// How the server behaves; the defaults suit a test.
  package struct Configuration: Sendable {
    /// The port to listen on; 0 takes a free one.
    package var port: Int
    /// How long an access token is valid, in seconds.
    package var accessTokenLifetime: Int
    /// How often the colleague changes something; `nil`: never by himself.
    package var colleaguePace: Duration?
    /// Of the colleague's changes.
    package var seed: UInt64
    /// Of the tokens. By default another one every time, so that no token outlives its server.
    package var tokenSeed: UInt64
    /// How long a streaming client's connect is held when there is nothing to tell.
    package var connectHoldMilliseconds: Int
    /// Whether connections are encrypted.
    package var tls: TLS
    /// The org's clock.
    package var now: @Sendable () -> Date
    /// What the org's clock shows when the server is made; `nil`: what `now` says.
    package var startTime: Date?
    /// The times that the org's clock may show.
    package static let clockRange = OrgClock.range
    /// Whether the org's clock stands still until it is set.
    package var isClockFrozen = false
    /// Whether it remembers all that is secret of logins, for a test that looks where they are: `OrgServer.secrets`.
    package var remembersSecrets = false
    /// How long a connection may be idle, by the real time.
    package var idleTimeout = Duration.seconds(120)

    package init(
      port: Int = 0, accessTokenLifetime: Int = 2 * 3600, colleaguePace: Duration? = nil, seed: UInt64 = 1,
      tokenSeed: UInt64 = .random(in: 0 ... .max), connectHoldMilliseconds: Int = 110_000, tls: TLS = .off,
      now: @escaping @Sendable () -> Date = { Date() }
    ) {
      self.port = port
      self.accessTokenLifetime = accessTokenLifetime
      self.colleaguePace = colleaguePace
      self.seed = seed
      self.tokenSeed = tokenSeed
      self.connectHoldMilliseconds = connectHoldMilliseconds
      self.tls = tls
      self.now = now
    }
  }

  private var configuration: Configuration
  private let host: OrgHost
  private var listener: HTTPListener?
  private var running: Task<Void, any Error>?
  private var interruption: Task<Void, Never>?

  /// - Parameter org: makes the org, now and whenever it is reset; it is told the time.
  package init(configuration: Configuration = Configuration(), org: @escaping @Sendable (Date) -> Org) {
    self.configuration = configuration
    host = OrgHost(configuration: configuration, makeOrg: org)
  }

  /// Begins to listen; returns the address, `http://127.0.0.1:<port>` or, with TLS, `https://localhost:<port>`.
  ///
  /// After `stop` it can be started again, at the same address, with all that it held.
  package func start() async throws(OrgServerError) -> String {
    guard running == nil else { throw .alreadyStarted }
    let (ports, report) = AsyncStream<Int>.makeStream()
    let listener = HTTPListener(
      port: configuration.port, encryption: try configuration.tls.makeContext(), idleTimeout: configuration.idleTimeout,
      host: host
    ) { report.yield($0) }
    let task = Task {
      defer { report.finish() }
      try await listener.run()
    }
    self.listener = listener
    running = task
    for await port in ports {
      let address = configuration.tls.address(port: port)
      configuration.port = port
      await host.listens(at: address)
      await host.whenInterrupted { [weak self] duration in Task { await self?.interrupt(for: duration) } }
      return address
    }
    // It has ended, or who wanted it has been cancelled and waits for no port any more.
    running = nil
    self.listener = nil
    task.cancel()
    guard case .failure(let error) = await task.result else {
      throw .cannotListen(port: configuration.port, reason: "the server ended at once")
    }
    if let error = error as? IOError, error.errnoCode == EADDRINUSE { throw .portInUse(configuration.port) }
    throw .cannotListen(port: configuration.port, reason: String(describing: error))
  }

  /// Ends held connects at once, lets requests under way finish, and closes all connections.
  package func stop() async {
    interruption?.cancel()
    await interruption?.value
    interruption = nil
    await close()
  }

  private func close() async {
    guard let running, let listener else { return }
    self.running = nil
    self.listener = nil
    await host.stop()
    let deadline = Task {
      guard (try? await Task.sleep(for: .seconds(2))) != nil else { return }
      running.cancel()
    }
    try? await listener.stop()
    _ = await running.result
    deadline.cancel()
  }

  /// Closes the port and all connections, and listens again after `duration`: connections are refused in between.
  private func interrupt(for duration: Duration) {
    guard interruption == nil, running != nil else { return }
    interruption = Task {
      await close()
      try? await Task.sleep(for: duration)
      // Something else may have the port just then.
      while !Task.isCancelled, running == nil, (try? await start()) == nil {
        try? await Task.sleep(for: .milliseconds(50))
      }
      interruption = nil
    }
  }

  /// Changes the org or looks at it, between two requests. Streaming clients hear of the change at once.
  package func change<Value: Sendable>(
    _ body: @Sendable (inout Org) throws -> Value
  ) async rethrows -> Value {
    try await host.change { state in try body(&state.org) }
  }

  /// Logs a user in without a password, as a browser would have: with a refresh token.
  package func openSession(for username: String) async throws(OrgServerError) -> OpenedSession {
    guard let session = await host.openSession(for: username) else { throw .unknownUser(username) }
    return session
  }

  /// Makes all access tokens invalid, as if their time were up; refresh tokens stay.
  package func expireAccessTokens() async {
    await host.expireAccessTokens()
  }

  /// Lets the colleague make his next change; returns the Id of the task.
  @discardableResult
  package func stepColleague() async -> RecordID? {
    await host.stepColleague()
  }

  /// All tokens that were ever given out, and all secrets that were ever sent to the token endpoint; `nil` where they are
  /// not remembered.
  package func secrets() async -> Set<String>? {
    await host.state.secrets
  }

  /// How many requests were answered, by `METHOD path`.
  package func requestCounts() async -> [String: Int] {
    await host.state.journal.countsByName
  }
}
