import Foundation
import Localization
import Synchronization

@testable import Salesforce

/// Answers requests by a function and remembers them.
final class ScriptedTransport: Transport {
  private let requests = Mutex<[HTTPRequest]>([])
  private let answer: @Sendable (HTTPRequest) async throws(OrgError) -> HTTPAnswer

  private let remembers: Bool

  init(remembers: Bool = true, _ answer: @escaping @Sendable (HTTPRequest) async throws(OrgError) -> HTTPAnswer) {
    self.remembers = remembers
    self.answer = answer
  }

  /// The answers in turn; when they are used up, nothing is reachable.
  convenience init(_ answers: [HTTPAnswer]) {
    let rest = Mutex(answers)
    self.init { _ throws(OrgError) in
      guard let next = rest.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
        throw .unreachable(reason: "the script is over")
      }
      return next
    }
  }

  var sent: [HTTPRequest] { requests.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(OrgError) -> HTTPAnswer {
    if remembers { requests.withLock { $0.append(request) } }
    return try await answer(request)
  }
}

extension HTTPAnswer {
  static func json(_ text: String, status: Int = 200, headers: [(name: String, value: String)] = []) -> HTTPAnswer {
    HTTPAnswer(
      status: status, headers: [("Content-Type", "application/json;charset=UTF-8")] + headers, body: Data(text.utf8))
  }

  static func page(_ text: String = "<html><body>Log in to this network</body></html>", status: Int = 200) -> HTTPAnswer
  {
    HTTPAnswer(status: status, headers: [("Content-Type", "text/html")], body: Data(text.utf8))
  }

  static func error(_ code: String, status: Int) -> HTTPAnswer {
    json(#"[{"message":"\#(code) happened","errorCode":"\#(code)"}]"#, status: status)
  }

  /// The answer of a composite request whose only subrequest is answered so.
  static func composite(_ answer: HTTPAnswer) -> HTTPAnswer {
    let body = String(decoding: answer.body, as: UTF8.self)
    return json(
      #"{"compositeResponse":[{"body":\#(body),"httpHeaders":{},"httpStatusCode":\#(answer.status),"#
        + #""referenceId":"content"}]}"#)
  }

  static let versions = json(#"[{"label":"Old","url":"/services/data/v58.0","version":"58.0"},{"version":"62.0"}]"#)
}

extension HTTPRequest {
  /// Path and query.
  var target: String { String(url.trimmingPrefix(/https?:\/\/[^\/]+/)) }
  var text: String { String(decoding: body ?? Data(), as: UTF8.self) }
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
