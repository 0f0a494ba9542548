/// A profile in the list of all.
package struct ProfileSummary: Hashable, Sendable {
  package enum Login: String, Hashable, Sendable {
    case none, present
    /// It ended, and nothing renews it.
    case ended
  }

  package let name: String
  /// The address of its org, and the user there; `nil` where it was never connected.
  package var org: String?
  package var user: String?
  package var isSandbox: Bool
  package var isSyncOn: Bool
  /// How many changes wait to be sent.
  package var pending: Int
  package var login: Login
  /// Why nothing more is known of it, and what to do.
  package var problem: String?

  package init(
    name: String, org: String? = nil, user: String? = nil, isSandbox: Bool = false, isSyncOn: Bool = false,
    pending: Int = 0, login: Login = .none, problem: String? = nil
  ) {
    self.name = name
    self.org = org
    self.user = user
    self.isSandbox = isSandbox
    self.isSyncOn = isSyncOn
    self.pending = pending
    self.login = login
    self.problem = problem
  }
}
