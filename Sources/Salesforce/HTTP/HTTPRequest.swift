package import Foundation

/// A request to an org.
package struct HTTPRequest: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  package let method: Method
  package let url: String
  package var headers: [(name: String, value: String)]
  package let body: Data?
  /// How long the whole exchange may take; `nil` leaves it to the transport.
  package let timeout: Duration?

  package init(
    _ method: Method, _ url: String, headers: [(name: String, value: String)] = [], body: Data? = nil,
    timeout: Duration? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
  }
}

extension HTTPRequest {
  /// What follows the host, up to the query: resources, and Ids of records.
  var path: Substring {
    guard let scheme = url.range(of: "://"), let start = url[scheme.upperBound...].firstIndex(of: "/") else {
      return ""
    }
    return url[start...].prefix { $0 != "?" }
  }

  /// What follows the path.
  var query: Substring { url.drop { $0 != "?" }.dropFirst() }
}

/// Method, host and path: the headers hold a token, the query and the body what a user wrote.
extension HTTPRequest: CustomStringConvertible, CustomReflectable {
  package var description: String { "\(method.rawValue) \(url.prefix { $0 != "?" })" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
