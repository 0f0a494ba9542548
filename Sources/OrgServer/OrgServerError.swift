/// Why the server does not serve.
package enum OrgServerError: Error, Equatable, Sendable {
  /// Something else listens on the port.
  case portInUse(Int)
  /// The port may not be used, or the system refuses for another reason.
  case cannotListen(port: Int, reason: String)
  /// TLS could not be set up.
  case cannotEncrypt(reason: String)
  case alreadyStarted
  /// The org has no user of this name.
  case unknownUser(String)
}

extension OrgServerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .portInUse(let port): "port \(port) is in use; stop what listens there, or choose another port"
    case .cannotListen(let port, let reason): "cannot listen on port \(port): \(reason)"
    case .cannotEncrypt(let reason): "cannot set up TLS: \(reason)"
    case .alreadyStarted: "the server runs already"
    case .unknownUser(let name): "the org has no user \(name)"
    }
  }
}
