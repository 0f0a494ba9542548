import OrgModel

extension StreamFaults.Fault {
  /// Reads `{"kind": "lose", "count": 3, "channel": "/data/TaskChangeEvent"}` or `{"kind": "refuse", "error": "503::…"}`.
  init(_ body: JSON, after replayID: Int) throws(APIError) {
    try body.allowing(["kind", "count", "channel", "error"], in: "A fault of streaming")
    let choices = StreamFaults.Kind.allCases.map { (name: $0.rawValue, value: $0) }
    self.init(
      kind: try body.required("kind", try body.choice("kind", among: choices)), channel: try body.text("channel"),
      reason: try body.text("error") ?? "503::Server is too busy. Please try your request again later.",
      after: replayID, remaining: try body.whole("count", 1...1_000_000) ?? 1)
  }

  var json: JSON {
    var members: [JSON.Member] = [.init(key: "kind", value: .string(kind.rawValue))]
    if let channel { members.append(.init(key: "channel", value: .string(channel))) }
    if kind == .refuse { members.append(.init(key: "error", value: .string(reason))) }
    return .object(members + [.init(key: "count", value: .integer(remaining))])
  }
}
