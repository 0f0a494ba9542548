/// Carries one request to an org and brings the answer back, whatever its status.
///
/// It throws `.unreachable` only where the request certainly did not leave, `.unknownOutcome` where it may have, and
/// `.invalidAnswer` where what came is no answer. It follows no redirects and repeats nothing.
package protocol Transport: Sendable {
  func send(_ request: HTTPRequest) async throws(OrgError) -> HTTPAnswer

  /// Uses no connection any more that was made before: the network has changed, and they may be dead without being closed.
  func dropConnections()
}

extension Transport {
  package func dropConnections() {}
}
