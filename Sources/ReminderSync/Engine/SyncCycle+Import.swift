import Foundation
import ReminderStore
import Reminders
import Salesforce

extension SyncCycle {
  /// Imports the user's tasks page by page; goes on where an earlier import stopped. Sends nothing (sync-rules.md §2).
  ///
  /// What it selects is fixed when it begins, so that nothing falls between two starts; what changes from then on is
  /// found by the first pull.
  ///
  /// - Parameter progress: called after every page with the number imported and the number there are.
  func importTasks(progress: (Int, Int?) -> Void) async throws -> PullReport {
    let serverTime = await serverTime()
    try store.updateSyncState { state in
      guard state.importStartedAt == nil else { return }
      state.importStartedAt = serverTime
      state.pullCursor = SyncCursor(stamp: serverTime, id: "")
      state.deletionsCoveredUntil = serverTime.addingTimeInterval(-PullQuery.overlap)
      state.linkedReadAt = serverTime
    }
    var state = try store.syncState()
    let start = state.importStartedAt ?? serverTime
    let query = PullQuery.firstImport(
      owner: user.id, window: try store.syncSettings().importWindow, serverTime: start,
      today: LocalDay(at: start, in: environment.timeZone()).day)
    if state.importTotal == nil {
      if let total = try await count(query) { try store.updateSyncState { $0.importTotal = total } }
      state = try store.syncState()
    }
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

  /// Only for the progress: an org that refuses to count is imported as well.
  private func count(_ query: TaskQuery) async throws -> Int? {
    do throws(OrgError) {
      return try await org.count(query)
    } catch {
      guard case .refused = error else { throw error }
      return nil
    }
  }
}
