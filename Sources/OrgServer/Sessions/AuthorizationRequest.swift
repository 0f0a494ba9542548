import OrgModel

/// What a client has asked a user to allow, from the authorize page to the exchange of the code.
struct AuthorizationRequest: Sendable {
  let app: ConnectedApp
  let callback: CallbackURL
  /// What the client wants back with the answer.
  let state: String?
  let scopes: [String]
  /// The SHA-256 hash of the verifier that comes with the code (RFC 7636 §4.3).
  let codeChallenge: String?
  /// Whom the client believes to log in.
  let loginHint: String?

  /// Where the browser is sent with an answer.
  func callback(with fields: [FormField]) -> HTTPAnswer {
    let state = state.map { [FormField(name: "state", value: $0)] } ?? []
    var answer = HTTPAnswer(302)
    answer.headers = [
      ("Location", callback.adding(fields + state)), ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"),
    ]
    return answer
  }
}
