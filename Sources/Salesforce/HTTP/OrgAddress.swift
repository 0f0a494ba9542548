import Foundation

/// Where an org or a login host is: scheme, host and port, and nothing else.
///
/// Tokens travel to such an address, so it is https, or plain http to this very machine (the simulator, a test).
package struct OrgAddress: Sendable, Hashable {
  package let scheme: String
  package let host: String
  /// `nil` where it is the scheme's own.
  package let port: Int?

  /// - Parameter text: `https://acme.my.salesforce.com`; a slash at the end does not matter.
  package init(_ text: String) throws(OrgAddressError) {
    guard let parts = URLComponents(string: text.trimmingCharacters(in: .whitespaces)),
      let scheme = parts.scheme?.lowercased(), let host = parts.host?.lowercased(), !host.isEmpty
    else { throw .notAnAddress }
    guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil,
      ["", "/"].contains(parts.path)
    else { throw .notJustAHost }
    switch scheme {
    case "https": break
    case "http": guard Self.isLoopback(host) else { throw .notEncrypted(host: host) }
    default: throw .notAnAddress
    }
    self.scheme = scheme
    self.host = host
    port = parts.port == (scheme == "https" ? 443 : 80) ? nil : parts.port
  }

  private init(host: String) {
    (scheme, self.host, port) = ("https", host, nil)
  }

  /// Where users of production orgs log in.
  package static let production = OrgAddress(host: "login.salesforce.com")
  /// Where users of sandboxes log in.
  package static let sandbox = OrgAddress(host: "test.salesforce.com")

  /// Where to log in, as a user types it: a whole address, a host, or only the name of the org's own domain
  /// (Salesforce Help, "My Domain URL Formats").
  ///
  /// - Parameter text: `https://acme.my.salesforce.com`, `acme.my.salesforce.com`, `acme`, or `acme--dev` of a sandbox.
  package init(loginDomain text: String) throws(OrgAddressError) {
    let name = text.trimmingCharacters(in: .whitespaces)
    let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    if isName {
      try self.init("https://\(name).\(name.contains("--") ? "sandbox." : "")my.salesforce.com")
    } else {
      try self.init(name.contains("://") ? name : "https://\(name)")
    }
  }

  /// The whole address of a path there.
  package func url(_ path: String, query: [(String, String)] = []) -> String {
    description + path + (query.isEmpty ? "" : "?" + PercentEncoding.pairs(query))
  }

  /// The page of a record, which every user interface of Salesforce leads to (Salesforce Help, "Find the ID of a Record":
  /// the Id follows the address of the org).
  ///
  /// - Returns: `nil` for what is no Id.
  package func page(ofRecord id: String) -> String? {
    let isID = [15, 18].contains(id.utf8.count) && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isID ? "\(description)/\(id)" : nil
  }

  /// The address that a link in an answer leads to; `nil` if that is another host, to which nothing may be sent.
  func resolve(_ link: String) -> String? {
    guard link.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) && $0 != "\\" }) else { return nil }
    if link.hasPrefix("/") { return link.hasPrefix("//") ? nil : description + link }
    guard let parts = URLComponents(string: link), parts.user == nil, parts.password == nil, parts.fragment == nil,
      let origin = try? OrgAddress(parts.origin), origin == self
    else { return nil }
    return link
  }

  /// Whether a login here may answer with a session there: the same host, or both of Salesforce, or both here.
  func vouches(for other: OrgAddress) -> Bool {
    if host == other.host { return scheme == other.scheme || other.scheme == "https" }
    if Self.isLoopback(host) { return Self.isLoopback(other.host) }
    return isOfSalesforce && other.isOfSalesforce
  }

  /// Whether it is one of sandboxes, such as `acme--dev.sandbox.my.salesforce.com` (Salesforce Help, "My Domain URL Formats").
  package var isSandbox: Bool { self == .sandbox || host.contains(".sandbox.") }

  var isOfSalesforce: Bool {
    [".salesforce.com", ".salesforce.mil", ".force.com", ".cloudforce.com"].contains { host.hasSuffix($0) }
  }

  private static func isLoopback(_ host: String) -> Bool {
    if ["localhost", "::1", "[::1]"].contains(host) { return true }
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return bytes.count == 4 && !bytes.contains(nil) && bytes[0] == 127
  }
}

extension OrgAddress: CustomStringConvertible {
  package var description: String {
    let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    return "\(scheme)://\(name)" + (port.map { ":\($0)" } ?? "")
  }
}

extension URLComponents {
  /// This address without its path and query.
  fileprivate var origin: String {
    var copy = self
    copy.path = ""
    copy.query = nil
    return copy.string ?? ""
  }
}
