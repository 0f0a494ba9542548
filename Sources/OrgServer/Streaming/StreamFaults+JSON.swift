import OrgModel

extension StreamFaults.Fault {
  /// Reads `{"kind": "lose", "count": 3, "channel": "/data/TaskChangeEvent"}` or `{"kind": "refuse", "error": "503::…"}`.
  init(_ body: JSON, after replayID: Int) throws(APIError) {
    let count = body["count"] ?? 1
    guard let kind = body["kind"]?.string.flatMap(StreamFaults.Kind.init), let count = count.integer, count > 0 else {
      throw APIError(
        .jsonParserError,
        "kind must be one of \(StreamFaults.Kind.allCases.map(\.rawValue).joined(separator: ", ")), count a number from 1"
      )
    }
    self.init(
      kind: kind, channel: body["channel"]?.string,
      reason: body["error"]?.string ?? "503::Server is too busy. Please try your request again later.",
      after: replayID, remaining: count)
  }

  var json: JSON {
    var members: [JSON.Member] = [.init(key: "kind", value: .string(kind.rawValue))]
    if let channel { members.append(.init(key: "channel", value: .string(channel))) }
    if kind == .refuse { members.append(.init(key: "error", value: .string(reason))) }
    return .object(members + [.init(key: "count", value: .integer(remaining))])
  }
}
