import Foundation

extension RESTConnection {
  /// The content of a resource whose address is too long for a request of its own, so that it goes in the body of another
  /// (REST API Developer Guide, "Send Multiple Requests Using Composite"; Salesforce Help, article 000386264).
  ///
  /// - Parameter path: with its query, percent-encoded.
  func composite<Content: Decodable>(
    _ path: String, headers: [(name: String, value: String)], decoder: JSONDecoder
  ) async throws(OrgError) -> Content {
    let subrequest = JSON.object([
      "method": .text("GET"), "url": .text(path), "referenceId": .text("content"),
      "httpHeaders": .object(Dictionary(uniqueKeysWithValues: headers.map { ($0.name, .text($0.value)) })),
    ])
    let body = JSON.object(["allOrNone": .flag(false), "compositeRequest": .array([subrequest])])
    let answer: CompositeAnswer<Content> = try await call(.post, "/composite", body: body.data).decoded(by: decoder)
    guard let result = answer.compositeResponse.first else {
      throw .invalidAnswer(reason: "a composite request was answered without a result")
    }
    guard let content = result.content else { throw OrgError(status: result.httpStatusCode, error: result.error) }
    return content
  }
}

private struct CompositeAnswer<Content: Decodable>: Decodable {
  let compositeResponse: [CompositeResult<Content>]
}

/// "Composite Subrequest Result".
private struct CompositeResult<Content: Decodable>: Decodable {
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
