import OrgModel

/// Source: User Interface API Developer Guide, "Get a Record", "Create a Record", "Update a Record", "Delete a Record".
extension UIAPI {
  /// `GET records/{id}?fields=Task.Subject,Task.Owner.Name&optionalFields=&layoutTypes=`
  static func record(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let record = try record(call.arguments[0], state, call)
    let names = try names(for: record.definition, state, call)
    if call.flag("updateMru") { state.rest.recent.note(record.id, by: call.user) }
    return try answer(200, record, names, state, call)
  }

  /// `GET records/batch/{ids}`: each with a status of its own.
  static func records(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let ids = try batch(call)
    let results = ids.map { id -> JSON in
      let answer: HTTPAnswer
      do throws(APIError) {
        let record = try record(id, state, call)
        answer = try self.answer(200, record, try names(for: record.definition, state, call), state, call)
      } catch {
        answer = .uiError(error, ofWrite: false)
      }
      return ["result": answer.json ?? .null, "statusCode": .integer(answer.status)]
    }
    return HTTPAnswer(
      200, ["hasErrors": .bool(results.contains { $0["statusCode"] != 200 }), "results": .array(results)])
  }

  /// What the path of a batch lists: 200 at most ("Get a Batch of Records").
  static func batch(_ call: RESTCall) throws(APIError) -> [String] {
    let names = call.arguments[0].split(separator: ",").map(String.init)
    guard names.count <= maximumBatch else {
      throw APIError(.limitExceeded, "A batch has \(maximumBatch) members at most, not \(names.count)")
    }
    return names
  }

  private static let maximumBatch = 200

  static func createRecord(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let body = try call.objectBody()
    guard let name = body["apiName"]?.string else { throw APIError(.missingArgument, "apiName is required") }
    guard let definition = Schema.object(name) else {
      throw APIError(.invalidType, "sObject type '\(name)' is not supported.")
    }
    try check(definition, state.org)
    let fields = try call.fields(of: body["fields"] ?? [:], for: definition)
    let id = try state.org.create(definition.name, fields, by: call.user, from: call.origin, at: call.now.date)
    state.rest.recent.note(id, by: call.user)
    return try answer(201, try record(id.text, state, call), nil, state, call)
  }

  static func updateRecord(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let record = try record(call.arguments[0], state, call)
    let body = try call.objectBody()
    let fields = try call.fields(of: body["fields"] ?? [:], for: record.definition)
    if let refusal = try precondition(of: record).refusal(of: call.request, isRead: false) { return refusal }
    try state.org.update(record.id.text, fields, by: call.user, from: call.origin, at: call.now.date)
    state.rest.recent.note(record.id, by: call.user)
    return try answer(200, try self.record(record.id.text, state, call), nil, state, call)
  }

  static func deleteRecord(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let record = try record(call.arguments[0], state, call)
    try state.org.delete(record.id.text, by: call.user, from: call.origin, at: call.now.date)
    return HTTPAnswer(204)
  }

  private static func record(_ text: String, _ state: OrgState, _ call: RESTCall) throws(APIError) -> Record {
    guard let id = RecordID(text) else {
      throw APIError(.malformedID, "The record ID \(text) must have 15 or 18 characters")
    }
    let record = try state.org.record(id.text, by: call.user)
    try check(record.definition, state.org)
    return record
  }

  /// The fields that the request names, without their object; `nil` where it asks for a layout, which holds all of them.
  private static func names(
    for definition: ObjectDefinition, _ state: OrgState, _ call: RESTCall
  ) throws(APIError) -> [String]? {
    let wanted = call.list("fields")
    let optional = call.list("optionalFields")
    guard call.list("layoutTypes").isEmpty else { return nil }
    guard !wanted.isEmpty || !optional.isEmpty else {
      throw APIError(.illegalQueryParameterValue, "Specify fields, optionalFields, or layoutTypes")
    }
    var names: [String] = []
    for name in wanted { names.append(try path(name, of: definition)) }
    for name in optional {
      guard let path = try? path(name, of: definition),
        (try? REST.rows([], of: definition, [path], state, call)) != nil
      else { continue }
      names.append(path)
    }
    return names
  }

  private static func path(_ name: String, of definition: ObjectDefinition) throws(APIError) -> String {
    let prefix = definition.name.lowercased() + "."
    guard name.lowercased().hasPrefix(prefix), name.count > prefix.count else {
      throw APIError(.invalidField, "Fields of \(definition.name) are named \(definition.name).FIELD, not \(name)")
    }
    return String(name.dropFirst(prefix.count))
  }

  private static func answer(
    _ status: Int, _ record: Record, _ names: [String]?, _ state: OrgState, _ call: RESTCall
  ) throws(APIError) -> HTTPAnswer {
    let all = state.org.readableFields(of: record.definition, by: call.user)
    let rows = try REST.rows([record.id], of: record.definition, names ?? all.map(\.name), state, call)
    guard let row = rows[record.id] else {
      throw .noResource
    }
    let representation = UIRecord(org: state.org, user: call.user).json(row, of: record)
    let precondition = precondition(of: record, tag: representation["eTag"]?.string)
    if status == 200, let refusal = try precondition.refusal(of: call.request, isRead: true) { return refusal }
    return precondition.adding(to: HTTPAnswer(status, representation))
  }

  private static func precondition(of record: Record, tag: String? = nil) -> Precondition {
    Precondition(
      lastModified: record["LastModifiedDate"].time ?? record.systemModstamp, entityTag: tag.map { "\"\($0)\"" })
  }
}
