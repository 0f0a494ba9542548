import Foundation
import Localization

/// Where the browser comes back to after a login: a port of this machine (RFC 8252 §7.3), as the connected app has it.
///
/// Salesforce compares it letter by letter with what is registered, port and path too.
package struct CallbackAddress: Sendable, Hashable {
  package let text: String
  package let port: Int
  let path: String

  /// That of the Salesforce CLI's connected app, which every org knows (Salesforce DX Developer Guide, "Create a Connected
  /// App in Your Org").
  package static let standard = CallbackAddress(
    text: "http://localhost:1717/OauthRedirect", port: 1717, path: "/OauthRedirect")

  private init(text: String, port: Int, path: String) {
    (self.text, self.port, self.path) = (text, port, path)
  }

  /// - Throws: an error that says what is allowed.
  package init(_ text: String) throws(LoginError) {
    guard let parts = URLComponents(string: text), parts.scheme == "http", let host = parts.host,
      ["localhost", "127.0.0.1"].contains(host), let port = parts.port, (1...65_535).contains(port),
      parts.user == nil, parts.query == nil, parts.fragment == nil, parts.percentEncodedPath.hasPrefix("/")
    else {
      throw .unusable(
        "“\(text)” cannot be the callback URL: write it as the connected app has it, such as \(Self.standard.text)")
    }
    self.init(text: text, port: port, path: parts.percentEncodedPath)
  }

  /// Whether a request with this `Host` header is meant for it; a page of elsewhere that was led here has its own name.
  func isMeant(byHost host: String?) -> Bool {
    ["localhost:\(port)", "127.0.0.1:\(port)"].contains(host?.lowercased())
  }
}
