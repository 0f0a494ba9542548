/// A request that a fault makes: to one of the simulator's own endpoints, or to the org as some user.
struct FaultCall: Sendable {
  let method: String
  let path: String
  /// As whom; only for a request to the org.
  let username: String?
  let body: JSON?
  /// Which fault it belongs to.
  var fault = 0

  /// The request, with what the names in braces stand for; `token` goes into its header.
  func request(_ names: [String: String], token: String?) -> HTTPCall {
    HTTPCall(
      method: method, target: Self.filled(path, names),
      headers: token.map { ["authorization": "Bearer \($0)", "content-type": "application/json"] } ?? [:],
      body: body.map { Self.filled($0, names).utf8 } ?? [])
  }

  private static func filled(_ text: String, _ names: [String: String]) -> String {
    names.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  private static func filled(_ json: JSON, _ names: [String: String]) -> JSON {
    switch json {
    case .string(let text): .string(filled(text, names))
    case .array(let elements): .array(elements.map { filled($0, names) })
    case .object(let members): .object(members.map { .init(key: $0.key, value: filled($0.value, names)) })
    case .null, .bool, .integer, .number: json
    }
  }
}
