import OrgModel

extension REST {
  /// The one query of the Tooling API that there is: which objects are selected for Change Data Capture, on the standard
  /// channel. Conditions are not looked at.
  ///
  /// Source: Tooling API, "PlatformEventChannelMember"; Change Data Capture Developer Guide, "Get Custom Channels and Channel
  /// Members".
  static func toolingQuery(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let words = (call.request.parameter("q") ?? "").split(whereSeparator: \.isWhitespace)
    let object = words.firstIndex { $0.lowercased() == "from" }.flatMap { words.dropFirst($0 + 1).first } ?? ""
    guard object.lowercased() == "platformeventchannelmember" else {
      throw APIError(.invalidType, "sObject type '\(object)' is not supported.")
    }
    let members = try state.org.capturedObjects(for: call.user)
      .map { name in
        let id = RecordID(prefix: "0v8", number: Org.capturable.firstIndex(of: name) ?? 0).text
        let url = "/services/data/\(call.version)/tooling/sobjects/PlatformEventChannelMember/\(id)"
        return JSON.object([
          .init(
            key: "attributes", value: ["type": "PlatformEventChannelMember", "url": .string(url)]),
          .init(key: "Id", value: .string(id)),
          .init(key: "DeveloperName", value: .string("ChangeEvents_\(name)ChangeEvent")),
          .init(key: "EventChannel", value: "ChangeEvents"),
          .init(key: "SelectedEntity", value: .string("\(name)ChangeEvent")),
        ])
      }
    return HTTPAnswer(
      200,
      [
        "size": .integer(members.count), "totalSize": .integer(members.count), "done": true, "queryLocator": .null,
        "entityTypeName": "PlatformEventChannelMember", "records": .array(members),
      ])
  }
}
