import Foundation

/// By what a client says who it is: in the form, or in the header `Authorization: Basic` (RFC 6749 §2.3.1).
struct ClientCredentials: Sendable, Equatable {
  var id: String
  var secret: String?

  /// The header counts before the form.
  init(of request: HTTPCall, form: [String: String]) {
    id = form["client_id"] ?? ""
    secret = form["client_secret"]
    guard let basic = Self.basic(request.headers["authorization"]) else { return }
    id = basic.id
    secret = basic.secret
  }

  private static func basic(_ header: String?) -> (id: String, secret: String)? {
    guard let header, header.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: header.dropFirst(6).filter { $0 != " " })
    else { return nil }
    let parts = String(decoding: data, as: UTF8.self)
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let id = parts.first, let secret = parts.dropFirst().first else { return nil }
    return (
      FormField.decoded(id, plusIsSpace: true), FormField.decoded(secret, plusIsSpace: true)
    )
  }
}
