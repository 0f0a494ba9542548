/// A request as the org sees it: decoded, complete, and independent of the server that received it.
struct HTTPCall: Sendable {
  let method: String
  /// Without the query, still percent-encoded.
  let path: String
  let query: [FormField]
  /// By lower-case name.
  let headers: [String: String]
  let body: [UInt8]
  /// Whether the body was not the gzip or deflate stream that its `Content-Encoding` says; it is empty then.
  let isGarbled: Bool

  init(method: String, target: String, headers: [String: String], body: [UInt8], isGarbled: Bool = false) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? "/"
    query = parts.count == 2 ? FormField.parse(parts[1]) : []
    self.headers = headers
    self.body = body
    self.isGarbled = isGarbled
  }

  /// The same request with another query and body.
  func with(query: [FormField], body: [UInt8]) -> HTTPCall {
    HTTPCall(method: method, target: "\(path)?\(FormField.written(query))", headers: headers, body: body)
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

  /// The media type of the body, in lower case and without its parameters; `nil` where the request does not say.
  var mediaType: String? {
    headers["content-type"].map { ($0.split(separator: ";").first.map(String.init) ?? $0).mediaTypeName }
  }

  /// Whether the client takes JSON for an answer (RFC 9110 §12.5.1).
  var acceptsJSON: Bool {
    guard let accept = headers["accept"] else { return true }
    return accept.split(separator: ",")
      .contains { range in
        let name = (range.split(separator: ";").first.map(String.init) ?? "").mediaTypeName
        return ["application/json", "application/*", "*/*", "*"].contains(name)
      }
  }

  /// The entity tags that a conditional header lists, quoted as they are; `nil` where there is no such header or it is
  /// malformed.
  func entityTags(_ header: String) -> [String]? {
    guard let text = headers[header] else { return nil }
    let tags = text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " }.description }
    let areTags = tags.allSatisfy { $0 == "*" || $0.count >= 2 && $0.hasSuffix("\"") && $0.contains("\"") }
    return tags.isEmpty || !areTags ? nil : tags
  }

  /// The fields of a form in the body, then those of the query.
  var form: [FormField] { FormField.parse(shortText) + query }

  /// The body as text. One larger than any form or login call that this org takes is not read, so that nobody keeps the
  /// org busy with it.
  var shortText: String { body.count <= Self.maximumText ? String(decoding: body, as: UTF8.self) : "" }

  private static let maximumText = 64 * 1024
}

extension String {
  fileprivate var mediaTypeName: String { filter { !$0.isWhitespace }.lowercased() }
}
