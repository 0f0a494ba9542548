/// A way to get an access token: a value of `grant_type`.
struct TokenGrant: Sendable {
  let name: String
  /// The members that this flow's answer does not have.
  let omitted: Set<String>
  let redeem: @Sendable (inout OrgState, TokenCall) throws(OAuthError) -> IssuedTokens

  /// Source: Salesforce Help, "OAuth Authorization Flows".
  static let all: [TokenGrant] = [
    TokenGrant(name: "authorization_code", omitted: []) { state, call throws(OAuthError) in
      try state.redeemCode(call)
    },
    TokenGrant(name: "refresh_token", omitted: []) { state, call throws(OAuthError) in
      try state.redeemRefreshToken(call)
    },
    TokenGrant(name: "password", omitted: ["scope"]) { state, call throws(OAuthError) in
      try state.redeemPassword(call)
    },
    TokenGrant(name: "client_credentials", omitted: []) { state, call throws(OAuthError) in
      try state.redeemClientCredentials(call)
    },
    TokenGrant(name: "urn:ietf:params:oauth:grant-type:jwt-bearer", omitted: ["signature", "issued_at"]) {
      state, call throws(OAuthError) in
      try state.redeemAssertion(call)
    },
  ]
}
