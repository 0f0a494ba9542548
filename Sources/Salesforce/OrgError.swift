package import Localization

/// Why the org did not do what we asked.
package enum OrgError: Error, Equatable, Sendable {
  /// The session ended and could not be renewed.
  case loginNeeded(reason: LocalizedText)
  /// The request never reached the org: nothing happened there.
  case unreachable(reason: LocalizedText)
  /// The request was sent and no answer came: it may or may not have happened.
  case unknownOutcome(reason: LocalizedText)
  /// The org asks to wait (`REQUEST_LIMIT_EXCEEDED`, 429, 503): nothing happened; not before `retryAfter`.
  case busy(code: String, retryAfter: Duration?)
  /// The org refused the request as a whole.
  case refused(RecordError)
  /// What came back is not what Salesforce answers. After a write, take it as an unknown outcome: a cut off answer may
  /// follow work that was done.
  case invalidAnswer(reason: LocalizedText)
}

/// Salesforce's word on why a record or a request was refused.
package struct RecordError: Error, Hashable, Sendable {
  /// Salesforce's `errorCode` or `statusCode`, e.g. `STRING_TOO_LONG`.
  package let code: String
  /// Why, in Salesforce's words, or in ours where it has none.
  package let reason: LocalizedText
  package let fields: [String]

  package init(code: String, message: String, fields: [String] = []) {
    self.init(code: code, reason: LocalizedText(verbatim: message), fields: fields)
  }

  init(code: String, reason: LocalizedText, fields: [String] = []) {
    self.code = code
    self.reason = reason
    self.fields = fields
  }

  /// In English, as Salesforce says it.
  package var message: String { reason.english }
}

extension RecordError {
  /// Whether the same may be accepted a moment later; nothing happened.
  package var isPassing: Bool { Self.passingCodes.contains(code) }

  private static let passingCodes: Set<String> = [
    "REQUEST_LIMIT_EXCEEDED", "SERVER_UNAVAILABLE", "UNABLE_TO_LOCK_ROW", "QUERY_TIMEOUT", "TOO_MANY_APEX_REQUESTS",
    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
  ]
}

/// What became of one record of a request.
package enum SaveResult: Sendable, Equatable {
  case saved(id: String)
  case failed(RecordError)
}

/// What became of a change that was to happen only if nobody else had changed the task.
package enum ConditionalUpdate: Sendable, Equatable {
  case saved
  /// Somebody changed it meanwhile (412): nothing was written.
  case changedMeanwhile
  case failed(RecordError)
}

extension OrgError: CustomStringConvertible {
  package var description: String { localized(text) }

  package var text: LocalizedText {
    switch self {
    case .loginNeeded(let reason): LocalizedText("login needed: \(reason)")
    case .unreachable(let reason): LocalizedText("cannot reach Salesforce: \(reason)")
    case .unknownOutcome(let reason): LocalizedText("no answer from Salesforce: \(reason)")
    case .busy(let code, _): LocalizedText("Salesforce asks to wait (\(code))")
    case .refused(let error): LocalizedText("Salesforce refused the request: \(error.reason) (\(error.code))")
    case .invalidAnswer(let reason): LocalizedText("this is not an answer of Salesforce: \(reason)")
    }
  }
}
