import OrgModel

/// Source: REST API Developer Guide, "sObject Collections".
extension REST {
  private static let maximumWrites = 200
  private static let maximumReads = 2000

  static func createMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let body = try call.body()
    var changes: [Change] = []
    for record in try records(of: body) {
      changes.append(.create(object: try type(of: record), try call.fields(of: record)))
    }
    return apply(changes, allOrNone: body["allOrNone"]?.bool ?? false, &state, call)
  }

  static func updateMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let body = try call.body()
    var changes: [Change] = []
    for record in try records(of: body) {
      _ = try type(of: record)
      let id = record.members?.first { $0.key.lowercased() == "id" }?.value.string ?? ""
      changes.append(.update(id: id, try call.fields(of: record, ignoring: ["id"])))
    }
    return apply(changes, allOrNone: body["allOrNone"]?.bool ?? false, &state, call)
  }

  static func deleteMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let ids = (call.request.parameter("ids") ?? "").split(separator: ",").map(String.init)
    guard !ids.isEmpty else { throw APIError(.missingArgument, "The ids parameter is required") }
    try check(ids.count, atMost: maximumWrites)
    let allOrNone = call.request.parameter("allOrNone")?.lowercased() == "true"
    return apply(ids.map { .delete(id: $0) }, allOrNone: allOrNone, &state, call)
  }

  /// Records by Id, in the order of the Ids; null where there is none.
  static func retrieveMany(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object()
    let ids: [String]
    let names: [String]
    if call.request.method == "GET" {
      ids = (call.request.parameter("ids") ?? "").split(separator: ",").map(String.init)
      names = (call.request.parameter("fields") ?? "").split(separator: ",").map(String.init)
    } else {
      let body = try call.body()
      ids = body["ids"]?.array?.compactMap(\.string) ?? []
      names = body["fields"]?.array?.compactMap(\.string) ?? []
    }
    guard !names.isEmpty else { throw APIError(.missingArgument, "The fields parameter is required") }
    try check(ids.count, atMost: maximumReads)
    var paths: [String] = []
    for name in names where !paths.contains(name) { paths.append(name) }
    // A field list may go through relationships, as in a query; so it is one.
    let wanted = ids.compactMap(RecordID.init)
    let list = wanted.map { "'\($0)'" }.joined(separator: ",")
    let selection = paths.contains { $0.lowercased() == "id" } ? paths : paths + ["Id"]
    let soql = "SELECT \(selection.joined(separator: ",")) FROM \(definition.name)"
    // With no Id at all the query still says which fields are wrong.
    let rows = try state.org.rows(
      wanted.isEmpty ? soql + " LIMIT 0" : soql + " WHERE Id IN (\(list))", by: call.user, at: call.now.date)
    let found = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return HTTPAnswer(
      200,
      .array(
        ids.map { id in RecordID(id).flatMap { found[$0] }.map { JSON($0, version: call.version) } ?? .null }))
  }

  private static func apply(
    _ changes: [Change], allOrNone: Bool, _ state: inout OrgState, _ call: RESTCall
  ) -> HTTPAnswer {
    let results = state.org.apply(changes, allOrNone: allOrNone, by: call.user, at: call.now.date)
    return HTTPAnswer(200, .array(zip(changes, results).map { json(of: $0, $1) }))
  }

  private static func json(of change: Change, _ result: Result<RecordID, APIError>) -> JSON {
    switch result {
    case .success(let id):
      return ["id": .string(id.text), "success": true, "errors": []]
    case .failure(let error):
      let errors: JSON = [
        [
          "statusCode": .string(error.code.rawValue), "message": .string(error.message),
          "fields": .array(error.fields.map { .string($0) }),
        ]
      ]
      switch change {
      case .create, .upsert: return ["success": false, "errors": errors]
      case .update(let id, _), .delete(let id): return ["id": .string(id), "success": false, "errors": errors]
      }
    }
  }

  private static func records(of body: JSON) throws(APIError) -> [JSON] {
    guard let records = body["records"]?.array, !records.isEmpty else {
      throw APIError(.jsonParserError, "The request needs records, an array of objects with attributes and fields.")
    }
    try check(records.count, atMost: maximumWrites)
    return records
  }

  private static func type(of record: JSON) throws(APIError) -> String {
    guard let type = record["attributes"]?["type"]?.string else {
      throw APIError(.invalidType, "Each record needs attributes with a type.")
    }
    guard Schema.object(type) != nil else { throw APIError(.invalidType, "sObject type '\(type)' is not supported.") }
    return type
  }

  private static func check(_ count: Int, atMost limit: Int) throws(APIError) {
    guard count <= limit else {
      throw APIError(
        .exceededIDLimit, "record limit reached. cannot submit more than \(limit) records into this call")
    }
  }
}
