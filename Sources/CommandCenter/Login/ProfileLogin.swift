import Foundation
import Localization
import Log
import Logging
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

/// Logs a profile in and out: what the commands and the Login screen do alike.
struct ProfileLogin: Sendable {
  private let profile: Profile
  private let credentials: Credentials
  /// `nil` where the first login makes it.
  private let store: ReminderStore?

  /// How long a user may take in the browser.
  static let patience = Duration.seconds(600)

  init(_ profile: Profile, _ store: ReminderStore?) {
    self.profile = profile
    self.store = store
    credentials = Credentials(profile)
  }

  /// A login in the browser, by the connected app that belongs to the address or that is given.
  func browser(at address: OrgAddress, clientID: String? = nil) throws -> (login: BrowserLogin, client: OAuthClient) {
    let client = OAuthClient(id: try clientID ?? self.clientID(at: address))
    let callback = try CallbackAddress(SettingsAccess(profile).value(of: .callbackURL))
    var random = SystemRandomNumberGenerator()
    let request = AuthorizationRequest(client: client, callback: callback, using: &random)
    return (BrowserLogin(request, at: address, transport: HTTPTransport.standard), client)
  }

  /// The connected app that the user has set; else that of the login there is, at its own address; else the standard one.
  func clientID(at address: OrgAddress?) throws -> String {
    let settings = SettingsAccess(profile)
    if let chosen = try settings.chosenValue(of: .clientID) { return chosen }
    if let known = try? credentials.known, known.instance == address?.description,
      case .browser(let clientID) = known.method
    {
      return clientID
    }
    return try settings.value(of: .clientID)
  }

  struct Kept: Sendable {
    let user: OrgUser
    /// Where the tokens are, and where they belong by the settings.
    let place: Credentials.Place
    let preferred: Credentials.Place
    let store: ReminderStore
  }

  /// Keeps a login that was made, and tells whoever has the profile open. One that cannot be kept is ended.
  ///
  /// - Throws: `StoreError.foreignOrg` where the profile is of another user or org, or why it could not be asked whose it is.
  func keep(_ login: Login) async throws -> Kept {
    do {
      let user = try await login.user()
      try Task.checkCancellation()
      let store = try self.store ?? profile.openStore()
      try SyncEngine.tie(store, to: user)
      let preferred = try credentials.preferredPlace
      let place = try await credentials.locked { try await credentials.save(login, in: preferred) }
      try store.noteLogin()
      LogFile.logger(profile)
        .info(
          "logged in",
          metadata: ["by": .shown(login.method.kind), "kept": .shown("\(place)"), "user": .content(user.username)])
      return Kept(user: user, place: place, preferred: preferred, store: store)
    } catch {
      // Not in this task, which may have been cancelled.
      if case .browser = login.method { await Task { try? await login.revoke() }.value }
      throw error
    }
  }

  /// Has the log tell why a login did not come about.
  func note(failure error: any Error) {
    let reason: Logger.MetadataValue =
      switch error {
      case let error as LoginError: .text(error.text)
      case let error as OrgError: .text(error.text)
      default: .content(Localization.with(.english) { CommandFailure(error).line })
      }
    LogFile.logger(profile).warning("login failed", metadata: ["reason": reason])
  }

  /// Forgets the login, and tells whoever has the profile open.
  ///
  /// - Returns: what it was, to be ended in Salesforce; a failure where it could not be read.
  func forget() async throws -> Result<Login?, any Error> {
    let forgotten = try await credentials.locked {
      let login: Result<Login?, any Error>
      do { login = .success(try await credentials.load()) } catch { login = .failure(error) }
      await credentials.delete()
      return login
    }
    try store?.noteLogin()
    LogFile.logger(profile).info("logged out")
    return forgotten
  }

  /// Forgets the login, and ends it in Salesforce; the tasks stay.
  ///
  /// - Returns: what came of it, in a sentence.
  func logOut() async throws -> String {
    let forgotten = try await forget()
    do {
      let login = try forgotten.get()
      try await login?.revoke()
      return localized(
        login?.isBorrowed == true ? "Logged out here; the Salesforce CLI stays logged in." : "Logged out.")
    } catch {
      let reason = CommandFailure(error).line
      return localized("Logged out here; the session could not be ended in Salesforce: \(reason)")
    }
  }
}
