import Foundation
import ReminderStore
import Reminders
import Salesforce

extension SyncCycle {
  /// Imports the user's tasks page by page; goes on where an earlier import stopped. Sends nothing.
  ///
  /// - Parameter progress: called after every page with the number imported and the number there are.
  func importTasks(progress: (Int, Int?) -> Void) async throws -> PullReport {
    let serverTime = await serverTime()
    let today = LocalDay(at: serverTime, in: environment.timeZone()).day
    let settings = try store.syncSettings()
    var state = try store.syncState()
    if state.pullCursor == nil {
      // What changes while the import runs is found by the first pull.
      try store.updateSyncState { $0.pullCursor = SyncCursor(stamp: serverTime, id: "") }
    }
    let query = PullQuery.firstImport(
      owner: user.id, window: settings.importWindow, serverTime: serverTime, today: today)
    if state.importTotal == nil {
      let total = try await org.count(query)
      try store.updateSyncState { $0.importTotal = total }
    }
    state = try store.syncState()
    progress(state.importedCount, state.importTotal)
    let context = try await pullContext(isFirstImport: true)
    var report = PullReport()
    try await forEachPage(of: query, after: state.importCursor) { page, last in
      report += try store.absorb(page, context) { state in
        state.importCursor = last ?? state.importCursor
        state.importedCount += page.count
      }
      state.importedCount += page.count
      progress(state.importedCount, state.importTotal)
    }
    try store.updateSyncState { $0.isImported = true }
    return report
  }

  /// Takes in what changed there since the cursor, less an overlap, and looks after linked tasks of other owners.
  func pull() async throws -> PullReport {
    let context = try await pullContext()
    let serverTime = await serverTime()
    let start = (try store.syncState().pullCursor?.stamp ?? serverTime).addingTimeInterval(-PullQuery.overlap)
    var report = PullReport()
    let today = LocalDay(at: serverTime, in: environment.timeZone()).day
    let linked = try store.linkedTasks(
      .openDue(today.adding(days: -90)...today.adding(days: 14), limit: Self.linkedPerPull))
    try await forEachPage(of: PullQuery.changes(owner: user.id, from: start, linked: linked)) { page, last in
      report += try store.absorb(page, context) { state in
        if let last { state.pullCursor = max(state.pullCursor ?? last, last) }
      }
    }
    return report
  }

  /// Takes in tasks by Id: what a hint named, or what is about to be changed.
  func fetch(_ ids: [String]) async throws -> PullReport {
    var report = PullReport()
    for batch in ids.batches(of: Self.batchSize) {
      let context = try await pullContext()
      let tasks = try await org.tasks(PullQuery.tasks(batch)).map(SalesforceTask.init)
      report += try store.absorb(tasks, context)
    }
    return report
  }

  /// Takes in what was deleted there while nobody looked, up to 15 days back: also what has left the recycle bin.
  func pullDeletions() async throws -> PullReport {
    let end = await serverTime()
    // The org wants a span of a minute at least, and does not look further back than 15 days.
    let earliest = end.addingTimeInterval(-15 * 86_400 + 120)
    let start = max(
      earliest, min(try store.syncState().deletionsCoveredUntil ?? earliest, end.addingTimeInterval(-120)))
    let deleted = try await org.deletedTasks(from: start, to: end)
    return try store.absorbDeletions(deleted.ids, try await pullContext()) { state in
      state.deletionsCoveredUntil = deleted.latestDateCovered
    }
  }
}

extension Array {
  func batches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
