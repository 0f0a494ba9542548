import Foundation
import Interface
import Localization
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import Synchronization

/// Asks the org for what is typed where a person or another record is chosen, in this process whoever syncs.
final class OrgSearch: Sendable {
  private let profile: Profile
  private let store: ReminderStore
  private let credentials: Credentials
  /// The connection by the session that was kept last.
  private let link = Mutex<(session: Session, connection: RESTConnection)?>(nil)

  init(profile: Profile, store: ReminderStore) {
    self.profile = profile
    self.store = store
    credentials = Credentials(profile)
  }

  /// Looks in the org; what it finds is known here from then on.
  func search(_ lookUp: LookUp, _ onAnswer: @escaping @Sendable (LookUpAnswer) -> Void) {
    Task.detached { [self] in
      do {
        let found = try await found(lookUp)
        let known = try store.records(lookUp)
        // The org also finds by what is not kept here, such as a nickname.
        let others = found.filter { record in !known.contains { $0.id == record.id } }
        onAnswer(LookUpAnswer(lookUp, known + others, .org))
      } catch {
        onAnswer(LookUpAnswer(lookUp, (try? store.records(lookUp)) ?? [], .failed(CommandFailure(error).line)))
      }
    }
  }

  private func found(_ lookUp: LookUp) async throws -> [KnownRecord] {
    guard try store.syncSettings().isOn, let org = try await connection(),
      let search = RecordSearch(lookUp.text, in: lookUp.field.kinds.compactMap(OrgObject.init))
    else { return [] }
    if let usage = await org.apiUsage(), APIBudget(usage).isTight {
      throw CommandFailure("The API calls of the org run short: only what is known here is shown.")
    }
    let user = try store.syncState().user
    let found = try await org.search(search).filter { !$0.isGone }.map { KnownRecord($0, user: user?.id) }
    try store.keep(found, at: await org.serverTime() ?? Date())
    return found
  }

  /// The org of the present login; `nil` where there is none.
  private func connection() async throws -> RESTConnection? {
    guard let session = try await credentials.load()?.session else { return nil }
    return link.withLock { link in
      if let link, link.session == session { return link.connection }
      let connection = OrgLink(profile: profile, session: session).connection
      link = (session, connection)
      return connection
    }
  }
}
