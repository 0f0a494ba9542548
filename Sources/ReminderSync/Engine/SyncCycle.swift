import Foundation
import Localization
import Logging
import ReminderStore
import Reminders
import Salesforce

/// The work of the sync with one connected org: import, push and pull (sync-rules.md §2, §3).
///
/// Everything it decides it reads from the store just before, and writes to the store just after; it keeps nothing but
/// what the org told at connection.
struct SyncCycle: Sendable {
  let store: any SyncStore
  let org: any OrgConnection
  let environment: SyncEnvironment
  let user: RecordReference
  /// What the org told, and when it was last asked who is logged in, and what he may do, by its clock.
  var facts: ConnectionFacts
  var identifiedAt: Date
  var rightsKnownAt: Date
  var createWay: CreateWay

  /// Salesforce's limit of sObject Collections.
  static let batchSize = 200
  /// How many linked tasks a pull reads by Id in the one request that it makes: an address may have 16,384 bytes.
  static let linkedPerPull = 300

  var rights: TaskRights { facts.rights }

  /// What of a task is asked for.
  var selection: TaskSelection {
    TaskSelection(externalIDField: createWay.externalIDField, unreadableFields: rights.unreadableFields)
  }

  /// How far the server's clock is ahead of ours, in seconds.
  func serverLead() async -> TimeInterval {
    let now = environment.now()
    return (await org.serverTime() ?? now).timeIntervalSince(now)
  }

  func serverTime() async -> Date { await org.serverTime() ?? environment.now() }

  /// The day it is for the user, by the server's clock.
  func today() async -> Day { LocalDay(at: await serverTime(), in: environment.timeZone()).day }

  func pullContext(isFirstImport: Bool = false) async throws -> PullContext {
    PullContext(
      mapping: try store.syncSettings().mapping, user: user, now: environment.now(), serverLead: await serverLead(),
      isFirstImport: isFirstImport, unreadable: selection.unreadableReminderFields)
  }

  /// Asks for all pages of a query and hands each to `body`, with the place of its last row.
  ///
  /// The next page is on its way while `body` has this one: its place is known as soon as this one is there.
  ///
  /// - Parameter start: the row after which to go on.
  func forEachPage(
    of query: TaskQuery, after start: SyncCursor? = nil, _ body: ([SalesforceTask], SyncCursor?) throws -> Void
  ) async throws {
    var page = try await self.page(of: query, after: start)
    var place = start
    while page.count >= query.limit, let last = page.last {
      let cursor = SyncCursor(stamp: last.stamp, id: last.id)
      guard cursor != place else { throw OrgError.invalidAnswer(reason: "the pages of a query do not end") }
      place = cursor
      page = try await withThrowingTaskGroup(of: [SalesforceTask].self) { group in
        // It begins at once, here: what never waits, as in the simulation, stays in its order.
        group.addImmediateTask { try await self.page(of: query, after: cursor) }
        try body(page, cursor)
        return try await group.next() ?? []
      }
    }
    try body(page, page.last.map { SyncCursor(stamp: $0.stamp, id: $0.id) })
  }

  private func page(of query: TaskQuery, after cursor: SyncCursor?) async throws -> [SalesforceTask] {
    // Turned off, nothing is fetched, also not the rest of it.
    guard try store.syncSettings().isOn else { throw SyncProblem.syncIsOff }
    var query = cursor.map(query.after) ?? query
    query.selection = selection
    return try await org.tasks(query).map(SalesforceTask.init)
  }
}
