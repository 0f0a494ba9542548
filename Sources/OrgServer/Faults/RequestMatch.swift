/// The requests that a fault is meant for; what is not given is not looked at.
struct RequestMatch: Sendable {
  /// In capitals; empty: any.
  var methods: Set<String> = []
  var path: PathPattern?
  /// What the query, decoded, or the body contains.
  var text: String?
  /// Whose token the request bears.
  var username: String?

  /// What the names in the path stand for; `nil` if the request is not meant.
  func names(in request: HTTPCall, by username: String?) -> [String: String]? {
    guard methods.isEmpty || methods.contains(request.method), self.username.map({ $0 == username }) ?? true,
      contains(text, request)
    else { return nil }
    guard let path else { return [:] }
    return path.names(in: request.segments)
  }

  private func contains(_ text: String?, _ request: HTTPCall) -> Bool {
    guard let text else { return true }
    return request.query.contains { "\($0.name)=\($0.value)".contains(text) }
      || String(decoding: request.body, as: UTF8.self).contains(text)
  }
}
