import Foundation
import Localization
import ReminderStore
import Reminders
import Salesforce

extension Doctor {
  /// The login, and the org that it leads to; without one, what the org told before.
  func loginFindings(_ store: ReminderStore) async -> [Finding] {
    let credentials = Credentials(profile)
    do {
      guard let login = try await credentials.load() else { return try withoutLogin(store) }
      return [try loginFinding(login, credentials.place)] + (await orgFindings(store, login))
    } catch {
      return [Finding("login", Self.login, .failure, CommandFailure(error).line, remedy: Self.logIn)]
        + knownFindings(store)
    }
  }

  private static var login: String { localized("Login", "doctor") }
  private static var logIn: String { localized("Log in with: command-center login") }

  private func withoutLogin(_ store: ReminderStore) throws -> [Finding] {
    guard try store.syncSettings().isOn else {
      return [Finding("login", Self.login, .ok, localized("there is none; tasks are only here"))]
    }
    return [Finding("login", Self.login, .failure, localized("there is none, and sync is on"), remedy: Self.logIn)]
      + knownFindings(store)
  }

  private func loginFinding(_ login: Login, _ place: Credentials.Place?) -> Finding {
    let kept =
      place == .keyring ? localized("kept in the keyring") : localized("kept in \(profile.credentialPath)")
    switch login.method {
    case .browser where login.session.refreshToken == nil:
      return Finding(
        "login", Self.login, .warning, localized("by the browser, \(kept); Salesforce gave no refresh token"),
        remedy: localized("When it ends, log in again. The connected app needs the scope refresh_token."))
    case .browser: return Finding("login", Self.login, .ok, localized("by the browser, renewed by itself; \(kept)"))
    case .salesforceCLI(let username):
      return Finding(
        "login", Self.login, .ok, localized("by the Salesforce CLI, which renews it, as \(username); \(kept)"))
    case .key(let key):
      let (file, user) = (key.keyFile, key.username)
      return Finding(
        "login", Self.login, .ok, localized("by the key \(file), signed anew for each session, as \(user); \(kept)"))
    case .token:
      return Finding(
        "login", Self.login, .warning, localized("by an access token, \(kept); nothing renews it"),
        remedy: localized("When it ends, log in again; command-center login in the browser gives one that is renewed."))
    }
  }
}
