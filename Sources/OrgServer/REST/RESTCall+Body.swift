import OrgModel

extension RESTCall {
  /// The JSON of the body.
  func body() throws(APIError) -> JSON {
    if let type = request.mediaType, type != "application/json" {
      throw APIError(.unsupportedMediaType, "MediaType of '\(type)' is not supported by this resource")
    }
    guard !request.isGarbled else { throw APIError(.jsonParserError, "Not in GZIP format") }
    guard !request.body.isEmpty else {
      throw APIError(.jsonParserError, "The HTTP entity body is required, but this request has no entity body.")
    }
    do throws(JSONError) {
      return try JSON(utf8: request.body)
    } catch {
      throw APIError(.jsonParserError, error.description)
    }
  }

  /// The JSON of the body, which has to be an object.
  func objectBody() throws(APIError) -> JSON {
    let body = try body()
    guard body.members != nil else { throw body.undeserializable(as: "complexvalue", at: .init(line: 1, column: 1)) }
    return body
  }

  /// The fields of a record; `attributes` is not one of them, nor what is in `ignoring`.
  func fields(
    of json: JSON, for definition: ObjectDefinition, ignoring ignored: Set<String> = []
  ) throws(APIError) -> Fields {
    guard let members = json.members else {
      throw APIError(
        .jsonParserError, "Can not deserialize \(definition.name): unexpected \(json.kindName) at [line:1, column:1]")
    }
    var fields: Fields = [:]
    for member in members where member.key != "attributes" && !ignored.contains(member.key.lowercased()) {
      guard let field = definition.field(member.key) else {
        throw APIError(.invalidField, "No such column '\(member.key)' on sobject of type \(definition.name)")
      }
      fields[field.name] = try member.value(for: field)
    }
    return fields
  }
}
