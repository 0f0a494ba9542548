extension FaultKind {
  /// An error that Salesforce answers for a reason of its own. Its code is the name of the kind.
  struct Failure: Sendable {
    let code: String
    let status: Int
    let message: String
  }

  /// Sources: REST API Developer Guide, "Status Codes and Error Responses"; SOAP API Developer Guide, "ExceptionCode" and
  /// "StatusCode".
  static let errors = [
    Failure(code: "API_CURRENTLY_DISABLED", status: 403, message: "API is disabled for this User"),
    Failure(
      code: "API_DISABLED_FOR_ORG", status: 403, message: "API is not enabled for this Organization or Partner"),
    Failure(
      code: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", status: 400, message: "execution of BeforeUpdate failed"),
    Failure(code: "ENTITY_IS_LOCKED", status: 400, message: "the entity is locked for editing"),
    Failure(
      code: "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", status: 400,
      message: "insufficient access rights on cross-reference id"),
    Failure(
      code: "INSUFFICIENT_ACCESS_OR_READONLY", status: 400, message: "insufficient access rights on object id"),
    Failure(code: "INVALID_SESSION_ID", status: 401, message: "Session expired or invalid"),
    Failure(code: "QUERY_TIMEOUT", status: 400, message: "Your query request was running for too long."),
    Failure(code: "REQUEST_LIMIT_EXCEEDED", status: 403, message: "TotalRequests Limit exceeded."),
    Failure(code: "SERVER_UNAVAILABLE", status: 503, message: "Server too busy"),
    Failure(code: "TOO_MANY_REQUESTS", status: 429, message: "Too many requests"),
    Failure(
      code: "TXN_SECURITY_NO_ACCESS", status: 403,
      message:
        "The operation you requested isn't allowed due to a security policy in your organization. Contact your "
        + "administrator."),
    Failure(code: "UNABLE_TO_LOCK_ROW", status: 400, message: "unable to obtain exclusive access to this record"),
    Failure(
      code: "UNKNOWN_EXCEPTION", status: 500,
      message:
        "An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (-123456789)"
    ),
  ]

  /// Errors of the token endpoint. Source: Salesforce Help, "OAuth 2.0 Error Codes" and RFC 6749 §5.2.
  static let loginErrors: [(name: String, error: String, description: String)] = [
    ("refresh-token-revoked", "invalid_grant", "expired access/refresh token"),
    ("login-refused", "invalid_grant", "authentication failure"),
    ("inactive-user", "invalid_grant", "inactive user"),
    ("inactive-organization", "invalid_grant", "inactive organization"),
    ("ip-restricted", "invalid_grant", "ip restricted"),
  ]

  static let loginKinds = loginErrors.map { name, error, description in
    FaultKind(
      name: name, summary: "the token endpoint answers \(error): \(description)",
      definition: [
        "match": ["path": "/services/oauth2/token"], "process": "never",
        "answer": ["status": 400, "body": ["error": .string(error), "error_description": .string(description)]],
      ])
  }
}

extension FaultKind.Failure {
  var kind: FaultKind {
    FaultKind(
      name: code, summary: "status \(status): \(message)",
      definition: [
        "process": "never",
        "answer": [
          "status": .integer(status), "errorCode": .string(code), "message": .string(message),
        ],
      ])
  }
}
