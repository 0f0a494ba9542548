/// Carries one request to an org and brings the answer back, whatever its status.
///
/// It throws `.unreachable` only where the request certainly did not leave, `.unknownOutcome` where it may have, and
/// `.invalidAnswer` where what came is no answer. It follows no redirects and repeats nothing.
package protocol Transport: Sendable {
  func send(_ request: HTTPRequest) async throws(OrgError) -> HTTPAnswer
}
