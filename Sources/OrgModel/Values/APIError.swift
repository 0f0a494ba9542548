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
