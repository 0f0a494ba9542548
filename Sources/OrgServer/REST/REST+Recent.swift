import OrgModel

extension REST {
  /// `recent?limit=`: what the user dealt with last.
  static func recent(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    var limit = 200
    if let text = call.request.parameter("limit") {
      guard let number = Int(text), number > 0 else {
        throw APIError(.illegalQueryParameterValue, "limit must be a positive number: \(text)")
      }
      limit = number
    }
    return HTTPAnswer(200, .array(Array(recentItems(state, call).prefix(limit))))
  }

  /// The recent records, of one object or all, as far as the user still sees them: their Ids and names.
  static func recentItems(_ state: OrgState, _ call: RESTCall, of object: ObjectDefinition? = nil) -> [JSON] {
    state.rest.recent.items(of: call.user)
      .compactMap { id in
        guard let record = state.org.find(id), !record.isDeleted, state.org.canSee(record, call.user),
          object.map({ $0 === record.definition }) ?? true
        else { return nil }
        let shown = record.definition.fields.filter { $0.kind == .id || $0.name == record.definition.nameField }
        return JSON(record, fields: shown, version: call.version)
      }
  }
}

extension ObjectDefinition {
  /// The field that names a record to people.
  var nameField: String? {
    ["Name", "Subject", "MasterLabel"].first { field($0) != nil }
  }
}
