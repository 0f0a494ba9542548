import OrgModel

extension Member {
  /// Whether the user logs in with `text`: his password, alone or followed by a security token.
  ///
  /// The org does not know security tokens, and takes any that looks like one.
  /// Source: Salesforce Help, "OAuth 2.0 Username-Password Flow for Special Scenarios".
  func accepts(_ text: String) -> Bool {
    guard text.hasPrefix(password) else { return false }
    let token = text.dropFirst(password.count)
    return token.isEmpty
      || (24...25).contains(token.count) && token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
