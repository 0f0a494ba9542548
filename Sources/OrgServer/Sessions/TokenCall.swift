import OrgModel

/// A request to the token endpoint.
struct TokenCall {
  /// The fields of the form by name.
  let form: [String: String]
  let credentials: ClientCredentials
  let now: Timestamp

  init(_ request: HTTPCall, at now: Timestamp) {
    form = request.formValues
    credentials = ClientCredentials(of: request, form: form)
    self.now = now
  }
}
