/// The client applications that the org knows.
struct ConnectedApps: Sendable {
  /// Whether only registered clients are served. Salesforce always restricts; here nobody has to register to try the org.
  var isRestricted = false
  private var registered: [String: ConnectedApp] = [:]

  /// By client id.
  var all: [ConnectedApp] { registered.values.sorted { $0.clientID < $1.clientID } }

  /// The client; where clients are not restricted, an unknown one may do everything that needs no secret.
  func app(_ clientID: String) -> ConnectedApp? {
    if let app = registered[clientID] { return app }
    guard !isRestricted, !clientID.isEmpty else { return nil }
    return ConnectedApp(clientID: clientID, name: clientID)
  }

  /// Whether `app` may send users back to `url`. A client that nobody registered may use any loopback address.
  func permits(_ app: ConnectedApp, callbackTo url: String) -> Bool {
    guard let url = CallbackURL(url) else { return false }
    return registered[app.clientID] == nil ? url.isLoopback : app.permits(callbackTo: url.text)
  }

  mutating func register(_ app: ConnectedApp) { registered[app.clientID] = app }

  /// Whether there was one.
  mutating func remove(_ clientID: String) -> Bool { registered.removeValue(forKey: clientID) != nil }

  /// What a new org has: the client of the Salesforce CLI, which is in every org, one with all that is recommended, and
  /// one for programs without a user.
  static let standard: ConnectedApps = {
    var apps = ConnectedApps()
    var cli = ConnectedApp(clientID: "PlatformCLI", name: "Salesforce CLI")
    cli.callbackURLs = ["http://localhost:1717/OauthRedirect"]
    apps.register(cli)
    var desktop = ConnectedApp(clientID: "demo-desktop", name: "Demo Desktop")
    desktop.callbackURLs = ["http://localhost:1717/OauthRedirect", "http://localhost:8080/OauthRedirect"]
    desktop.requiresPKCE = true
    desktop.rotatesRefreshTokens = true
    apps.register(desktop)
    var integration = ConnectedApp(clientID: "demo-integration", name: "Demo Integration")
    integration.clientSecret = "demo-secret"
    integration.requiresSecretForWebServerFlow = true
    integration.requiresSecretForRefreshTokenFlow = true
    integration.callbackURLs = ["http://localhost:8080/callback", "https://localhost:8080/callback"]
    integration.runAsUser = "rep@demo.example"
    apps.register(integration)
    return apps
  }()
}
