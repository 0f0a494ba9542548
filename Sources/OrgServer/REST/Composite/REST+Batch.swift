import OrgModel

/// Source: REST API Developer Guide, "Composite Batch", "Batch Request Body", "Batch Response Body".
extension REST {
  /// `composite/batch`: up to 25 requests that know nothing of each other. Each counts as an API request.
  static func batch(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let body = try call.objectBody()
    let requests = try subrequests(of: body)
    let haltsOnError = body["haltOnError"]?.bool ?? false
    var results: [JSON] = []
    var hasErrors = false
    for request in requests {
      let answer =
        hasErrors && haltsOnError
        ? HTTPAnswer(APIError(.batchProcessingHalted, "Batch processing halted per request"))
        : counted(request, &state, call)
      hasErrors = hasErrors || answer.status >= 400
      results.append(["statusCode": .integer(answer.status), "result": answer.json ?? .null])
    }
    return HTTPAnswer(200, ["hasErrors": .bool(hasErrors), "results": .array(results)])
  }

  private static func counted(_ request: Subrequest, _ state: inout OrgState, _ call: RESTCall) -> HTTPAnswer {
    guard state.takesRequest(at: call.now) else { return HTTPAnswer(requestLimitExceeded) }
    return request.answer(&state, within: call, path: request.url)
  }

  private static func subrequests(of body: JSON) throws(APIError) -> [Subrequest] {
    guard let list = body["batchRequests"]?.array, !list.isEmpty else {
      throw APIError(.jsonParserError, "batchRequests must be a list of subrequests")
    }
    guard list.count <= CompositeRequest.maximumSubrequests else {
      throw APIError(
        .limitExceeded, "A batch has \(CompositeRequest.maximumSubrequests) subrequests at most, not \(list.count)")
    }
    var requests: [Subrequest] = []
    for json in list {
      guard let method = json["method"]?.string?.uppercased(),
        ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"].contains(method), let url = json["url"]?.string
      else { throw APIError(.jsonParserError, "Each subrequest needs a method and a url") }
      let path = url.hasPrefix("/services/data/") ? String(url.dropFirst("/services/data".count)) : url
      requests.append(
        Subrequest(method: method, url: path, body: json["richInput"].flatMap { $0 == .null ? nil : $0 }))
    }
    return requests
  }
}
