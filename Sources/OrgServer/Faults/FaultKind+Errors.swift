import OrgModel

extension FaultKind {
  /// Errors that Salesforce answers for reasons of its own; the code is the name of the kind.
  static let errorKinds = errors.map { code, message in
    FaultKind(
      name: code.rawValue, summary: "status \(code.status): \(message)",
      definition: [
        "process": "never",
        "answer": [
          "status": .integer(code.status), "errorCode": .string(code.rawValue), "message": .string(message),
        ],
      ])
  }

  /// Sources: REST API Developer Guide, "Status Codes and Error Responses"; SOAP API Developer Guide, "ExceptionCode" and
  /// "StatusCode".
  static let errors: [(code: ErrorCode, message: String)] = [
    (.apiCurrentlyDisabled, "API is disabled for this User"),
    (.apiDisabledForOrg, "API is not enabled for this Organization or Partner"),
    (.cannotInsertUpdateActivateEntity, "execution of BeforeUpdate failed"),
    (.entityIsLocked, "the entity is locked for editing"),
    (.insufficientAccessOnCrossReference, "insufficient access rights on cross-reference id"),
    (.insufficientAccess, "insufficient access rights on object id"),
    (.invalidSessionID, "Session expired or invalid"),
    (.queryTimeout, "Your query request was running for too long."),
    (.requestLimitExceeded, "TotalRequests Limit exceeded."),
    (.serverUnavailable, "Server too busy"),
    (.tooManyRequests, "Too many requests"),
    (
      .transactionSecurityNoAccess,
      "The operation you requested isn't allowed due to a security policy in your organization. Contact your "
        + "administrator."
    ),
    (.unableToLockRow, "unable to obtain exclusive access to this record"),
    (
      .unknownException,
      "An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (-123456789)"
    ),
  ]

  /// Logins that fail. Source: Salesforce Help, "OAuth 2.0 Error Codes".
  static let loginKinds =
    [
      FaultKind(
        name: "refresh-token-revoked", summary: "all refresh tokens end as one is used",
        definition: [
          "match": ["path": "/services/oauth2/token", "contains": "refresh_token"],
          "before": [["path": "/simulator/sessions/revoke"]],
        ])
    ]
    + [
      ("login-refused", "authentication failure"), ("inactive-user", "inactive user"),
      ("inactive-organization", "inactive organization"), ("ip-restricted", "ip restricted"),
    ]
    .map { name, description in
      FaultKind(
        name: name, summary: "a login is answered invalid_grant: \(description)",
        definition: [
          "match": ["path": "/services/oauth2/token"], "process": "never",
          "answer": [
            "status": 400, "body": ["error": "invalid_grant", "error_description": .string(description)],
          ],
        ])
    }
}
