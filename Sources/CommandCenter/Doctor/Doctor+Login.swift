import Foundation
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
      return [Finding("login", "Login", .failure, CommandFailure(error).line, remedy: Self.logIn)]
        + knownFindings(store)
    }
  }

  private static let logIn = "Log in with: command-center login"

  private func withoutLogin(_ store: ReminderStore) throws -> [Finding] {
    guard try store.syncSettings().isOn else {
      return [Finding("login", "Login", .ok, "there is none; tasks are only here", remedy: nil)]
    }
    return [Finding("login", "Login", .failure, "there is none, and sync is on", remedy: Self.logIn)]
      + knownFindings(store)
  }

  private func loginFinding(_ login: Login, _ place: Credentials.Place?) -> Finding {
    let kept = place == .keyring ? "kept in the keyring" : "kept in \(profile.credentialPath)"
    let way: String
    switch login.method {
    case .browser: way = "by the browser, renewed by itself"
    case .salesforceCLI(let username): way = "by the Salesforce CLI, which renews it, as \(username)"
    case .key(let key): way = "by the key \(key.keyFile), signed anew for each session, as \(key.username)"
    case .token:
      return Finding(
        "login", "Login", .warning, "by an access token, \(kept); nothing renews it",
        remedy: "When it ends, log in again; command-center login in the browser gives one that is renewed.")
    }
    if case .browser = login.method, login.session.refreshToken == nil {
      return Finding(
        "login", "Login", .warning, "by the browser, \(kept); Salesforce gave no refresh token",
        remedy: "When it ends, log in again. The connected app needs the scope refresh_token.")
    }
    return Finding("login", "Login", .ok, "\(way); \(kept)")
  }
}
