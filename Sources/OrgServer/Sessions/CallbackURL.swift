import Foundation

/// Where a browser is sent back to after the login.
struct CallbackURL: Sendable, Equatable {
  let text: String
  private let parts: URLComponents

  /// Refuses what is not an absolute URL, and what has a fragment (RFC 6749 §3.1.2).
  init?(_ text: String) {
    guard let parts = URLComponents(string: text, encodingInvalidCharacters: false), parts.scheme != nil,
      parts.fragment == nil, text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
    else { return nil }
    self.text = text
    self.parts = parts
  }

  /// Whether it leads to a program on this machine.
  var isLoopback: Bool {
    ["http", "https"].contains(parts.scheme) && parts.user == nil
      && ["localhost", "127.0.0.1", "[::1]", "::1"].contains(parts.host)
  }

  /// The URL with more fields in its query.
  func adding(_ fields: [FormField]) -> String {
    "\(text)\(parts.query == nil ? "?" : "&")\(FormField.written(fields))"
  }
}
