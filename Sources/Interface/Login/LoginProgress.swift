package import Foundation

/// How a login goes that `.logIn` began; the last one is `.connected`, `.failed` or `.unusableAddress`.
package enum LoginProgress: Hashable, Sendable {
  /// The user is to log in in a browser.
  case waiting(LoginInvitation)
  /// What came back or was pasted is of no use: why, in a sentence. The right one may still come.
  case answerRefused(String)
  /// The login is made; the org is asked who that is.
  case checking
  case connected(LoginConnection)
  /// Why not and what to do, in a sentence.
  case failed(LoginFailure)
  /// What was typed as a domain is no address: why, in a sentence.
  case unusableAddress(String)
}

/// A login that waits for the user's browser.
package struct LoginInvitation: Hashable, Sendable {
  /// What to open.
  let address: String
  /// When it is given up.
  let until: Date
  /// Whether a browser was opened here.
  let isOpen: Bool
  /// Why the browser cannot come back by itself, so that its last address has to be pasted.
  let obstacle: String?

  package init(address: String, until: Date, isOpen: Bool, obstacle: String? = nil) {
    (self.address, self.until, self.isOpen, self.obstacle) = (address, until, isOpen, obstacle)
  }
}

/// A login that is kept.
package struct LoginConnection: Hashable, Sendable {
  let user: String
  /// Its address.
  let org: String
  /// The user has not decided on sync yet (sync-rules.md §2).
  let asksForSync: Bool

  package init(user: String, org: String, asksForSync: Bool) {
    (self.user, self.org, self.asksForSync) = (user, org, asksForSync)
  }
}

/// A login that did not come about.
package struct LoginFailure: Hashable, Sendable {
  let reason: String
  /// It is of another user or org than the profile, so another profile would take it.
  let isOfOtherProfile: Bool

  package init(_ reason: String, isOfOtherProfile: Bool = false) {
    (self.reason, self.isOfOtherProfile) = (reason, isOfOtherProfile)
  }
}
