/// Why the server does not serve.
package enum OrgServerError: Error, Equatable, Sendable {
  /// Something else listens on the port, or it may not be used.
  case cannotListen(port: Int, reason: String)
  case alreadyStarted
  /// The org has no user of this name.
  case unknownUser(String)
}

extension OrgServerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotListen(let port, let reason): "cannot listen on port \(port): \(reason)"
    case .alreadyStarted: "the server runs already"
    case .unknownUser(let name): "the org has no user \(name)"
    }
  }
}
