package import Foundation
import Localization
import Log
package import Logging

/// An org over HTTP, for one user.
///
/// It asks once for a new session where a request finds that it ended, and reads again what a connection was lost over;
/// beyond that it repeats nothing, because only the sync knows what may be repeated.
package actor RESTConnection: OrgConnection {
  let transport: any Transport
  let keeper: SessionKeeper
  let clock: any Clock<Duration>
  let random: @Sendable () -> Double
  let logger: Logger
  private var serverClock: ServerClock
  private var usage: APIUsage?
  private var requests = 0
  private var version: APIVersion?
  var feeds: [Int: LiveFeed] = [:]
  /// What each feed runs in.
  var listeners: [Int: Task<Void, Never>] = [:]
  var feedsStarted = 0

  /// - Parameters:
  ///   - offered: the version of the API that was taken when it was last connected. If it is the newest that this program
  ///     knows, the org has it still, and is not asked.
  ///   - clock: must not jump; waits between attempts to listen are taken by it.
  ///   - random: a number from 0 up to 1, for the jitter of these waits.
  package init(
    session: Session, renewal: SessionRenewal, transport: any Transport, logger: Logger,
    offered: String? = nil, clock: any Clock<Duration> = ContinuousClock(),
    random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) {
    self.transport = transport
    self.clock = clock
    self.random = random
    self.logger = logger
    serverClock = ServerClock(clock)
    version = offered == APIVersion.known.upperBound.text ? APIVersion.known.upperBound : nil
    keeper = SessionKeeper(session, renewal: renewal, logger: logger)
  }

  package func serverTime() async -> Date? { serverClock.now }

  package func requestCount() async -> Int { requests }

  /// The org's API calls of the last 24 hours as of its last answer; `nil` before the first.
  package func apiUsage() async -> APIUsage? { usage }

  /// Where the org is, as of now: a renewed session may have moved.
  package func address() async -> OrgAddress { await keeper.session.instance }

  // MARK: - Requests

  /// An answer of success to a request below `/services/data/vXX.X`.
  func call(
    _ method: HTTPRequest.Method, _ path: String, query: [(String, String)] = [], body: Data? = nil
  ) async throws(OrgError) -> HTTPAnswer {
    try await answer(to: method, try await self.path(path), query: query, body: body)
  }

  /// The answer to a request below `/services/data/vXX.X`, whatever its status.
  func exchange(
    _ method: HTTPRequest.Method, _ path: String, headers: [(name: String, value: String)], body: Data
  ) async throws(OrgError) -> HTTPAnswer {
    let path = try await self.path(path)
    return try await exchange { address in HTTPRequest(method, address.url(path), headers: headers, body: body) }
  }

  /// An answer of success to a request for a path of the org.
  func answer(
    to method: HTTPRequest.Method, _ path: String, query: [(String, String)] = [],
    headers: [(name: String, value: String)] = [], body: Data? = nil
  ) async throws(OrgError) -> HTTPAnswer {
    try await answer { address in
      HTTPRequest(method, address.url(path, query: query), headers: headers, body: body)
    }
  }

  /// An answer of success, after a new session if the first one ended.
  func answer(to request: (OrgAddress) throws(OrgError) -> HTTPRequest) async throws(OrgError) -> HTTPAnswer {
    try await exchange(request).successful()
  }

  /// An answer, whatever its status, after a new session if the first one ended.
  private func exchange(_ request: (OrgAddress) throws(OrgError) -> HTTPRequest) async throws(OrgError) -> HTTPAnswer {
    let session = await keeper.session
    let first = try await send(try request(session.instance), as: session)
    guard first.hasSessionEnded else { return first }
    let next = try await keeper.session(after: session)
    let second = try await send(try request(next.instance), as: next)
    if second.hasSessionEnded { throw .loginNeeded(reason: "Salesforce does not accept the session; log in again") }
    return second
  }

  /// The path of a resource of the API in the version that both sides know.
  func path(_ resource: String) async throws(OrgError) -> String {
    "/services/data/v\(try await apiVersion().text)\(resource)"
  }

  func apiVersion() async throws(OrgError) -> APIVersion {
    if let version { return version }
    let newest = try APIVersion.newest(of: try await answer(to: .get, "/services/data/").decoded())
    version = newest
    return newest
  }

  private func send(_ request: HTTPRequest, as session: Session) async throws(OrgError) -> HTTPAnswer {
    var request = request
    request.headers.append(("Authorization", "Bearer \(session.accessToken.revealed)"))
    request.headers.append(("Accept", "application/json"))
    if request.body != nil { request.headers.append(("Content-Type", "application/json; charset=UTF-8")) }
    for _ in 0..<(request.method == .get ? Self.readsAgain : 0) {
      let age = clock.stopwatch()
      do throws(OrgError) {
        return try await sendOnce(request)
      } catch {
        // Whoever took long to say nothing is not asked again at once; nor is one who asks to wait.
        guard case .unknownOutcome = error, age() < Self.longest, !Task.isCancelled else { throw error }
      }
    }
    return try await sendOnce(request)
  }

  /// A line that loses one of some answers would else hardly ever let through all that a connection begins with. What only
  /// reads may be repeated (RFC 9110, §9.2.2).
  private static let readsAgain = 2
  private static let longest = Duration.seconds(5)

  private func sendOnce(_ request: HTTPRequest) async throws(OrgError) -> HTTPAnswer {
    requests += 1
    let age = clock.stopwatch()
    logger.trace(
      "request",
      metadata: request.facts.merging(["query": .content(request.query), "body": .content(request.bodyText)]) { $1 })
    do throws(OrgError) {
      let answer = try await transport.send(request)
      note(answer)
      logger.debug(
        "answer",
        metadata: request.facts.merging([
          "status": .shown(answer.status), "bytes": .shown(answer.body.count), "ms": .shown(age().milliseconds),
        ]) { $1 })
      return answer
    } catch {
      logger.info(
        "no answer",
        metadata: request.facts.merging(["reason": .text(error.text), "ms": .shown(age().milliseconds)]) { $1 })
      throw error
    }
  }

  /// Takes what every answer tells beside its content.
  func note(_ answer: HTTPAnswer) {
    // A page comes from something in between, not from the org.
    if !answer.isPage { serverClock.read(answer) }
    if let usage = answer.header("Sforce-Limit-Info").flatMap(APIUsage.init(header:)) { self.usage = usage }
  }
}

extension HTTPRequest {
  /// What the log says of it: the host is the user's org, the query what he looks for.
  fileprivate var facts: Logger.Metadata { ["method": .shown(method.rawValue), "path": .shown(path)] }

  fileprivate var bodyText: String { String(decoding: body ?? Data(), as: UTF8.self) }
}

extension Duration {
  package var milliseconds: Int { Int(self / .milliseconds(1)) }
}

extension HTTPAnswer {
  /// 401, and the 403 by which the user information service says the same.
  var hasSessionEnded: Bool {
    status == 401
      || status == 403 && body.count < 200 && String(decoding: body, as: UTF8.self).contains("Bad_OAuth_Token")
  }

  func successful() throws(OrgError) -> HTTPAnswer {
    guard isSuccess else { throw OrgError(self) }
    return self
  }
}
