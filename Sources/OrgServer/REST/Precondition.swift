import Crypto
import Foundation
import OrgModel

/// What the conditional headers of a request compare with.
///
/// Source: REST API Developer Guide, "Conditional Request Headers"; RFC 9110 §13.2.2 for the order. Moments count to the
/// second. A resource without an entity tag ignores `If-Match` and `If-None-Match`; Salesforce has one for rows of Account
/// only.
struct Precondition {
  /// `nil` where nobody knows; then conditions that name a moment are ignored.
  var lastModified: Timestamp?
  var entityTag: String?

  /// The answer of a request whose conditions do not hold; `nil` if it may go on.
  ///
  /// A header that cannot be read is ignored, but on a write it is refused.
  func refusal(of request: HTTPCall, isRead: Bool) throws(APIError) -> HTTPAnswer? {
    if !isRead { try check(request) }
    if let entityTag, let wanted = request.entityTags("if-match") {
      guard wanted.contains("*") || wanted.contains(where: { matches($0, entityTag) }) else { return failed }
    } else if let moment = request.moment("if-unmodified-since"), let lastModified,
      lastModified.wholeSecond > moment
    {
      return failed
    }
    if let entityTag, let unwanted = request.entityTags("if-none-match") {
      if unwanted.contains("*") || unwanted.contains(where: { matches($0, entityTag) }) {
        return isRead ? adding(to: HTTPAnswer(304)) : failed
      }
    } else if isRead, let moment = request.moment("if-modified-since"), let lastModified,
      lastModified.wholeSecond <= moment
    {
      return adding(to: HTTPAnswer(304))
    }
    return nil
  }

  /// The answer with the headers that a later condition can name.
  func adding(to answer: HTTPAnswer) -> HTTPAnswer {
    var answer = answer
    if let lastModified { answer.headers.append(("Last-Modified", lastModified.httpDate)) }
    if let entityTag { answer.headers.append(("ETag", entityTag)) }
    return answer
  }

  /// An entity tag as Salesforce writes it: the hash of the content in base64.
  static func entityTag(of content: JSON) -> String {
    "\"\(Data(Insecure.SHA1.hash(data: content.utf8)).base64EncodedString())\""
  }

  private var failed: HTTPAnswer {
    HTTPAnswer(APIError(.preconditionFailed, "A precondition of the request headers is not met"))
  }

  /// Salesforce marks the tag of a compressed answer with `-gzip`, and clients send it back so.
  private func matches(_ tag: String, _ other: String) -> Bool {
    tag.replacing("-gzip\"", with: "\"") == other || tag == "W/\(other)"
  }

  private func check(_ request: HTTPCall) throws(APIError) {
    for header in ["if-match", "if-none-match"]
    where entityTag != nil && request.headers[header] != nil && request.entityTags(header) == nil {
      throw APIError(.badRequest, "Invalid value of the header \(header)")
    }
    if request.headers["if-unmodified-since"] != nil, request.moment("if-unmodified-since") == nil {
      throw APIError(.badRequest, "Invalid value of the header if-unmodified-since")
    }
  }
}

extension HTTPCall {
  fileprivate func moment(_ header: String) -> Timestamp? { headers[header].flatMap { Timestamp(httpDate: $0) } }
}
