import OrgModel

/// What the org answers to a request.
struct HTTPAnswer: Sendable {
  var status: Int
  var body: JSON?
  var headers: [(name: String, value: String)] = []

  init(_ status: Int = 200, _ body: JSON? = nil) {
    self.status = status
    self.body = body
  }

  /// An error in Salesforce's form: an array of one.
  init(_ error: APIError) {
    var members = [
      JSON.Member(key: "message", value: .string(error.message)),
      JSON.Member(key: "errorCode", value: .string(error.code.rawValue)),
    ]
    if error.code.concernsFields || !error.fields.isEmpty {
      members.append(JSON.Member(key: "fields", value: .array(error.fields.map { .string($0) })))
    }
    self.init(error.code.status, .array([.object(members)]))
  }

  /// An error of OAuth (RFC 6749 §5.2).
  static func oauthError(_ error: String, _ description: String, status: Int = 400) -> HTTPAnswer {
    HTTPAnswer(status, ["error": .string(error), "error_description": .string(description)])
  }
}
