import OrgModel

/// Source: REST API Developer Guide, "sObject Rows by External ID", "Insert or Update (Upsert) a Record Using an External
/// ID".
extension REST {
  static func readByExternalID(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let matches = try matches(state, call)
    if matches.count > 1 { return choices(matches, call) }
    guard let record = matches.first else { throw .noResource }
    return try row(record, state, call)
  }

  /// 201 for a record that is new, 200 for one that was there; with `updateOnly=true` none is made.
  static func upsert(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    let fields = try call.fields(of: try call.body(), for: definition)
    let matches = try matches(state, call)
    if matches.count > 1 { return choices(matches, call) }
    if matches.isEmpty, call.flag("updateOnly") { throw .noResource }
    if let record = matches.first,
      let refusal = try precondition(of: record, state, call).refusal(of: call.request, isRead: false)
    {
      return refusal
    }
    let (id, isNew) = try state.org.upsert(
      definition.name, fields, matching: call.arguments[1], call.arguments[2], by: call.user, from: call.origin,
      at: call.now.date)
    state.rest.recent.note(id, by: call.user)
    return HTTPAnswer(
      isNew ? 201 : 200, ["id": .string(id.text), "success": true, "errors": [], "created": .bool(isNew)])
  }

  static func deleteByExternalID(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let matches = try matches(state, call)
    if matches.count > 1 { return choices(matches, call) }
    guard let record = matches.first else { throw .noResource }
    try state.org.delete(record.id.text, by: call.user, from: call.origin, at: call.now.date)
    return HTTPAnswer(204)
  }

  private static func matches(_ state: OrgState, _ call: RESTCall) throws(APIError) -> [Record] {
    let definition = try call.object(in: state.org)
    return try state.org.matches(definition.name, call.arguments[1], call.arguments[2], by: call.user)
  }

  /// Several records have the value: the client has to choose.
  private static func choices(_ records: [Record], _ call: RESTCall) -> HTTPAnswer {
    HTTPAnswer(
      300,
      .array(
        records.map { .string("/services/data/\(call.version)/sobjects/\($0.definition.name)/\($0.id)") }))
  }
}
