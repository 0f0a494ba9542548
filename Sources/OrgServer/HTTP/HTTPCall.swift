/// A request as the org sees it: decoded, complete, and independent of the server that received it.
struct HTTPCall: Sendable {
  let method: String
  /// Without the query, still percent-encoded.
  let path: String
  let query: [FormField]
  /// By lower-case name.
  let headers: [String: String]
  let body: [UInt8]

  init(method: String, target: String, headers: [String: String], body: [UInt8]) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? "/"
    query = parts.count == 2 ? FormField.parse(parts[1]) : []
    self.headers = headers
    self.body = body
  }

  /// The parts of the path between slashes, decoded; empty ones are left out.
  var segments: [String] { path.split(separator: "/").map { FormField.decoded($0, plusIsSpace: false) } }

  /// The value of a parameter of the query.
  func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

  /// The token of the `Authorization` header; Salesforce takes the schemes `Bearer` and `OAuth`.
  var bearerToken: String? {
    guard let parts = headers["authorization"]?.split(separator: " ", maxSplits: 1), parts.count == 2,
      ["bearer", "oauth"].contains(parts[0].lowercased())
    else { return nil }
    return parts[1].trimmingPrefix { $0 == " " }.description
  }

  /// The fields of a form in the body, then those of the query. A body larger than any form that this org takes is not
  /// read, so that nobody keeps the org busy with it.
  var form: [FormField] {
    let text = body.count <= Self.maximumForm ? String(decoding: body, as: UTF8.self) : ""
    return FormField.parse(text) + query
  }

  private static let maximumForm = 64 * 1024
}
