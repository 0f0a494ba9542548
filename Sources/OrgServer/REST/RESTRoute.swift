import OrgModel

/// A resource of the REST API: a method, a path below the version, and what answers.
struct RESTRoute: Sendable {
  typealias Handler = @Sendable (inout OrgState, RESTCall) throws(APIError) -> HTTPAnswer

  let method: String
  private let pattern: PathPattern
  let handler: Handler

  init(_ method: String, _ path: String, _ handler: @escaping Handler) {
    self.method = method
    pattern = PathPattern(path)
    self.handler = handler
  }

  func match(_ segments: ArraySlice<String>) -> [String]? { pattern.match(segments) }
}

extension RESTRoute {
  /// All resources; of two that match, the first one counts.
  static let all: [RESTRoute] =
    [
      RESTRoute("GET", "") { _, call throws(APIError) in REST.resources(call) },
      RESTRoute("GET", "limits") { state, call throws(APIError) in REST.limits(&state, call) },
      RESTRoute("GET", "query") { state, call throws(APIError) in try REST.query(&state, call, all: false) },
      RESTRoute("GET", "queryAll") { state, call throws(APIError) in try REST.query(&state, call, all: true) },
      RESTRoute("GET", "query/{locator}") { state, call throws(APIError) in try REST.nextPage(&state, call) },
      RESTRoute("GET", "queryAll/{locator}") { state, call throws(APIError) in try REST.nextPage(&state, call) },
      RESTRoute("GET", "search") { state, call throws(APIError) in try REST.search(&state, call) },
      RESTRoute("GET", "parameterizedSearch") { state, call throws(APIError) in
        try REST.parameterizedSearch(&state, call)
      },
      RESTRoute("POST", "parameterizedSearch") { state, call throws(APIError) in
        try REST.parameterizedSearchByBody(&state, call)
      },
      RESTRoute("POST", "composite/sobjects") { state, call throws(APIError) in
        try REST.createMany(&state, call)
      },
      RESTRoute("PATCH", "composite/sobjects") { state, call throws(APIError) in
        try REST.updateMany(&state, call)
      },
      RESTRoute("DELETE", "composite/sobjects") { state, call throws(APIError) in
        try REST.deleteMany(&state, call)
      },
      RESTRoute("POST", "composite/sobjects/{object}") { state, call throws(APIError) in
        try REST.retrieveMany(&state, call)
      },
      RESTRoute("GET", "composite/sobjects/{object}") { state, call throws(APIError) in
        try REST.retrieveMany(&state, call)
      },
      RESTRoute("GET", "sobjects") { _, call throws(APIError) in REST.describeGlobal(call) },
      RESTRoute("GET", "sobjects/{object}") { _, call throws(APIError) in try REST.basicInformation(call) },
      RESTRoute("POST", "sobjects/{object}") { state, call throws(APIError) in try REST.create(&state, call) },
      RESTRoute("GET", "sobjects/{object}/describe") { state, call throws(APIError) in
        try REST.describe(&state, call)
      },
      RESTRoute("GET", "sobjects/{object}/deleted") { state, call throws(APIError) in
        try REST.deleted(&state, call)
      },
      RESTRoute("GET", "sobjects/{object}/updated") { state, call throws(APIError) in
        try REST.updated(&state, call)
      },
      RESTRoute("GET", "sobjects/{object}/{id}") { state, call throws(APIError) in try REST.read(&state, call) },
      RESTRoute("PATCH", "sobjects/{object}/{id}") { state, call throws(APIError) in try REST.update(&state, call) },
      RESTRoute("DELETE", "sobjects/{object}/{id}") { state, call throws(APIError) in try REST.delete(&state, call) },
    ]
}
