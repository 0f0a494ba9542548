package import Localization

/// Why a text is not the address of an org.
package enum OrgAddressError: Error, Equatable, Sendable {
  case notAnAddress
  case notJustAHost
  case notEncrypted(host: String)
}

extension OrgAddressError: CustomStringConvertible {
  package var description: String { localized(text) }

  package var text: LocalizedText {
    switch self {
    case .notAnAddress: LocalizedText("this is not an address; write it as https://acme.my.salesforce.com")
    case .notJustAHost:
      LocalizedText("an address here has no user, path or query; write it as https://acme.my.salesforce.com")
    case .notEncrypted(let host):
      LocalizedText("\(host) can be reached by https only; plain http is for this very machine")
    }
  }
}
