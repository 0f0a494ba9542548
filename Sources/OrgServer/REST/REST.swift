import OrgModel

/// The resources of the REST API, one function each: they read the request, ask the org, and write the answer.
enum REST {
  /// The versions that this org serves, oldest first, and the releases that brought them.
  static let versions: [(version: String, label: String)] = [
    ("58.0", "Summer '23"), ("59.0", "Winter '24"), ("60.0", "Spring '24"), ("61.0", "Summer '24"),
    ("62.0", "Winter '25"), ("63.0", "Spring '25"), ("64.0", "Summer '25"), ("65.0", "Winter '26"),
    ("66.0", "Spring '26"), ("67.0", "Summer '26"),
  ]

  /// `/services/data`, which needs no login.
  static func versionList() -> HTTPAnswer {
    HTTPAnswer(
      200,
      .array(
        versions.map { version in
          [
            "label": .string(version.label), "url": .string("/services/data/v\(version.version)"),
            "version": .string(version.version),
          ]
        }))
  }

  /// What this version has, as Salesforce lists it (REST API Developer Guide, "Resources by Version").
  static func resources(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let names = [
      "composite", "limits", "parameterizedSearch", "query", "queryAll", "recent", "search", "sobjects", "ui-api",
    ]
    let paths = names.map { JSON.Member(key: $0, value: .string("/services/data/\(call.version)/\($0)")) }
    let identity = JSON.Member(key: "identity", value: .string(state.identityURL(of: call.user)))
    return HTTPAnswer(200, .object((paths + [identity]).sorted { $0.key < $1.key }))
  }
}
