import Foundation
import Localization

extension RESTConnection {
  /// The content of a resource whose address is too long for a request of its own, so that it goes in the body of another
  /// (REST API Developer Guide, "Send Multiple Requests Using Composite"; Salesforce Help, article 000386264).
  ///
  /// - Parameter path: with its query, percent-encoded.
  func composite<Content: Decodable>(
    _ path: String, headers: [(name: String, value: String)], decoder: JSONDecoder
  ) async throws(OrgError) -> Content {
    let results: [CompositeResult<Content>] = try await composite([path], headers: headers, decoder: decoder)
    guard let result = results.first else {
      throw .invalidAnswer(reason: "a composite request was answered without a result")
    }
    guard let content = result.content else { throw OrgError(status: result.httpStatusCode, error: result.error) }
    return content
  }

  /// The results of several resources, asked for in one request, in their order.
  ///
  /// - Parameter paths: with their queries, percent-encoded; up to 25, of which five are queries.
  func composite<Content: Decodable>(
    _ paths: [String], headers: [(name: String, value: String)], decoder: JSONDecoder = JSONDecoder()
  ) async throws(OrgError) -> [CompositeResult<Content>] {
    let headers = JSON.object(Dictionary(uniqueKeysWithValues: headers.map { ($0.name, .text($0.value)) }))
    let subrequests = paths.enumerated()
      .map { index, path in
        JSON.object([
          "method": .text("GET"), "url": .text(path), "referenceId": .text("content\(index)"), "httpHeaders": headers,
        ])
      }
    let body = JSON.object(["allOrNone": .flag(false), "compositeRequest": .array(subrequests)])
    let answer: CompositeAnswer<Content> = try await call(.post, "/composite", body: body.data).decoded(by: decoder)
    guard answer.compositeResponse.count == paths.count else {
      throw .invalidAnswer(reason: "a composite request was answered without a result")
    }
    return answer.compositeResponse
  }
}

private struct CompositeAnswer<Content: Decodable>: Decodable {
  let compositeResponse: [CompositeResult<Content>]
}

/// "Composite Subrequest Result".
struct CompositeResult<Content: Decodable>: Decodable {
  let httpStatusCode: Int
  /// `nil` where the subrequest failed.
  let content: Content?
  let error: RecordError?

  init(from decoder: any Decoder) throws {
    let result = try decoder.container(keyedBy: Key.self)
    httpStatusCode = try result.decode(Int.self, forKey: .httpStatusCode)
    if (200..<300).contains(httpStatusCode) {
      content = try result.decode(Content.self, forKey: .body)
      error = nil
    } else {
      content = nil
      error = (try? result.decode([RequestError].self, forKey: .body))?.first?.error
    }
  }

  private enum Key: CodingKey {
    case httpStatusCode, body
  }
}
