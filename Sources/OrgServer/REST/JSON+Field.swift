import OrgModel

extension JSON.Member {
  /// The value as one of a field; throws what Salesforce's reader says of a value of the wrong type, and where it stands.
  func value(for field: FieldDefinition) throws(APIError) -> OrgValue {
    guard let typed = value.scalar.flatMap(field.kind.read) else {
      throw value.undeserializable(as: field.kind.readerName, at: position)
    }
    return typed
  }
}

extension JSON {
  /// The value for a field of a record as it was given; `nil` for an array or an object.
  var scalar: OrgValue? {
    switch self {
    case .null: .null
    case .bool(let bool): .flag(bool)
    case .integer(let integer): .number(Double(integer))
    case .number(let number): .number(number)
    case .string(let string): .text(string)
    case .array, .object: nil
    }
  }

  /// The error of a value that is not of the type that is wanted.
  func undeserializable(as type: String, at position: Position) -> APIError {
    let token: String =
      switch self {
      case .null: "VALUE_NULL value null"
      case .bool(let bool): "VALUE_\(bool ? "TRUE" : "FALSE") value \(bool)"
      case .integer(let integer): "VALUE_NUMBER_INT value \(integer)"
      case .number(let number): "VALUE_NUMBER_FLOAT value \(number)"
      case .string(let string): "VALUE_STRING value \(string)"
      case .array: "START_ARRAY value ["
      case .object: "START_OBJECT value {"
      }
    return APIError(
      .jsonParserError,
      "Cannot deserialize instance of \(type) from \(token) or request may be missing a required field at \(position)")
  }

  /// What the value is, in a word.
  var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
