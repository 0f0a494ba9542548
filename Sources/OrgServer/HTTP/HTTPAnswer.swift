import OrgModel

/// What the org answers to a request.
struct HTTPAnswer: Sendable {
  enum Body: Sendable {
    case json(JSON)
    /// Anything else, as it is sent.
    case bytes([UInt8], type: String)
  }

  var status: Int
  var body: Body?
  var headers: [(name: String, value: String)] = []

  init(_ status: Int = 200, _ json: JSON? = nil) {
    self.status = status
    body = json.map { .json($0) }
  }

  /// A page for a browser.
  static func html(_ page: String, status: Int = 200) -> HTTPAnswer {
    var answer = HTTPAnswer(status)
    answer.body = .bytes(Array(page.utf8), type: "text/html;charset=UTF-8")
    return answer
  }

  /// An error in Salesforce's form: an array of one.
  init(_ error: APIError) {
    var members = [
      JSON.Member(key: "message", value: .string(error.message)),
      JSON.Member(key: "errorCode", value: .string(error.code.rawValue)),
    ]
    if error.code.concernsFields || !error.fields.isEmpty {
      members.append(JSON.Member(key: "fields", value: .array(error.fields.map { .string($0) })))
    }
    self.init(error.code.status, .array([.object(members)]))
  }
}

extension HTTPAnswer.Body {
  static let jsonType = "application/json;charset=UTF-8"

  /// The value of `Content-Type`.
  var type: String {
    switch self {
    case .json: Self.jsonType
    case .bytes(_, let type): type
    }
  }

  /// What is sent.
  var bytes: [UInt8] {
    switch self {
    case .json(let json): json.utf8
    case .bytes(let bytes, _): bytes
    }
  }
}
