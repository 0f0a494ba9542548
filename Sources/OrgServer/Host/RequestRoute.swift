import OrgModel

/// What may be said of a request when it is counted or shown: its kind, and nothing secret.
enum RequestRoute {
  /// The path with braces where it names a version, a record or a place in a query, so that requests of one kind have one
  /// name: `/services/data/{version}/sobjects/Task/{id}`.
  static func name(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices {
      if let placeholder = placeholder(for: parts[index], after: index > 0 ? parts[index - 1] : "") {
        parts[index] = placeholder
      }
    }
    return parts.joined(separator: "/")
  }

  private static func placeholder(for part: String, after previous: String) -> String? {
    if part.first == "v", Double(part.dropFirst()) != nil { return "{version}" }
    if previous.lowercased().hasSuffix("__c"), !part.isEmpty { return "{value}" }
    // Words of fifteen letters are no Ids: Salesforce's begin with a digit, or a letter and a digit.
    guard part.prefix(2).contains(where: \.isNumber) else { return nil }
    if RecordID(part) != nil { return "{id}" }
    return part.split(separator: "-").first.flatMap { RecordID(String($0)) } != nil ? "{locator}" : nil
  }

  /// The query as text; the values of what opens something are left out.
  static func harmless(_ query: [FormField]) -> String {
    query.map { "\($0.name)=\(secrets.contains($0.name.lowercased()) ? "…" : $0.value)" }.joined(separator: "&")
  }

  private static let secrets: Set = [
    "access_token", "assertion", "client_assertion", "client_secret", "code", "code_verifier", "id_token",
    "oauth_token",
    "password", "refresh_token", "session_id", "sid", "token",
  ]
}
