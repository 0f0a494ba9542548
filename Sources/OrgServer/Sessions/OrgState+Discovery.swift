extension OrgState {
  /// `/.well-known/openid-configuration`: where what is.
  ///
  /// Source: Salesforce Help, "OpenID Connect Discovery Endpoint". Without `jwks_uri`: there are no ID tokens here.
  func openIDConfiguration() -> HTTPAnswer {
    let names = [
      ("authorization_endpoint", "authorize"), ("token_endpoint", "token"), ("revocation_endpoint", "revoke"),
      ("userinfo_endpoint", "userinfo"), ("introspection_endpoint", "introspect"),
    ]
    return HTTPAnswer(
      200,
      .object(
        [.init(key: "issuer", value: .string(address))]
          + names.map { .init(key: $0, value: .string("\(address)/services/oauth2/\($1)")) }
          + [
            .init(
              key: "scopes_supported",
              value: ["id", "api", "web", "full", "refresh_token", "openid", "offline_access"]),
            .init(key: "response_types_supported", value: ["code"]),
            .init(key: "subject_types_supported", value: ["public"]),
            .init(key: "display_values_supported", value: ["page", "popup", "touch"]),
            .init(
              key: "token_endpoint_auth_methods_supported", value: ["client_secret_post", "client_secret_basic"]),
            .init(key: "code_challenge_methods_supported", value: ["S256"]),
          ]))
  }
}
