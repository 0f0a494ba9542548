import OrgModel

/// A fault as it is asked for, in JSON: `{"kind": "duplicate", "match": {"path": "…"}, "times": 2}`.
///
/// A kind stands for members that are often wanted together; what is given besides counts more.
struct FaultRequest: Sendable {
  let match: RequestMatch
  let schedule: FaultSchedule
  let effect: FaultEffect
  /// With what the kind stands for.
  let definition: JSON

  init(_ json: JSON) throws(APIError) {
    var json = json
    if let name = try json.text("kind") {
      guard let kind = FaultKind.all.first(where: { $0.name == name }) else {
        throw JSON.mistake("There is no kind \(name); GET /simulator/faults/kinds lists them")
      }
      json = kind.definition.joined(with: json)
    }
    try json.allowing(
      [
        "kind", "match", "skip", "rate", "times", "before", "delay", "process", "refuse", "after", "answer", "replace",
        "keep", "answerDelay", "send", "bytesPerSecond",
      ], in: "A fault")
    definition = json
    match = try RequestMatch(json.object("match") ?? [:])
    schedule = try FaultSchedule(json)
    effect = try FaultEffect(json)
  }
}

extension FaultSchedule {
  /// `times` is a number or "always"; without it, once, or always if there is a rate.
  init(_ json: JSON) throws(APIError) {
    let rate = try json.number("rate", 0...1)
    let isGiven = json["times"] != nil && json["times"] != .null
    let isAlways = isGiven ? json["times"] == "always" : rate != nil
    self.init(
      skip: try json.whole("skip", 0...1_000_000) ?? 0, rate: rate ?? 1,
      times: isAlways ? nil : try json.whole("times", 1...1_000_000) ?? 1)
  }
}

extension RequestMatch {
  /// `{"method": "PATCH", "path": "/services/**", "contains": "text", "user": "name"}`; `method` may be a list.
  init(_ json: JSON) throws(APIError) {
    try json.allowing(["method", "path", "contains", "user"], in: "match")
    var methods: Set<String> = []
    for method in json["method"]?.array ?? json["method"].map({ [$0] }) ?? [] {
      guard let name = method.string else { throw JSON.mistake("method must be a text, or a list of texts") }
      methods.insert(name.uppercased())
    }
    self.init(
      methods: methods, path: try json.text("path").map { PathPattern($0) },
      text: try json.text("contains"), username: try json.text("user"))
  }
}
