import OrgModel

extension HTTPAnswer {
  /// An error as the User Interface API writes it; one of a record that was not written says what is wrong with which
  /// field.
  ///
  /// Source: User Interface API Developer Guide, "Status Codes and Error Responses", "Error with Output", "Record
  /// Exceptions", "Record Exception Error".
  static func uiError(_ error: APIError, ofWrite isWrite: Bool) -> HTTPAnswer {
    let plain: JSON = ["errorCode": .string(error.code.rawValue), "message": .string(error.message)]
    guard isWrite, error.code.concernsFields || error.code == .invalidField else {
      return HTTPAnswer(error.code.status, [plain])
    }
    let fieldErrors = error.fields.map { field in
      JSON.Member(key: field, value: [exception(error, field: field)])
    }
    return HTTPAnswer(
      error.code.status,
      [
        [
          "errorCode": .string(error.code.rawValue),
          "message": "An error occurred while trying to update the record. Please try again.",
          "enhancedErrorType": "RecordError",
          "output": [
            "errors": fieldErrors.isEmpty ? [exception(error, field: nil)] : [], "fieldErrors": .object(fieldErrors),
          ],
        ]
      ])
  }

  private static func exception(_ error: APIError, field: String?) -> JSON {
    let label = field == nil ? nil : error.message.split(separator: ":").first.map(String.init)
    return [
      "constituentField": .null, "duplicateRecordError": .null, "errorCode": .string(error.code.rawValue),
      "field": field.map { .string($0) } ?? .null, "fieldLabel": label.map { .string($0) } ?? .null,
      "message": .string(error.message),
    ]
  }
}
