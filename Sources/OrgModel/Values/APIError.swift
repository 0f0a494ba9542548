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

  /// What is said of a change that is all right, but was undone since another one in an all-or-none request was not.
  package static let rolledBack = APIError(
    .allOrNoneOperationRolledBack,
    "Record rolled back because not all records were valid and the request was using AllOrNone header")
}
