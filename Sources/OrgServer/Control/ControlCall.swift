import OrgModel

/// A request to one of the simulator's own endpoints.
struct ControlCall {
  let request: HTTPCall
  /// What stands in the places of the route's pattern, in order.
  let arguments: [String]

  /// The JSON object of the body; an empty body is an empty object.
  func body() throws(APIError) -> JSON {
    if request.body.isEmpty { return .object([]) }
    guard let json = try? JSON(utf8: request.body), json.members != nil else {
      throw APIError(.jsonParserError, "The body must be a JSON object; see docs/org-simulator.md")
    }
    return json
  }
}
