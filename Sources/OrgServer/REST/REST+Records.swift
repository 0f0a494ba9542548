import OrgModel

/// Source: REST API Developer Guide, "sObject Basic Information", "sObject Rows".
extension REST {
  static func create(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    let fields = try call.fields(of: try call.body(), for: definition)
    let id = try state.org.create(definition.name, fields, by: call.user, from: call.origin, at: call.now.date)
    state.rest.recent.note(id, by: call.user)
    return created(id, of: definition, call)
  }

  static func read(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    let record = try state.org.record(try id(of: call), of: definition.name, by: call.user)
    return try row(record, state, call)
  }

  static func update(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    let id = try id(of: call)
    let fields = try call.fields(of: try call.body(), for: definition)
    if let record = try? state.org.record(id, of: definition.name, by: call.user),
      let refusal = try precondition(of: record, state, call).refusal(of: call.request, isRead: false)
    {
      return refusal
    }
    try state.org.update(id, of: definition.name, fields, by: call.user, from: call.origin, at: call.now.date)
    if let id = RecordID(id) { state.rest.recent.note(id, by: call.user) }
    return HTTPAnswer(204)
  }

  static func delete(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    try state.org.delete(
      try id(of: call), of: definition.name, by: call.user, from: call.origin, at: call.now.date)
    return HTTPAnswer(204)
  }

  static func created(_ id: RecordID, of definition: ObjectDefinition, _ call: RESTCall) -> HTTPAnswer {
    var answer = HTTPAnswer(201, ["id": .string(id.text), "success": true, "errors": []])
    answer.headers.append(("Location", "/services/data/\(call.version)/sobjects/\(definition.name)/\(id)"))
    return answer
  }

  /// A record with the fields that `?fields=` names, or all that the user may see.
  static func row(_ record: Record, _ state: OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let fields = try shownFields(of: record.definition, state, call)
    let precondition = precondition(of: record, state, call)
    if let refusal = try precondition.refusal(of: call.request, isRead: true) { return refusal }
    return precondition.adding(to: HTTPAnswer(200, JSON(record, fields: fields, version: call.version)))
  }

  private static func shownFields(
    of definition: ObjectDefinition, _ state: OrgState, _ call: RESTCall
  ) throws(APIError) -> [FieldDefinition] {
    let readable = state.org.readableFields(of: definition, by: call.user)
    guard call.request.parameter("fields") != nil else { return readable }
    var fields: [FieldDefinition] = []
    for name in call.list("fields") {
      let field = try state.org.readableField(name, of: definition, by: call.user)
      if !fields.contains(where: { $0.name == field.name }) { fields.append(field) }
    }
    // Salesforce answers with the Id in any case.
    return fields.contains { $0.kind == .id } ? fields : fields + readable.filter { $0.kind == .id }
  }

  static func precondition(of record: Record, _ state: OrgState, _ call: RESTCall) -> Precondition {
    let modified = record["LastModifiedDate"].time ?? record.systemModstamp
    guard record.definition.name == "Account" else { return Precondition(lastModified: modified) }
    let visible = state.org.readableFields(of: record.definition, by: call.user)
    // One content, one tag: whatever the version that the request names.
    let content = JSON(record, fields: visible, version: "")
    return Precondition(lastModified: modified, entityTag: Precondition.entityTag(of: content))
  }

  private static func id(of call: RESTCall) throws(APIError) -> String {
    guard let id = RecordID(call.arguments[1]) else {
      throw APIError(
        .notFound, "Provided external ID field does not exist or is not accessible: \(call.arguments[1])")
    }
    return id.text
  }
}
