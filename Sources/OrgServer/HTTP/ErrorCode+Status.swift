import OrgModel

extension ErrorCode {
  /// Source: REST API Developer Guide, "Status Codes and Error Responses".
  var status: Int {
    switch self {
    case .invalidSessionID: 401
    case .notFound, .entityIsDeleted: 404
    case .apiDisabledForOrg, .apiCurrentlyDisabled: 403
    case .methodNotAllowed: 405
    case .requestTooLarge: 413
    default: 400
    }
  }

  /// Whether Salesforce adds `fields` to the error, even when there are none: it does when a record was refused.
  var concernsFields: Bool {
    switch self {
    case .apiDisabledForOrg, .apiCurrentlyDisabled, .invalidSessionID, .notFound, .methodNotAllowed, .requestTooLarge,
      .malformedQuery, .invalidField,
      .invalidType,
      .jsonParserError, .invalidQueryLocator, .invalidQueryFilterOperator, .invalidReplicationDate, .missingArgument,
      .unsupportedAPIVersion, .exceededIDLimit:
      false
    default: true
    }
  }
}
