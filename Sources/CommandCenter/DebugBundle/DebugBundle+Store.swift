import Foundation
import Log
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

extension DebugBundle {
  /// The store, how the sync stands, and what the org has told.
  var storeSections: [Section] {
    guard profile.exists else { return [Section("Store", ["there is none"])] }
    do {
      let store = try profile.openStoreToRead()
      return [
        try storeSection(store), syncSection(try store.syncState()),
        Section("Connection", facts: connectionFacts(try store.connectionFacts())),
      ]
    } catch {
      let reason = (error as? StoreError)?.outline ?? "an error of another kind"
      return [Section("Store", ["cannot be read: \(reason)"])]
    }
  }

  private func storeSection(_ store: ReminderStore) throws -> Section {
    let census = try store.census(at: now)
    return Section(
      "Store",
      ["versions: \(census.versions.joined(separator: ", "))", "pages: \(census.pages), free \(census.freePages)"]
        + census.rows.map { "\($0.name): \($0.count)" } + ["unsettled:"]
        + census.unsettled.map { "  \($0.name): \($0.count)" })
  }

  private func syncSection(_ state: SyncState) -> Section {
    let pulse = LeaderLock.pulse(path: profile.lockPath)
    return Section(
      "Sync",
      facts: [
        ("a process syncs", String(LeaderLock.isHeld(path: profile.lockPath))), ("state", state.statusName),
        ("detail", text(state.statusDetail)), ("last sync", text(pulse?.lastSync ?? state.lastSync)),
        ("announced", String(state.liveWay != nil)), ("imported", "\(state.isImported), \(state.importedCount)"),
        ("import began", text(state.importStartedAt)), ("import up to", text(state.importCursor?.stamp)),
        ("pulled up to", text(state.pullCursor?.stamp)),
        ("deletions known until", text(state.deletionsCoveredUntil)), ("linked tasks read", text(state.linkedReadAt)),
        ("unreadable fields", state.unreadableFields.sorted().joined(separator: " ")),
        ("syncs asked for and answered", String(state.answeredCount)),
        ("tied to an org", String(state.organizationID != nil)),
      ])
  }

  private func connectionFacts(_ facts: ConnectionFacts?) -> [(String, String)] {
    var told: [(String, String)] = loginFacts
    guard let facts else { return told + [("found", "never connected")] }
    let rights = facts.rights
    told += [
      ("found", text(facts.foundAt)), ("API", facts.apiVersion), ("edition", facts.organization.edition ?? "unknown"),
      ("sandbox", String(facts.organization.isSandbox)), ("time zone there", facts.timeZone ?? "unknown"),
      (
        "tasks",
        "read \(rights.mayRead), create \(rights.mayCreate), edit \(rights.mayEdit), delete \(rights.mayDelete)"
      ), ("readable fields", String(rights.fields.count)),
      ("User Interface API", String(facts.isTaskInUserInterfaceAPI)),
      ("external Id fields", String(facts.externalIDFields.count)),
      ("of these usable", String(facts.externalIDFields.filter(\.isUsable).count)),
      ("creates", facts.createWay.hasPrefix("external Id field") ? "external Id field" : facts.createWay),
      ("values of Status", String(facts.statuses.count)), ("values of Priority", String(facts.priorities.count)),
    ]
    if let usage = facts.usage { told.append(("API calls", "\(usage.used) of \(usage.limit)")) }
    return told
  }

  private var loginFacts: [(String, String)] {
    let credentials = Credentials(profile)
    do {
      guard let known = try credentials.known, let place = try credentials.place else { return [("login", "none")] }
      return [
        ("login", "\(known.method.kind), kept in the \(place == .keyring ? "keyring" : "file")"),
        ("address", (try? OrgAddress(known.instance))?.kind ?? "not an address"),
      ]
    } catch {
      return [("login", "cannot be read")]
    }
  }

  private func text(_ date: Date?) -> String { date.map { $0.formatted(.iso8601) } ?? "-" }
  private func text(_ number: Int?) -> String { number.map(String.init) ?? "-" }
}

extension OrgAddress {
  /// What kind of host it is, which many have.
  fileprivate var kind: String {
    if self == .production || self == .sandbox { return host }
    let known = [
      ".sandbox.my.salesforce.com", ".my.salesforce.com", ".salesforce.com", ".salesforce.mil", ".force.com",
      ".cloudforce.com",
    ]
    if let end = known.first(where: { host.hasSuffix($0) }) { return "*\(end)" }
    return scheme == "http" ? "this machine" : "another host"
  }
}
