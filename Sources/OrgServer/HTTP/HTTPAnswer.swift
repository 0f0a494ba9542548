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

extension ErrorCode {
  /// Source: REST API Developer Guide, "Status Codes and Error Responses".
  var status: Int {
    switch self {
    case .invalidSessionID: 401
    case .notFound, .entityIsDeleted: 404
    case .methodNotAllowed: 405
    case .requestTooLarge: 413
    default: 400
    }
  }

  /// Whether Salesforce adds `fields` to the error, even when there are none: it does when a record was refused.
  fileprivate var concernsFields: Bool {
    switch self {
    case .invalidSessionID, .notFound, .methodNotAllowed, .requestTooLarge, .malformedQuery, .invalidField,
      .invalidType,
      .jsonParserError, .invalidQueryLocator, .invalidQueryFilterOperator, .invalidReplicationDate, .missingArgument,
      .unsupportedAPIVersion, .exceededIDLimit:
      false
    default: true
    }
  }
}
