import Crypto
import Foundation

/// What this program asks a user to allow in the browser: the first half of a login with an authorization code.
///
/// The second half proves that it comes from the same program (PKCE with S256, RFC 7636). See Salesforce Help, "OAuth 2.0 Web
/// Server Flow for Web App Integration".
package struct AuthorizationRequest: Sendable {
  let client: OAuthClient
  let callback: CallbackAddress
  /// Comes back with the answer, so that an answer to somebody else's request is not taken.
  let state: String
  /// What is sent with the code; until then only its hash is known to others.
  let verifier: Secret

  /// Access to the org's data, also while the user is away (Salesforce Help, "OAuth Tokens and Scopes").
  private static let scopes = "api refresh_token"

  package init(
    client: OAuthClient, callback: CallbackAddress, using random: inout some RandomNumberGenerator
  ) {
    self.client = client
    self.callback = callback
    state = Self.randomText(&random)
    verifier = Secret(Self.randomText(&random))
  }

  /// The address to open in the browser.
  func url(at login: OrgAddress) -> String {
    login.url(
      "/services/oauth2/authorize",
      query: [
        ("response_type", "code"), ("client_id", client.id), ("redirect_uri", callback.text),
        ("scope", Self.scopes), ("state", state), ("code_challenge", challenge), ("code_challenge_method", "S256"),
      ])
  }

  /// The code in the query of the callback.
  ///
  /// - Throws: `.otherLogin` where it does not answer this request, or the refusal that it tells.
  func code(inQuery query: some StringProtocol) throws(LoginError) -> Secret {
    let fields = PercentEncoding.fields(query)
    if let error = fields["error"], [nil, state].contains(fields["state"]) {
      // Salesforce Help, "OAuth 2.0 Authorization Errors", writes `access-denied` for this flow.
      throw .refused(
        code: Self.printable(error).replacing("-", with: "_"), detail: Self.printable(fields["error_description"] ?? "")
      )
    }
    guard fields["state"] == state else { throw .otherLogin }
    guard let code = fields["code"], !code.isEmpty else { throw .noCode }
    return Secret(code)
  }

  /// The code in what a user pasted: the address that the browser was led to, or the code alone.
  func code(pasted text: String) throws(LoginError) -> Secret {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if let mark = text.firstIndex(of: "?") {
      return try code(inQuery: text[text.index(after: mark)...].prefix { $0 != "#" })
    }
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && !$0.isWhitespace }), !text.contains("://") else {
      throw .noCode
    }
    return Secret(text.removingPercentEncoding ?? text)
  }

  private var challenge: String { Self.base64URL(SHA256.hash(data: Data(verifier.revealed.utf8))) }

  /// 256 bits in 43 letters (RFC 7636 §4.1).
  private static func randomText(_ random: inout some RandomNumberGenerator) -> String {
    base64URL((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
  }

  private static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Anybody can call the callback with any text.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F }))
      .prefix(200).description
  }
}
