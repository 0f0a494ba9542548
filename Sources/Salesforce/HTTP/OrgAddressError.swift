/// Why a text is not the address of an org.
package enum OrgAddressError: Error, Equatable, Sendable {
  case notAnAddress
  case notJustAHost
  case notEncrypted(host: String)
}

extension OrgAddressError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnAddress: "this is not an address; write it as https://acme.my.salesforce.com"
    case .notJustAHost: "an address here has no user, path or query; write it as https://acme.my.salesforce.com"
    case .notEncrypted(let host): "\(host) can be reached by https only; plain http is for this very machine"
    }
  }
}
