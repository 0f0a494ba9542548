import OrgModel

/// Source: REST API Developer Guide, "sObject Collections".
extension REST {
  private static let maximumReads = 2000

  static func createMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    apply(try CollectionRequest(creatingIn: try call.objectBody(), call), &state, call)
  }

  static func updateMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    apply(try CollectionRequest(updatingIn: try call.objectBody(), call), &state, call)
  }

  static func upsertMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    return apply(
      try CollectionRequest(upsertingIn: try call.objectBody(), definition, by: call.arguments[1], call), &state, call)
  }

  static func deleteMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let ids = call.list("ids")
    guard !ids.isEmpty else { throw APIError(.missingArgument, "The ids parameter is required") }
    return apply(try CollectionRequest(deleting: ids, allOrNone: call.flag("allOrNone")), &state, call)
  }

  /// Records by Id, in the order of the Ids; null where there is none.
  static func retrieveMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    let ids: [String]
    let names: [String]
    if call.request.method == "POST" {
      let body = try call.objectBody()
      ids = body["ids"]?.array?.compactMap(\.string) ?? []
      names = body["fields"]?.array?.compactMap(\.string) ?? []
    } else {
      ids = call.list("ids")
      names = call.list("fields")
    }
    guard !names.isEmpty else { throw APIError(.missingArgument, "The fields parameter is required") }
    try CollectionRequest.check(ids.count, atMost: maximumReads)
    let rows = try rows(ids.compactMap(RecordID.init), of: definition, names, state, call)
    return HTTPAnswer(version: call.version) { list in
      for id in ids { list.append(RecordID(id).flatMap { rows[$0] }) }
    }
  }

  /// The records with these Ids. A list of fields may go through relationships, as in a query; so it is one.
  static func rows(
    _ ids: [RecordID], of definition: ObjectDefinition, _ names: [String], _ state: OrgState, _ call: RESTCall
  ) throws(APIError) -> [RecordID: QueryRow] {
    var paths: [String] = []
    var known: Set<String> = []
    for name in names where known.insert(name.lowercased()).inserted {
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }) else {
        throw APIError(.invalidField, "No such column '\(name)' on sobject of type \(definition.name)")
      }
      paths.append(name)
    }
    let selection = known.contains("id") ? paths : paths + ["Id"]
    let soql = "SELECT \(selection.joined(separator: ",")) FROM \(definition.name)"
    let list = ids.map { "'\($0)'" }.joined(separator: ",")
    // With no Id at all the query still says which fields are wrong.
    let rows = try state.org.rows(
      ids.isEmpty ? soql + " LIMIT 0" : soql + " WHERE Id IN (\(list))", by: call.user, at: call.now.date)
    return Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func apply(_ request: CollectionRequest, _ state: inout OrgState, _ call: RESTCall) -> HTTPAnswer {
    let changes = request.items.compactMap { try? $0.get() }
    let isSpoilt = request.allOrNone && changes.count < request.items.count
    var saved =
      isSpoilt
      ? changes.map { _ in .failure(.rolledBack) }
      : state.org.save(
        changes, allOrNone: request.allOrNone, by: call.user, from: call.origin, at: call.now.date)
    saved.reverse()
    let results = request.items.map { item in item.flatMap { _ in saved.removeLast() } }
    for case .success(let saved) in results { state.rest.recent.note(saved.id, by: call.user) }
    return HTTPAnswer(200, .array(zip(request.items, results).map { json(of: try? $0.get(), $1) }))
  }

  /// A SaveResult, UpsertResult or DeleteResult. A failure names the record unless it is about the Id itself.
  private static func json(of change: Change?, _ result: Result<Saved, APIError>) -> JSON {
    switch result {
    case .success(let saved):
      let success: JSON = ["id": .string(saved.id.text), "success": true, "errors": []]
      guard case .upsert = change else { return success }
      return .object((success.members ?? []) + [.init(key: "created", value: .bool(saved.isNew))])
    case .failure(let error):
      let errors: JSON = [
        [
          "statusCode": .string(error.code.rawValue), "message": .string(error.message),
          "fields": .array(error.fields.map { .string($0) }),
        ]
      ]
      let failure: JSON = ["success": false, "errors": errors]
      switch change {
      case .update(let id, _), .delete(let id):
        guard ![.malformedID, .invalidCrossReferenceKey].contains(error.code) else { return failure }
        return ["id": .string(id), "success": false, "errors": errors]
      case .create, .upsert, nil: return failure
      }
    }
  }
}
