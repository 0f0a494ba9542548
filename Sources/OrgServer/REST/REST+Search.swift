import OrgModel

/// Source: REST API Developer Guide, "Search" and "Parameterized Search".
extension REST {
  /// `search?q=` with SOSL.
  static func search(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    answer(
      try state.org.search(call.request.parameter("q") ?? "", by: call.user, at: call.now.date), call)
  }

  /// `parameterizedSearch?q=…&sobject=Contact&Contact.fields=Id,Name&Contact.limit=10`.
  static func parameterizedSearch(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    // Grouped once: there may be as many objects as parameters.
    let parameters = Dictionary(grouping: call.request.query, by: { $0.name.lowercased() })
    func list(_ name: String) -> [String] {
      parameters[name.lowercased(), default: []].flatMap { $0.value.commaSeparated }
    }
    func text(_ name: String) -> String? { parameters[name.lowercased()]?.first?.value }
    func number(_ name: String) throws(APIError) -> Int? { try Self.number(text(name), name) }
    let common = CommonParameters(
      fields: list("fields"), limit: try number("defaultLimit"), offset: try number("offset"))
    var targets: [SearchTarget] = []
    for object in list("sobject") {
      targets.append(
        common.target(
          object, fields: list("\(object).fields"), condition: text("\(object).where"),
          order: text("\(object).orderBy"), limit: try number("\(object).limit")))
    }
    return try search(
      for: text("q"), in: text("in"), targets, limit: try number("overallLimit"), state, call)
  }

  /// The same with a body: `{"q": …, "sobjects": [{"name": "Contact", "fields": ["Id"], "where": …, "limit": 10}]}`.
  static func parameterizedSearchByBody(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let body = try call.body()
    func strings(_ json: JSON?) -> [String] { json?.array?.compactMap(\.string) ?? [] }
    let common = CommonParameters(
      fields: strings(body["fields"]), limit: try number(body["defaultLimit"]?.text, "defaultLimit"),
      offset: try number(body["offset"]?.text, "offset"))
    var targets: [SearchTarget] = []
    for object in body["sobjects"]?.array ?? [] {
      guard let name = object["name"]?.string else {
        throw APIError(.jsonParserError, "Each of sobjects needs a name at [line:1, column:1]")
      }
      targets.append(
        common.target(
          name, fields: strings(object["fields"]), condition: object["where"]?.string,
          order: object["orderBy"]?.string, limit: try number(object["limit"]?.text, "limit")))
    }
    return try search(
      for: body["q"]?.string, in: body["in"]?.string, targets,
      limit: try number(body["overallLimit"]?.text, "overallLimit"), state, call)
  }

  /// What holds for each object that does not say otherwise.
  private struct CommonParameters {
    let fields: [String]
    let limit: Int?
    let offset: Int?

    func target(_ object: String, fields: [String], condition: String?, order: String?, limit: Int?) -> SearchTarget {
      SearchTarget(
        object: object, fields: fields.isEmpty ? self.fields : fields, condition: condition, order: order,
        limit: limit ?? self.limit, offset: offset ?? 0)
    }
  }

  private static func search(
    for term: String?, in scope: String?, _ targets: [SearchTarget], limit: Int?, _ state: OrgState, _ call: RESTCall
  ) throws(APIError) -> HTTPAnswer {
    guard let term, !term.isEmpty else { throw APIError(.missingArgument, "The q parameter is required") }
    guard let scope = SearchScope(rawValue: scope?.uppercased() ?? "ALL") else {
      throw APIError(.invalidSearch, "invalid search group: \(scope ?? "")")
    }
    return answer(
      try state.org.search(for: term, in: scope, targets: targets, limit: limit, by: call.user, at: call.now.date), call
    )
  }

  private static func answer(_ rows: [QueryRow], _ call: RESTCall) -> HTTPAnswer {
    HTTPAnswer(as: "searchRecords", version: call.version) { list in
      for row in rows { list.append(row) }
    }
  }

  /// Source: REST API Developer Guide, "Parameterized Search": a limit is at most 2,000.
  private static func number(_ text: String?, _ name: String) throws(APIError) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), (0...2000).contains(number) else {
      throw APIError(.numberOutsideValidRange, "\(name) must be a number from 0 to 2000: \(text)")
    }
    return number
  }
}

extension JSON {
  /// A string or a whole number as text; numbers may be given either way.
  fileprivate var text: String? { string ?? integer.map { String($0) } }
}
