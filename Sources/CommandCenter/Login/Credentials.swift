import Foundation
import Localization
import ReminderSync
import Reminders
import Salesforce

/// Where the login of a profile is kept: its tokens in the desktop's keyring where there is one, else in the file beside the
/// store.
///
/// Whoever changes it holds the lock, so that no two processes use up one refresh token, or write over each other's login.
struct Credentials: Sendable {
  private let profile: Profile
  private let file: CredentialFile
  private let keyring: Keyring

  init(_ profile: Profile) {
    self.profile = profile
    file = CredentialFile(path: profile.credentialPath)
    keyring = Keyring(item: profile.credentialPath, label: "Command Center (\(profile.name))")
  }

  /// Whether there is a login; asks no keyring.
  var exist: Bool { file.exists }

  /// Where the login is and how it was made; `nil` where there is none. Asks no keyring.
  var known: (instance: String, method: LoginMethod)? {
    get throws { try file.read().map { ($0.instance, $0.method ?? .token) } }
  }

  /// - Throws: a failure that says what to do, where there is a login and it cannot be read.
  func load() async throws -> Login? {
    guard let content = try file.read() else { return nil }
    let tokens: Tokens
    if let accessToken = content.accessToken {
      tokens = Tokens(accessToken: accessToken, refreshToken: content.refreshToken)
    } else {
      tokens = try await keyring.tokens()
    }
    let session = Session(
      accessToken: Secret(tokens.accessToken), refreshToken: tokens.refreshToken.map(Secret.init),
      instance: try OrgAddress(content.instance), identityURL: content.identity)
    return Login(session: session, method: content.method ?? .token)
  }

  /// Keeps a login; when this returns, it is on the disk or in the keyring.
  ///
  /// - Returns: where its tokens are now.
  @discardableResult
  func save(_ login: Login, in place: Place) async throws -> Place {
    var content = CredentialFile.Content(
      instance: login.session.instance.description, identity: login.session.identityURL, method: login.method)
    let tokens = Tokens(login.session)
    // A keyring that does not answer must not cost the tokens: an old refresh token may be worth nothing by now.
    let place = if place == .keyring, await keyring.keep(tokens) { Place.keyring } else { Place.file }
    if place == .file {
      content.accessToken = tokens.accessToken
      content.refreshToken = tokens.refreshToken
    }
    try file.write(content)
    return place
  }

  /// Where the tokens are.
  enum Place: Sendable {
    case keyring, file
  }

  /// Where the tokens of the present login are; `nil` where there is none.
  var place: Place? {
    get throws { try file.read().map { $0.accessToken == nil ? .keyring : .file } }
  }

  /// Where the tokens of a new login belong, by the settings.
  var preferredPlace: Place {
    get throws { try SettingsAccess(profile).value(of: .keyring) == "on" ? .keyring : .file }
  }

  func delete() async {
    let place = try? place
    file.delete()
    if place != .file { await keyring.forget() }
  }

  /// Runs `body` while no other process reads or changes the login.
  func locked<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    guard let lock = await LeaderLock.acquire(path: profile.loginLockPath) else {
      throw CommandFailure("Cannot write to \(profile.loginLockPath).")
    }
    defer { withExtendedLifetime(lock) {} }
    return try await body()
  }
}
