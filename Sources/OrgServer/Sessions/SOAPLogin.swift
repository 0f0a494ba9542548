/// The call `login` of the SOAP API: a username and a password for a session Id, as older clients log in.
///
/// Only this call of the SOAP API is there. Source: SOAP API Developer Guide, "login()" and "LoginFault".
struct SOAPLogin: Sendable, Equatable {
  let username: String
  let password: String

  /// Reads the envelope; `nil` where it has no login call.
  init?(_ envelope: String) {
    guard let call = Self.content(of: "login", in: envelope[...]),
      let username = Self.content(of: "username", in: call),
      let password = Self.content(of: "password", in: call)
    else { return nil }
    self.username = Self.unescaped(username)
    self.password = Self.unescaped(password)
  }

  /// What stands between the tags of the first element with this name, whatever its namespace.
  private static func content(of name: String, in text: Substring) -> Substring? {
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...].dropFirst()
      guard let close = rest.firstIndex(where: { $0 == ">" || $0 == "<" }) else { return nil }
      let tag = rest[..<close].prefix { !$0.isWhitespace }
      rest = rest[close...]
      guard rest.first == ">" else { continue }
      rest = rest.dropFirst()
      guard tag == name || tag.hasSuffix(":\(name)"), !tag.hasPrefix("/") else { continue }
      return rest.firstRange(of: "</\(tag)").map { rest[..<$0.lowerBound] }
    }
    return nil
  }

  private static func unescaped(_ text: Substring) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
