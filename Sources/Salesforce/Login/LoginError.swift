package import Localization

/// Why there is no session.
package enum LoginError: Error, Equatable, Sendable {
  /// Salesforce refused the login; `code` and `detail` are its `error` and `error_description`.
  case refused(code: String, detail: String)
  /// The session ended and nothing can renew it.
  case sessionEnded
  /// The answer leads to a host that is not Salesforce's, so no token is sent there.
  case foreignInstance(host: String)
  /// A browser came back from a login that this program did not begin.
  case otherLogin
  /// What came back from the browser, or was pasted, has no code.
  case noCode
  /// The browser did not come back in time.
  case nobodyCame(after: Duration)
  /// Another program listens where the browser is to come back to.
  case portTaken(Int)
  /// The new session is of somebody else; usernames or Ids.
  case otherUser(expected: String, found: String)
  /// Something on this machine that the login needs is not right: a sentence that says what, and what to do.
  case unusable(LocalizedText)
  /// There was no login because there was no proper answer.
  case org(OrgError)
}

extension LoginError: CustomStringConvertible {
  package var description: String { localized(text) }

  package var text: LocalizedText {
    switch self {
    case .refused(let code, let detail): LoginRefusal.explanation(code: code, detail: detail)
    case .sessionEnded: LocalizedText("the session ended; log in again")
    case .foreignInstance(let host):
      LocalizedText("the login answered with the address \(host), which is not of this org; not used")
    case .otherLogin:
      LocalizedText(
        """
        this answer belongs to another login, so it was not used; go on with the page that was opened last, or log in \
        again
        """)
    case .noCode:
      LocalizedText(
        "there is no code in it; copy the whole address that the browser shows after you allowed the access")
    case .nobodyCame(let duration):
      LocalizedText(
        """
        nobody logged in within \(Int(duration.components.seconds / 60)) minutes; log in again, and if the browser is on \
        another machine, paste the address that it shows in the end (--no-browser)
        """)
    case .portTaken(let port):
      LocalizedText(
        """
        another program uses port \(String(port)), where the browser is to come back to; end it (perhaps a login of the \
        Salesforce CLI), or paste the address that the browser shows in the end (--no-browser)
        """)
    case .otherUser(let expected, let found):
      LocalizedText(
        """
        the new session is of \(found), but this profile is of \(expected); log in as that user, or use another --profile
        """)
    case .unusable(let sentence): sentence
    case .org(let error): error.text
    }
  }

  /// What a request comes to whose session could not be renewed: in no case did it happen.
  var forRequest: OrgError {
    switch self {
    case .refused(let code, _) where LoginRefusal.isTemporary(code): .busy(code: code, retryAfter: nil)
    case .org(.unknownOutcome(let reason)): .unreachable(reason: reason)
    case .org(let error): error
    default: .loginNeeded(reason: text)
    }
  }
}
