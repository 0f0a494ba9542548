package import Foundation
import Localization

/// A whole answer of an org, whatever its status.
package struct HTTPAnswer: Sendable {
  package let status: Int
  package let headers: [(name: String, value: String)]
  package let body: Data
  /// How long ago the head of the answer came, with the `Date` that the server wrote into it.
  package let age: Duration

  package init(status: Int, headers: [(name: String, value: String)], body: Data, age: Duration = .zero) {
    self.status = status
    self.headers = headers
    self.body = body
    self.age = age
  }

  var isSuccess: Bool { (200..<300).contains(status) }

  /// The first header of this name, whatever its case.
  func header(_ name: String) -> String? {
    headers.first { $0.name.caseInsensitiveCompare(name) == .orderedSame }?.value
  }

  /// Every header of this name, whatever its case.
  func all(_ name: String) -> [String] {
    headers.filter { $0.name.caseInsensitiveCompare(name) == .orderedSame }.map(\.value)
  }

  /// Whether this is a web page: something on the way (a proxy, a network's login page) answered instead of the org.
  var isPage: Bool {
    if let type = header("Content-Type") { return type.lowercased().hasPrefix("text/html") }
    return body.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "<")
  }

  /// The body, if it is JSON of this shape.
  func decoded<Value: Decodable>(
    _ type: Value.Type = Value.self, by decoder: JSONDecoder = JSONDecoder()
  ) throws(OrgError) -> Value {
    if isPage { throw .invalidAnswer(reason: "a web page came instead of data; does this network ask for a login?") }
    do {
      return try decoder.decode(type, from: body)
    } catch let error as DecodingError {
      throw .invalidAnswer(reason: error.place)
    } catch {
      throw .invalidAnswer(reason: "its data cannot be read")
    }
  }
}

/// No headers, which may hold cookies, and no content.
extension HTTPAnswer: CustomStringConvertible, CustomReflectable {
  package var description: String { "HTTP \(status), \(body.count) bytes" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension DecodingError {
  /// Where the data is wrong, without any of the data.
  fileprivate var place: LocalizedText {
    switch self {
    case .keyNotFound(let key, let context): LocalizedText("\(Self.path(context.codingPath + [key])) is missing")
    case .valueNotFound(_, let context): LocalizedText("\(Self.path(context.codingPath)) is empty")
    case .typeMismatch(_, let context):
      LocalizedText("\(Self.path(context.codingPath)) is of another kind than expected")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      LocalizedText("its data is cut off or is not JSON")
    case .dataCorrupted(let context): LocalizedText("\(Self.path(context.codingPath)) cannot be read")
    @unknown default: LocalizedText("its data cannot be read")
    }
  }

  private static func path(_ keys: [any CodingKey]) -> LocalizedText {
    keys.isEmpty
      ? LocalizedText("the data")
      : LocalizedText(verbatim: keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "."))
  }
}
