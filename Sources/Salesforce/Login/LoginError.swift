/// Why there is no session.
package enum LoginError: Error, Equatable, Sendable {
  /// Salesforce refused the login; `code` and `detail` are its `error` and `error_description`.
  case refused(code: String, detail: String)
  /// The session ended and nothing can renew it.
  case sessionEnded
  /// The answer leads to a host that is not Salesforce's, so no token is sent there.
  case foreignInstance(host: String)
  /// There was no login because there was no proper answer.
  case org(OrgError)
}

extension LoginError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let code, let detail): LoginRefusal.explanation(code: code, detail: detail)
    case .sessionEnded: "the session ended; log in again"
    case .foreignInstance(let host): "the login answered with the address \(host), which is not of this org; not used"
    case .org(let error): error.description
    }
  }

  /// What a request comes to whose session could not be renewed: in no case did it happen.
  var forRequest: OrgError {
    switch self {
    case .refused(let code, _) where LoginRefusal.isTemporary(code): .busy(code: code, retryAfter: nil)
    case .refused, .sessionEnded, .foreignInstance: .loginNeeded(reason: description)
    case .org(.unknownOutcome(let reason)): .unreachable(reason: reason)
    case .org(let error): error
    }
  }
}
