import OrgModel

/// A resource of the REST API: a method, a path below the version, and what answers.
struct RESTRoute: Route, Sendable {
  typealias Handler = @Sendable (inout OrgState, RESTCall) throws(APIError) -> HTTPAnswer

  let method: String
  let pattern: PathPattern
  let handler: Handler

  init(_ method: String, _ path: String, _ handler: @escaping Handler) {
    self.method = method
    pattern = PathPattern(path)
    self.handler = handler
  }
}

extension RESTRoute {
  /// All resources; of two that match, the first one counts.
  static let all: [RESTRoute] =
    [
      RESTRoute("GET", "", REST.resources),
      RESTRoute("GET", "limits", REST.limits),
      RESTRoute("GET", "recent", REST.recent),
      RESTRoute("GET", "query") { state, call throws(APIError) in try REST.query(&state, call, all: false) },
      RESTRoute("GET", "queryAll") { state, call throws(APIError) in try REST.query(&state, call, all: true) },
      RESTRoute("GET", "tooling/query", REST.toolingQuery),
      RESTRoute("GET", "query/{locator}", REST.nextPage),
      RESTRoute("GET", "queryAll/{locator}", REST.nextPage),
      RESTRoute("GET", "search", REST.search),
      RESTRoute("GET", "parameterizedSearch", REST.parameterizedSearch),
      RESTRoute("POST", "parameterizedSearch", REST.parameterizedSearchByBody),
      RESTRoute("POST", "composite/sobjects", REST.createMany),
      RESTRoute("PATCH", "composite/sobjects", REST.updateMany),
      RESTRoute("DELETE", "composite/sobjects", REST.deleteMany),
      RESTRoute("POST", "composite/sobjects/{object}", REST.retrieveMany),
      RESTRoute("GET", "composite/sobjects/{object}", REST.retrieveMany),
      RESTRoute("PATCH", "composite/sobjects/{object}/{field}", REST.upsertMany),
      RESTRoute("POST", "composite", REST.composite),
      RESTRoute("POST", "composite/batch", REST.batch),
      RESTRoute("GET", "sobjects", REST.describeGlobal),
      RESTRoute("GET", "sobjects/{object}", REST.basicInformation),
      RESTRoute("POST", "sobjects/{object}", REST.create),
      RESTRoute("GET", "sobjects/{object}/describe", REST.describe),
      RESTRoute("GET", "sobjects/{object}/deleted", REST.deleted),
      RESTRoute("GET", "sobjects/{object}/updated", REST.updated),
      RESTRoute("GET", "sobjects/{object}/{id}", REST.read),
      RESTRoute("PATCH", "sobjects/{object}/{id}", REST.update),
      RESTRoute("DELETE", "sobjects/{object}/{id}", REST.delete),
      RESTRoute("POST", "sobjects/{object}/Id", REST.create),
      RESTRoute("GET", "sobjects/{object}/{field}/{value}", REST.readByExternalID),
      RESTRoute("PATCH", "sobjects/{object}/{field}/{value}", REST.upsert),
      RESTRoute("DELETE", "sobjects/{object}/{field}/{value}", REST.deleteByExternalID),
    ] + uiRoutes
}
