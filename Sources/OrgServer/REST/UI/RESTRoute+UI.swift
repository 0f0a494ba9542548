import OrgModel

extension RESTRoute {
  /// The resources of the User Interface API, whose errors have a form of their own.
  static let uiRoutes: [RESTRoute] = [
    .ui("GET", "ui-api/object-info/{object}", UIAPI.objectInfo),
    .ui("GET", "ui-api/object-info/batch/{objects}", UIAPI.objectInfos),
    .ui("POST", "ui-api/records", UIAPI.createRecord),
    .ui("GET", "ui-api/records/{id}", UIAPI.record),
    .ui("PATCH", "ui-api/records/{id}", UIAPI.updateRecord),
    .ui("DELETE", "ui-api/records/{id}", UIAPI.deleteRecord),
    .ui("GET", "ui-api/records/batch/{ids}", UIAPI.records),
  ]

  private static func ui(_ method: String, _ path: String, _ handler: @escaping Handler) -> RESTRoute {
    RESTRoute(method, path) { state, call throws(APIError) in
      do throws(APIError) {
        return try UIAPI.once(&state, call, handler)
      } catch {
        return .uiError(error, ofWrite: method != "GET")
      }
    }
  }
}

/// The resources of the User Interface API, one function each.
enum UIAPI {
  /// Refuses an object that the API does not have in this org ("All Supported Objects").
  static func check(_ definition: ObjectDefinition, _ org: Org) throws(APIError) {
    guard definition.name != "Task" || org.isTaskInUserInterfaceAPI else {
      throw APIError(.invalidType, "Object \(definition.name) is not supported in UI API")
    }
  }
}
