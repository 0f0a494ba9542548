import Foundation
import Localization

extension OrgError {
  /// What an answer that is not a success means.
  ///
  /// See REST API Developer Guide, "Status Codes and Error Responses". Only what certainly did not happen is `.busy` or
  /// `.refused`: a gateway's 502 or 504 may come after the org did the work, and so may a 500.
  init(_ answer: HTTPAnswer) {
    self.init(
      status: answer.status, error: Self.recordError(in: answer), isPage: answer.isPage,
      retryAfter: RetryAfter.duration(answer.header("Retry-After"), date: answer.header("Date")))
  }

  /// - Parameters:
  ///   - error: what Salesforce says, where it says something.
  ///   - isPage: whether something else than Salesforce answered.
  init(status: Int, error: RecordError?, isPage: Bool = false, retryAfter: Duration? = nil) {
    switch status {
    case 300..<400 where error == nil:
      self = .invalidAnswer(reason: "it leads to another address; check the address of the org")
    case 401:
      self = .loginNeeded(reason: error?.reason ?? "the session ended")
    case 429, 503:
      self = .busy(code: error?.code ?? "HTTP \(status)", retryAfter: retryAfter)
    case 408, 500...:
      let code = error.map { ", \($0.code)" } ?? ""
      self = .unknownOutcome(reason: "Salesforce failed (HTTP \(status)\(code))")
    case 400..<500:
      if let error, error.isPassing {
        self = .busy(code: error.code, retryAfter: retryAfter)
      } else if isPage {
        self = .invalidAnswer(reason: "a web page came (HTTP \(status)); does this network ask for a login?")
      } else {
        self = .refused(error ?? RecordError(code: "HTTP \(status)", reason: "no reason was given"))
      }
    default:
      self = .invalidAnswer(reason: "its status \(status) is not expected")
    }
  }

  /// The first error of the JSON array that Salesforce answers with.
  static func recordError(in answer: HTTPAnswer) -> RecordError? {
    guard !answer.isPage else { return nil }
    return (try? JSONDecoder().decode([RequestError].self, from: answer.body))?.first?.error
  }
}

/// One element of the array in an error answer.
struct RequestError: Decodable {
  let message: String?
  let errorCode: String
  let fields: [String]?

  var error: RecordError { RecordError(code: errorCode, message: message ?? errorCode, fields: fields ?? []) }
}
