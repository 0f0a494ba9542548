/// How the token endpoint writes its answers, as the client wishes.
///
/// Source: Salesforce Help, "OAuth 2.0 Refresh Token Flow for Renewed Sessions", parameter `format`.
enum OAuthFormat: String, Sendable {
  case json, urlencoded, xml

  /// By the parameter `format`, or by the first type in `Accept` that there is.
  init(of request: HTTPCall) {
    let named = request.form.first { $0.name == "format" }.flatMap { OAuthFormat(rawValue: $0.value) }
    let accepted = request.headers["accept"]?.split(separator: ",").lazy
      .compactMap { type -> OAuthFormat? in
        switch type.prefix(while: { $0 != ";" }).filter({ $0 != " " }).lowercased() {
        case "application/json": .json
        case "application/x-www-form-urlencoded": .urlencoded
        case "application/xml": .xml
        default: nil
        }
      }
      .first
    self = named ?? accepted ?? .json
  }

  /// An answer that no cache keeps (RFC 6749 §5.1).
  func answer(_ status: Int, _ fields: [FormField]) -> HTTPAnswer {
    var answer = HTTPAnswer(status)
    answer.body =
      switch self {
      case .json: .json(.object(fields.map { .init(key: $0.name, value: .string($0.value)) }))
      case .urlencoded:
        .bytes(Array(FormField.written(fields).utf8), type: "application/x-www-form-urlencoded;charset=UTF-8")
      case .xml: .bytes(Array(Self.xml(fields).utf8), type: "application/xml;charset=UTF-8")
      }
    answer.headers = [("Cache-Control", "no-store"), ("Pragma", "no-cache")]
    return answer
  }

  func answer(_ error: OAuthError) -> HTTPAnswer { answer(error.status, error.fields) }

  private static func xml(_ fields: [FormField]) -> String {
    let elements = fields.map { "<\($0.name)>\($0.value.markupEscaped)</\($0.name)>" }.joined()
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAuth>\(elements)</OAuth>"
  }
}
