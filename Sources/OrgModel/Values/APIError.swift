/// What Salesforce says when it does not do what was asked: a code, a sentence, and the fields that are to blame.
package struct APIError: Error, Hashable, Sendable {
  /// What clients tell errors apart by.
  package let code: ErrorCode
  /// Salesforce's sentence.
  package let message: String
  /// The API names of the fields to blame.
  package let fields: [String]

  /// An error with this code, sentence and fields.
  package init(_ code: ErrorCode, _ message: String, fields: [String] = []) {
    self.code = code
    self.message = message
    self.fields = fields
  }
}

/// Salesforce's error codes, as far as this org gives them.
///
/// Source: REST API Developer Guide, "Status Codes and Error Responses"; SOAP API Developer Guide, "StatusCode".
package enum ErrorCode: String, Sendable {
  case allOrNoneOperationRolledBack = "ALL_OR_NONE_OPERATION_ROLLED_BACK"
  case duplicateDeveloperName = "DUPLICATE_DEVELOPER_NAME"
  case entityIsDeleted = "ENTITY_IS_DELETED"
  case exceededIDLimit = "EXCEEDED_ID_LIMIT"
  case fieldIntegrityException = "FIELD_INTEGRITY_EXCEPTION"
  case insufficientAccess = "INSUFFICIENT_ACCESS_OR_READONLY"
  case invalidCrossReferenceKey = "INVALID_CROSS_REFERENCE_KEY"
  case invalidField = "INVALID_FIELD"
  case invalidFieldForInsertUpdate = "INVALID_FIELD_FOR_INSERT_UPDATE"
  case invalidOrNullForRestrictedPicklist = "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"
  case invalidQueryFilterOperator = "INVALID_QUERY_FILTER_OPERATOR"
  case invalidQueryLocator = "INVALID_QUERY_LOCATOR"
  case invalidReplicationDate = "INVALID_REPLICATION_DATE"
  case invalidSessionID = "INVALID_SESSION_ID"
  case invalidType = "INVALID_TYPE"
  case invalidTypeForOperation = "INVALID_TYPE_FOR_OPERATION"
  case jsonParserError = "JSON_PARSER_ERROR"
  case malformedID = "MALFORMED_ID"
  case malformedQuery = "MALFORMED_QUERY"
  case methodNotAllowed = "METHOD_NOT_ALLOWED"
  case missingArgument = "MISSING_ARGUMENT"
  case notFound = "NOT_FOUND"
  case requestTooLarge = "REQUEST_ENTITY_TOO_LARGE"
  case requiredFieldMissing = "REQUIRED_FIELD_MISSING"
  case stringTooLong = "STRING_TOO_LONG"
  case unsupportedAPIVersion = "UNSUPPORTED_API_VERSION"
}
