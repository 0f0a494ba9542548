import Foundation
import Interface
import Localization
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

/// The profiles on this machine, but for the demo's, which is made anew with each demo.
struct ProfileList: Sendable {
  private let places: Places
  /// The one that is open, which is in the list even where it is the demo's; `nil` for a command.
  private let open: Profile?

  init(_ places: Places) {
    (self.places, open) = (places, nil)
  }

  init(open: Profile) {
    (places, self.open) = (open.places, open)
  }

  /// The one that opens without a name first.
  var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: places.data.path)) ?? []
    let names = files.filter { $0.hasSuffix(".sqlite") }.map { String($0.dropLast(".sqlite".count)) }
      .filter { $0 != ProfileName.demo || $0 == open?.name }
    return names.filter { $0 == ProfileName.standard } + names.filter { $0 != ProfileName.standard }.sorted()
  }

  var summaries: [ProfileSummary] { names.compactMap { (try? Profile($0, places)).map(summary) } }

  private func summary(_ profile: Profile) -> ProfileSummary {
    var summary = ProfileSummary(name: profile.name)
    do {
      let store = try ReminderStore(reading: profile.storePath)
      let state = try store.syncState()
      summary.org = state.org
      summary.user = state.user?.name
      summary.isSandbox = state.isSandbox
      summary.isSyncOn = try store.syncSettings().isOn
      summary.pending = try store.counts().pending
      if Credentials(profile).exist { summary.login = state.statusName == "loginNeeded" ? .ended : .present }
    } catch {
      summary.problem = CommandFailure(error).line
    }
    return summary
  }

  /// Deletes a profile with its tasks, settings and login.
  ///
  /// - Parameter count: how many changes that wait to be sent may be lost with it.
  /// - Returns: what the login was, to be ended in Salesforce; `nil` where there was none that can be read.
  /// - Throws: a failure where more wait by now, or where another process has the profile open.
  @discardableResult
  func delete(_ name: String, losing count: Int) async throws -> Login? {
    let profile = try Profile(name, places)
    guard profile.exists, profile.name != open?.name else { return nil }
    guard let lock = LeaderLock.tryAcquire(path: profile.lockPath) else {
      throw CommandFailure(
        "The profile “\(name)” is open in another terminal: quit it there first.", code: Exit.tryAgain)
    }
    // Of a store that cannot be read nothing is known, and it may go.
    let pending = (try? ReminderStore(path: profile.storePath).counts().pending) ?? 0
    guard pending <= count else {
      throw CommandFailure(
        line: localized(
          pending, one: "Meanwhile \(pending) change of “\(name)” waits to be sent: nothing was deleted.",
          other: "Meanwhile \(pending) changes of “\(name)” wait to be sent: nothing was deleted."))
    }
    let login = try await ProfileLogin(profile, nil).forget()
    profile.erase()
    withExtendedLifetime(lock) {}
    return try? login.get()
  }
}
