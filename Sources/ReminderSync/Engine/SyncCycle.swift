import Foundation
import Logging
import ReminderStore
import Reminders
import Salesforce

/// The work of the sync with one connected org: import, push and pull (sync-rules.md §2, §3).
///
/// Everything it decides it reads from the store just before, and writes to the store just after; it keeps nothing.
struct SyncCycle: Sendable {
  let store: any SyncStore
  let org: any OrgConnection
  let environment: SyncEnvironment
  let user: RecordReference

  /// Salesforce's limit of sObject Collections.
  static let batchSize = 200
  /// How many linked tasks a pull reads by Id in the one request that it makes: an address may have 16,384 bytes.
  static let linkedPerPull = 300

  /// How far the server's clock is ahead of ours, in seconds.
  func serverLead() async -> TimeInterval {
    let now = environment.now()
    return (await org.serverTime() ?? now).timeIntervalSince(now)
  }

  func serverTime() async -> Date { await org.serverTime() ?? environment.now() }

  func pullContext(isFirstImport: Bool = false) async throws -> PullContext {
    PullContext(
      mapping: try store.syncSettings().mapping, user: user, now: environment.now(), serverLead: await serverLead(),
      isFirstImport: isFirstImport)
  }

  /// Asks for all pages of a query and hands each to `body`, with the place of its last row.
  ///
  /// - Parameter start: the row after which to go on.
  func forEachPage(
    of query: TaskQuery, after start: SyncCursor? = nil,
    _ body: ([SalesforceTask], SyncCursor?) async throws -> Void
  ) async throws {
    var cursor = start
    while true {
      let query = cursor.map(query.after) ?? query
      let page = try await org.tasks(query).map(SalesforceTask.init)
      let last = page.last.map { SyncCursor(stamp: $0.stamp, id: $0.id) }
      try await body(page, last)
      guard page.count >= query.limit, let last else { return }
      cursor = last
    }
  }
}

extension SyncCycle {
  /// Connects a store to the org of a login.
  ///
  /// - Throws: `SyncProblem` when the store belongs to another org or user, or the org lacks a value that is mapped.
  static func connect(
    store: any SyncStore, org: any OrgConnection, environment: SyncEnvironment
  ) async throws -> SyncCycle {
    let orgUser = try await SyncEngine.identify(store, with: org)
    try checkMapping(store.syncSettings().mapping, try await org.picklists())
    return SyncCycle(
      store: store, org: org, environment: environment, user: RecordReference(id: orgUser.id, name: orgUser.name))
  }

  private static func checkMapping(_ mapping: PicklistMapping, _ picklists: TaskPicklists) throws {
    let statuses = picklists.statuses.map(\.value)
    let mapped: [(SettingKey, String, [String])] = [
      (.statusOpen, mapping.open, statuses), (.statusCompleted, mapping.completed, statuses),
      (.priorityNormal, mapping.normal, picklists.priorities), (.priorityHigh, mapping.high, picklists.priorities),
    ]
    for (key, value, choices) in mapped where !choices.contains(value) {
      throw SyncProblem.missingPicklistValue(key, value: value, choices: choices)
    }
  }
}
