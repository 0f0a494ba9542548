import OrgModel

extension OrgState {
  /// A request to `/services/oauth2/…`.
  mutating func oauth(_ segments: ArraySlice<String>, _ request: HTTPCall, at now: Timestamp) -> HTTPAnswer {
    let name = segments.map { $0.lowercased() }.joined(separator: "/")
    do throws(OAuthError) {
      switch (name, request.method) {
      case ("authorize", "GET"), ("authorize", "POST"): return authorize(request, at: now)
      case ("authorize/decision", "POST"): return decide(request, at: now)
      case ("token", "POST"): return try token(request, at: now)
      case ("revoke", "POST"), ("revoke", "GET"): return try revoke(request)
      case ("introspect", "POST"): return try introspect(request, at: now)
      case ("userinfo", "GET"), ("userinfo", "POST"):
        return identityAnswer { state throws(IdentityError) in try state.userInfo(request, at: now) }
      case ("token", _), ("introspect", _), ("authorize/decision", _):
        throw OAuthError("invalid_request", "must use HTTP POST")
      case ("authorize", _), ("revoke", _), ("userinfo", _): throw OAuthError("invalid_request", "must use HTTP GET")
      default: return HTTPAnswer(.noResource)
      }
    } catch {
      return OAuthFormat(of: request).answer(error)
    }
  }

  /// An answer of the identity service, or its one word of refusal.
  mutating func identityAnswer(
    _ body: (inout OrgState) throws(IdentityError) -> HTTPAnswer
  ) -> HTTPAnswer {
    do throws(IdentityError) { return try body(&self) } catch { return error.answer }
  }
}
