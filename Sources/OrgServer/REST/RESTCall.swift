import OrgModel

/// A request to the REST API that is authenticated and has a version.
struct RESTCall {
  let request: HTTPCall
  let user: RecordID
  /// As in the path: `v60.0`.
  let version: String
  /// What stands in the places of the route's pattern, in order.
  let arguments: [String]
  let now: Timestamp

  /// The JSON object of the body.
  func body() throws(APIError) -> JSON {
    guard !request.body.isEmpty else {
      throw APIError(.jsonParserError, "The HTTP entity body is required, but this request has no entity body.")
    }
    guard let json = try? JSON(utf8: request.body) else {
      throw APIError(
        .jsonParserError, "Unexpected character or end of input in the JSON of the request at [line:1, column:1]")
    }
    return json
  }

  /// The fields of a record in a body; `attributes` is not one of them, nor what is in `ignoring`.
  func fields(of json: JSON, ignoring ignored: Set<String> = []) throws(APIError) -> Fields {
    guard let members = json.members else {
      throw APIError(.jsonParserError, "A JSON object with the fields of a record is expected at [line:1, column:1]")
    }
    var fields: Fields = [:]
    for member in members where member.key != "attributes" && !ignored.contains(member.key.lowercased()) {
      switch member.value {
      case .null: fields[member.key] = .null
      case .bool(let bool): fields[member.key] = .flag(bool)
      case .integer(let integer): fields[member.key] = .number(Double(integer))
      case .number(let number): fields[member.key] = .number(number)
      case .string(let string): fields[member.key] = .text(string)
      case .array, .object:
        throw APIError(
          .jsonParserError,
          "Cannot deserialize instance of the value of \(member.key) from START_OBJECT value or request may be missing a "
            + "required field at [line:1, column:1]")
      }
    }
    return fields
  }

  /// The object that the path names.
  func object() throws(APIError) -> ObjectDefinition {
    guard let definition = Schema.object(arguments.first ?? "") else {
      throw APIError(.notFound, "The requested resource does not exist")
    }
    return definition
  }
}
