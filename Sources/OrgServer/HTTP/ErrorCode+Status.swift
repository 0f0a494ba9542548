import OrgModel

extension ErrorCode {
  /// Source: REST API Developer Guide, "Status Codes and Error Responses"; User Interface API Developer Guide, "Prevent
  /// Record Duplication with Idempotent Record Writes".
  var status: Int { Self.statuses[self] ?? 400 }

  private static let statuses: [ErrorCode: Int] = [
    .duplicateExternalID: 300,
    .invalidSessionID: 401,
    .apiCurrentlyDisabled: 403, .apiDisabledForOrg: 403, .requestLimitExceeded: 403,
    .entityIsDeleted: 404, .notFound: 404,
    .methodNotAllowed: 405,
    .notAcceptable: 406,
    .idempotencyKeyUsedDifferentUser: 409,
    .gone: 410,
    .batchProcessingHalted: 412, .preconditionFailed: 412,
    .requestTooLarge: 413,
    .unsupportedMediaType: 415,
    .idempotencyKeyUsedDifferentRequest: 422,
    .tooManyRequests: 429,
    .unknownException: 500,
    .serverUnavailable: 503,
  ]

  /// Whether Salesforce adds `fields` to the error, even when there are none: it does when a record was refused.
  var concernsFields: Bool { !Self.ofRequests.contains(self) }

  /// What is said of a request as a whole, not of a record.
  private static let ofRequests: Set<ErrorCode> = [
    .apiCurrentlyDisabled, .apiDisabledForOrg, .badRequest, .batchProcessingHalted, .exceededIDLimit, .gone,
    .idempotencyFeatureNotEnabled, .idempotencyKeyUsedDifferentRequest, .idempotencyKeyUsedDifferentUser,
    .illegalQueryParameterValue, .invalidField, .invalidIdempotencyKey,
    .invalidQueryFilterOperator, .invalidQueryLocator, .invalidReplicationDate, .invalidSearch, .invalidSessionID,
    .invalidType,
    .jsonParserError, .limitExceeded, .malformedQuery, .malformedSearch, .methodNotAllowed, .missingArgument,
    .notAcceptable, .notFound,
    .numberOutsideValidRange,
    .preconditionFailed, .processingHalted, .queryTimeout, .requestLimitExceeded, .requestTooLarge, .serverUnavailable,
    .tooManyRequests, .unsupportedAPIVersion, .unsupportedMediaType,
  ]
}
