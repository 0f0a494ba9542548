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

  /// The object that the path names, if it exists for the user.
  func object(in org: Org) throws(APIError) -> ObjectDefinition {
    guard let definition = Schema.object(arguments.first ?? ""), org.canRead(definition, user) else {
      throw .noResource
    }
    return definition
  }

  /// What change events say of where a change came from (Change Data Capture Developer Guide, "ChangeEventHeader
  /// Fields"): the API, its version, and the client if it names itself.
  var origin: String {
    let api = "com/salesforce/api/rest/\(version.dropFirst())"
    return option("client", in: "sforce-call-options").map { "\(api);client=\($0)" } ?? api
  }

  /// The value of an option in a header of the form `name=value; name=value` (REST API Developer Guide, "Call Options
  /// Header").
  private func option(_ name: String, in header: String) -> String? {
    for option in request.headers[header, default: ""].split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let parts = option.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }).lowercased() == name.lowercased() else { continue }
      return parts[1].description.trimmed
    }
    return nil
  }

  /// Whether a parameter of the query is `true`.
  func flag(_ parameter: String) -> Bool { request.parameter(parameter)?.lowercased() == "true" }

  /// The values of a parameter that lists them with commas; none where it is missing.
  func list(_ parameter: String) -> [String] {
    request.parameter(parameter)?.commaSeparated ?? []
  }
}

extension String {
  /// What stands between the commas, where it is not empty.
  var commaSeparated: [String] { split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty } }

  /// Without the white space at both ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
