/// This program as the org knows it: the consumer key of a connected app and, where the app has one, its secret.
package struct OAuthClient: Sendable, Hashable {
  package let id: String
  package let secret: Secret?

  /// The connected app of the Salesforce CLI, which is in every org; its callback is `CallbackAddress.standard`.
  package static let salesforceCLI = OAuthClient(id: "PlatformCLI")

  package init(id: String, secret: Secret? = nil) {
    self.id = id
    self.secret = secret
  }

  var form: [(String, String)] {
    [("client_id", id)] + (secret.map { [("client_secret", $0.revealed)] } ?? [])
  }
}
