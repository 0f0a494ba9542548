import OrgModel

extension FaultEffect {
  /// Ten minutes.
  private static let milliseconds = 0...600_000
  private static let arrivalNames = ["never": 0, "once": 1, "twice": 2]

  init(_ json: JSON) throws(APIError) {
    before = try FaultCall.list(json, "before")
    delay = try json.whole("delay", Self.milliseconds) ?? 0
    if let name = try json.text("process") {
      guard let count = Self.arrivalNames[name] else { throw JSON.mistake("process must be never, once or twice") }
      arrivals = count
    }
    refusal = try json.object("refuse").map { json throws(APIError) in try BatchRefusal(json) }
    after = try FaultCall.list(json, "after")
    answer = try json.object("answer").map { json throws(APIError) in try HTTPAnswer(faultAnswer: json) }
    for replacement in try json.list("replace") ?? [] {
      try replacement.allowing(["text", "by"], in: "replace")
      guard let text = try replacement.text("text"), !text.isEmpty, let substitute = try replacement.text("by") else {
        throw JSON.mistake("replace must be a list of {\"text\": …, \"by\": …}")
      }
      replacements.append(Replacement(text: text, substitute: substitute))
    }
    kept = try json.object("keep").map { json throws(APIError) in try Portion(json, in: "keep") }
    answerDelay = try json.whole("answerDelay", Self.milliseconds) ?? 0
    if json["send"] == "nothing" {
      delivery.loss = .beforeAnswer
    } else if let portion = try json.object("send") {
      delivery.loss = .within(try Portion(portion, in: "send"))
    }
    delivery.bytesPerSecond = try json.whole("bytesPerSecond", 10...1_000_000_000)
    guard arrivals != 0 || answer != nil || delivery.loss == .beforeAnswer else {
      throw JSON.mistake("What is never processed needs an answer, or send: \"nothing\"")
    }
  }
}

extension Portion {
  /// `{"bytes": 100}` or `{"fraction": 0.5}`.
  init(_ json: JSON, in whole: String) throws(APIError) {
    try json.allowing(["bytes", "fraction"], in: whole)
    if let bytes = try json.whole("bytes", 0...1_000_000_000) {
      self = .bytes(bytes)
    } else if let fraction = try json.number("fraction", 0...1) {
      self = .fraction(fraction)
    } else {
      throw JSON.mistake("\(whole) needs bytes or fraction")
    }
  }
}

extension FaultCall {
  static func list(_ json: JSON, _ key: String) throws(APIError) -> [FaultCall] {
    var calls: [FaultCall] = []
    for call in try json.list(key) ?? [] { calls.append(try FaultCall(call)) }
    return calls
  }

  /// `{"path": "/simulator/clock", "body": {…}}` or `{"method": "DELETE", "path": "/services/…", "as": "name"}`.
  init(_ json: JSON) throws(APIError) {
    try json.allowing(["method", "path", "as", "body"], in: "A call of a fault")
    guard let path = try json.text("path"), path.hasPrefix("/") else {
      throw JSON.mistake("A call of a fault needs a path that begins with /")
    }
    let username = try json.text("as")
    guard username != nil || path.hasPrefix("/simulator/") else {
      throw JSON.mistake("A call of a fault is to /simulator/, or says with \"as\" as which user")
    }
    self.init(
      method: try json.text("method")?.uppercased() ?? "POST", path: path, username: username, body: json["body"])
  }
}

extension BatchRefusal {
  /// `{"errorCode": "UNABLE_TO_LOCK_ROW", "message": …, "fields": […], "positions": [0, 2]}`, or `"rate": 0.5`.
  init(_ json: JSON) throws(APIError) {
    try json.allowing(["errorCode", "message", "fields", "positions", "rate"], in: "refuse")
    let code = try json.text("errorCode") ?? "UNABLE_TO_LOCK_ROW"
    let message = try json.text("message") ?? FaultKind.errors.first { $0.code.rawValue == code }?.message ?? code
    error = [
      "statusCode": .string(code), "message": .string(message), "fields": .array(try json.list("fields") ?? []),
    ]
    let positions = try json.list("positions")
    guard positions?.allSatisfy({ ($0.integer ?? -1) >= 0 }) ?? true else {
      throw JSON.mistake("positions must be a list of whole numbers, from 0")
    }
    self.positions = positions.map { Set($0.compactMap(\.integer)) }
    rate = try json.number("rate", 0...1) ?? 1
  }
}

extension HTTPAnswer {
  /// `{"status": 503, "headers": {"Retry-After": "30"}, "errorCode": …, "message": …, "fields": […]}`, or with a `body`
  /// that is JSON, or text of the `type`.
  init(faultAnswer json: JSON) throws(APIError) {
    try json.allowing(["status", "headers", "type", "body", "errorCode", "message", "fields"], in: "answer")
    self.init(try json.whole("status", 200...599) ?? 200)
    for header in try json.object("headers")?.members ?? [] {
      guard let value = header.value.string else { throw JSON.mistake("headers must be texts") }
      headers.append((header.key, value))
    }
    let type = try json.text("type")
    if let code = try json.text("errorCode") {
      let fields = try json.list("fields").map { [JSON.Member(key: "fields", value: .array($0))] } ?? []
      let message = JSON.string(try json.text("message") ?? code)
      body = .json([
        .object([.init(key: "message", value: message), .init(key: "errorCode", value: .string(code))] + fields)
      ])
    } else if let text = json["body"]?.string {
      body = .bytes(Array(text.utf8), type: type ?? "text/html;charset=UTF-8")
    } else if let content = json["body"] {
      body = type.map { .bytes(content.utf8, type: $0) } ?? .json(content)
    }
  }
}
