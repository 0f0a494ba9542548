import OrgModel

extension REST {
  static func create(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object()
    let fields = try call.fields(of: try call.body())
    let id = try state.org.create(definition.name, fields, by: call.user, at: call.now.date)
    var answer = HTTPAnswer(201, ["id": .string(id.text), "success": true, "errors": []])
    answer.headers.append(("Location", "/services/data/\(call.version)/sobjects/\(definition.name)/\(id)"))
    return answer
  }

  static func read(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object()
    let record = try state.org.record(try id(of: call), of: definition.name, by: call.user)
    var shown = state.org.readableFields(of: definition, by: call.user)
    if let names = call.request.parameter("fields") {
      var fields: [FieldDefinition] = []
      for name in names.split(separator: ",").map({ String($0.filter { !$0.isWhitespace }) }) {
        fields.append(try state.org.readableField(name, of: definition, by: call.user))
      }
      // Salesforce answers with the Id in any case.
      shown = fields.contains { $0.kind == .id } ? fields : fields + definition.fields.filter { $0.kind == .id }
    }
    return HTTPAnswer(200, JSON(record, fields: shown, version: call.version))
  }

  static func update(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object()
    let fields = try call.fields(of: try call.body())
    try state.org.update(try id(of: call), of: definition.name, fields, by: call.user, at: call.now.date)
    return HTTPAnswer(204)
  }

  static func delete(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object()
    try state.org.delete(try id(of: call), of: definition.name, by: call.user, at: call.now.date)
    return HTTPAnswer(204)
  }

  private static func id(of call: RESTCall) throws(APIError) -> String {
    guard let id = RecordID(call.arguments[1]) else {
      throw APIError(
        .notFound, "Provided external ID field does not exist or is not accessible: \(call.arguments[1])")
    }
    return id.text
  }
}
