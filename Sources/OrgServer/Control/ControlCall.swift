import OrgModel

/// A request to one of the simulator's own endpoints.
struct ControlCall {
  let request: HTTPCall
  /// What stands in the places of the route's pattern, in order.
  let arguments: [String]

  /// The JSON object of the body; an empty body is an empty object.
  func body() throws(APIError) -> JSON {
    if request.body.isEmpty { return .object([]) }
    let json = try json()
    guard json.members != nil else { throw JSON.mistake("The body must be a JSON object") }
    return json
  }

  /// The JSON of the body, whatever it is.
  func json() throws(APIError) -> JSON {
    guard let json = try? JSON(utf8: request.body) else { throw JSON.mistake("The body must be JSON") }
    return json
  }
}
