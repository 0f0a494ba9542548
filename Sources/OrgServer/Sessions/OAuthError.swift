/// Why a login or a token request was refused.
///
/// Source: RFC 6749 §5.2; Salesforce Help, "OAuth 2.0 Authorization Errors" and the pages of the flows.
struct OAuthError: Error, Equatable, Sendable {
  let error: String
  let description: String
  var status = 400

  init(_ error: String, _ description: String, status: Int = 400) {
    self.error = error
    self.description = description
    self.status = status
  }

  /// What is sent, or added to a callback URL.
  var fields: [FormField] {
    [FormField(name: "error", value: error), FormField(name: "error_description", value: description)]
  }

  static let authenticationFailure = OAuthError("invalid_grant", "authentication failure")
  static let inactiveUser = OAuthError("invalid_grant", "inactive user")
  static let notApproved = OAuthError("invalid_grant", "user hasn't approved this consumer")
  static let notAdminApproved = OAuthError("invalid_app_access", "user is not admin approved to access this app")
  static let expiredRefreshToken = OAuthError("invalid_grant", "expired access/refresh token")
  static let invalidCode = OAuthError("invalid_grant", "invalid authorization code")
  static let expiredCode = OAuthError("invalid_grant", "expired authorization code")
  static let invalidCodeVerifier = OAuthError("invalid_grant", "invalid code verifier")
  static let invalidCodeChallenge = OAuthError("invalid_request", "invalid code challenge")
  static let missingCodeChallenge = OAuthError("invalid_request", "missing required code challenge")
  static let invalidAssertion = OAuthError("invalid_grant", "invalid assertion")
  static let invalidAudience = OAuthError("invalid_grant", "Audience validation failed")
  static let noClientCredentialsUser = OAuthError("invalid_grant", "no client credentials user enabled")
  static let invalidClientID = OAuthError("invalid_client_id", "client identifier invalid")
  static let invalidClient = OAuthError("invalid_client", "invalid client credentials")
  static let unsupportedGrantType = OAuthError("unsupported_grant_type", "grant type not supported")
  static let unsupportedResponseType = OAuthError("unsupported_response_type", "response type not supported")
  static let invalidScope = OAuthError("invalid_scope", "the requested scope is not allowed")
  static let redirectMissing = OAuthError("redirect_uri_missing", "redirect_uri not provided")
  static let redirectMismatch = OAuthError("redirect_uri_mismatch", "redirect_uri must match configuration")
  static let accessDenied = OAuthError("access_denied", "end-user denied authorization")
  static let immediateUnsuccessful = OAuthError("immediate_unsuccessful", "immediate unsuccessful")
  static let unknownToken = OAuthError("invalid_token", "invalid token")
}
