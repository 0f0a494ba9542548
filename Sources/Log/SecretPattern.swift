/// What looks like a token of Salesforce. No code logs one; should a server, a library or a user put one into another text,
/// it is not written all the same.
package enum SecretPattern {
  package static let mask = "(secret)"

  package static func masked(_ text: String) -> String {
    // Most texts have none of it, and the search for it takes longer than all else of a line.
    guard text.utf8.count > 20 else { return text }
    return patterns.reduce(text) { text, pattern in text.replacing(pattern, with: mask) }
  }

  /// Session Ids; refresh tokens; signed tokens (JWT); what follows `Bearer`; and what forms and addresses name so.
  private nonisolated(unsafe) static let patterns: [Regex<Substring>] = [
    /00D[0-9A-Za-z]{12,15}![0-9A-Za-z._%-]+/,
    /5Aep[0-9A-Za-z._%-]{20,}/,
    /eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]+\.?[0-9A-Za-z_-]*/,
    /[Bb]earer +[^\s"',;]+/,
    /(?:access_token|refresh_token|client_secret|assertion|password|sid|code_verifier)=[^\s&"',;]+/,
    /"(?:access_token|refresh_token|accessToken|refreshToken|client_secret|password)" *: *"[^"]*"/,
  ]
}
