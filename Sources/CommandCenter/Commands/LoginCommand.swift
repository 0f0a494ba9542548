import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders
import Salesforce

struct LoginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Connect a profile to a Salesforce org.",
    discussion: """
      In the browser, unless another way is given. A token or a code is read from standard input, so that it is in no \
      argument list and no history.
      """)

  @OptionGroup var options: ProfileOptions
  @Option(help: "Where to log in: the org's own domain, as acme or https://acme.my.salesforce.com.")
  var domain: String?
  @Flag(help: "Log in to a sandbox, at test.salesforce.com.")
  var sandbox = false
  @Flag(help: "Print the address only, and read where the browser was led to from standard input.")
  var noBrowser = false
  @Option(help: "The consumer key of the connected app, instead of the setting client_id.")
  var clientId: String?
  @Option(name: .customLong("from-sf"), defaultAsFlag: "", help: "Use the session of the Salesforce CLI.")
  var fromSF: String?
  @Option(
    name: [.customLong("jwt-key"), .customLong("jwt")],
    help: "Log in without a person, by the private key in this file.", completion: .file())
  var keyFile: String?
  @Option(name: [.customLong("user"), .customLong("username")], help: "Whom to log in by the key.")
  var username: String?
  @Flag(help: "Read an access token from standard input.")
  var tokenStdin = false

  func validate() throws {
    guard [noBrowser, fromSF != nil, keyFile != nil, tokenStdin].count(where: { $0 }) <= 1 else {
      throw ValidationError("Give one of --no-browser, --from-sf, --jwt-key and --token-stdin.")
    }
    guard domain == nil || !sandbox else { throw ValidationError("Give --domain or --sandbox, not both.") }
    guard fromSF == nil || domain == nil && !sandbox else {
      throw ValidationError("The Salesforce CLI knows where the org is: leave out --domain and --sandbox.")
    }
    guard !tokenStdin || domain != nil else { throw ValidationError("Give --domain: a token is good for one org.") }
    guard (keyFile == nil) == (username == nil) else { throw ValidationError("Give --jwt-key and --user together.") }
  }

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      let profileLogin = ProfileLogin(profile, profile.exists ? try profile.openStore() : nil)
      let (login, kept) = try logIn(profile, profileLogin)
      let (org, user) = (login.session.instance.description, kept.user)
      say(localized("Connected to \(org) as \(user.name) (\(user.username))."))
      say(whereKept(kept.place, kept.preferred, profile))
      if try !kept.store.syncSettings().isOn {
        say(localized("Sync is off. Turn it on in Settings, or with: command-center settings set sync on"))
      }
    }
  }

  private func logIn(_ profile: Profile, _ profileLogin: ProfileLogin) throws -> (Login, ProfileLogin.Kept) {
    do {
      let login = try login(profile, profileLogin)
      return (login, try waiting { try await profileLogin.keep(login) })
    } catch {
      profileLogin.note(failure: error)
      throw error
    }
  }

  private func login(_ profile: Profile, _ profileLogin: ProfileLogin) throws -> Login {
    let address =
      try domain.map { domain throws(OrgAddressError) in try OrgAddress(loginDomain: domain) }
      ?? (sandbox ? .sandbox : .production)
    if tokenStdin { return try tokenLogin(address) }
    if let fromSF {
      return try waiting { try await SalesforceCLI().login(of: fromSF.isEmpty ? nil : fromSF) }
    }
    if let keyFile, let username {
      let key = KeyLogin(
        keyFile: URL(filePath: keyFile).absoluteURL.path, username: username,
        clientID: try clientId ?? SettingsAccess(profile).value(of: .clientID), login: address.description)
      return try waiting {
        Login(session: try await key.session(HTTPTransport.standard, now: Date()), method: .key(key))
      }
    }
    let (browser, client) = try profileLogin.browser(at: address, clientID: clientId)
    return Login(session: try session(in: browser), method: .browser(clientID: client.id))
  }

  private func tokenLogin(_ address: OrgAddress) throws -> Login {
    let token = (readLine() ?? "").trimmed
    guard !token.isEmpty else {
      throw CommandFailure("No access token came on standard input: pipe one in.", code: Exit.usage)
    }
    return Login(session: Session(accessToken: Secret(token), refreshToken: nil, instance: address), method: .token)
  }

  private func session(in login: BrowserLogin) throws -> Session {
    if noBrowser {
      say(localized("Open this address in a browser, on any machine, log in and allow the access:"))
      say("\n\(login.address)\n")
      let callback = login.callback.text
      say(localized("The browser then shows an address that begins with \(callback), perhaps as an error."))
      print(localized("Paste that address here:"), terminator: " ")
      fflush(nil)
      let pasted = readLine() ?? ""
      return try waiting { try await login.session(pasted: pasted) }
    }
    return try waiting {
      try await login.session(patience: ProfileLogin.patience) { _ in
        let isOpen = Browser(environment: ProcessInfo.processInfo.environment).open(login.address)
        say(
          isOpen
            ? localized("Log in in the browser. If none opens, open:")
            : localized("Log in in a browser of this machine; open:"))
        say("\n\(login.address)\n")
        say(localized("Waiting for it to come back; ctrl-c gives up."))
        fflush(nil)
      } onStray: { error in
        complain("\(error)")
      }
    }
  }

  private func whereKept(_ place: Credentials.Place, _ preferred: Credentials.Place, _ profile: Profile) -> String {
    let path = profile.credentialPath
    return switch (place, preferred) {
    case (.keyring, _): localized("The login is kept in the desktop's keyring.")
    case (.file, .file): localized("The login is kept in \(path), which only you may read.")
    case (.file, .keyring):
      localized("No keyring answers here, so the login is kept in \(path), which only you may read.")
    }
  }
}
