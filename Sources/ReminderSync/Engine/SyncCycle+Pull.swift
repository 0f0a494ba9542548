import Foundation
import ReminderStore
import Reminders
import Salesforce

extension SyncCycle {
  /// Takes in what changed there since the cursor, less an overlap, and how the linked tasks of the next days are.
  ///
  /// What an import has just read is not read again at once: what commits late meanwhile is found when nothing can any more,
  /// by the first pull after the length of the overlap. The cursor stays where the import began until then.
  ///
  /// - Parameter hints: tasks that were announced meanwhile.
  func pull(_ hints: [String] = []) async throws -> PullReport {
    let context = try await pullContext()
    let serverTime = await serverTime()
    let state = try store.syncState()
    let cursor = state.pullCursor ?? SyncCursor(stamp: serverTime, id: "")
    let isJustImported =
      cursor.stamp == state.importStartedAt && abs(serverTime.timeIntervalSince(cursor.stamp)) < PullQuery.overlap
    let start = isJustImported ? cursor.stamp : cursor.stamp.addingTimeInterval(-PullQuery.overlap)
    let today = await today()
    let linked = try store.linkedTasks(
      .openDue(today.adding(days: -90)...today.adding(days: 14), nearest: today, limit: Self.linkedPerPull))
    var report = PullReport()
    var found: Set<String> = []
    var hasChanges = false
    try await forEachPage(of: PullQuery.changes(owner: user.id, from: start, linked: linked)) { page, last in
      report += try store.absorb(page, context) { state in
        if let last, !isJustImported { state.pullCursor = max(state.pullCursor ?? last, last) }
      }
      found.formUnion(page.map(\.id))
      hasChanges = hasChanges || page.contains { $0.stamp >= start }
    }
    if hasChanges, !isJustImported {
      try leaveBehind(until: min(serverTime, await self.serverTime()).addingTimeInterval(-Self.clockTolerance))
    }
    report += try await resolveAbsent(linked.filter { !found.contains($0) })
    let unread = hints.filter { !found.contains($0) }
    if !unread.isEmpty { report += try await fetch(unread) }
    return report
  }

  /// Takes in tasks by Id: what a hint named, or what is about to be changed.
  func fetch(_ ids: [String]) async throws -> PullReport {
    var report = PullReport()
    let missing = try await read(ids, &report)
    report += try await resolveAbsent(missing)
    return report
  }

  /// Reads tasks by Id and takes them in.
  ///
  /// - Returns: the Ids of which the org knows nothing that this user may see, deleted and archived tasks included.
  func read(_ ids: [String], _ report: inout PullReport) async throws -> [String] {
    var missing: [String] = []
    for batch in ids.batches(of: Self.batchSize) {
      let context = try await pullContext()
      var query = PullQuery.tasks(batch)
      query.selection = selection
      let tasks = try await org.tasks(query).map(SalesforceTask.init)
      report += try store.absorb(tasks, context)
      let found = Set(tasks.map(\.id))
      missing += batch.filter { !found.contains($0) }
    }
    return missing
  }

  /// Once what is known already has come back for the length of the overlap, the cursor moves on to the time of the
  /// pull, so that it is not asked for again and again. What commits later has a later stamp, less the overlap.
  private func leaveBehind(until instant: Date) throws {
    try store.updateSyncState { state in
      guard let cursor = state.pullCursor, instant.timeIntervalSince(cursor.stamp) > PullQuery.overlap else { return }
      state.pullCursor = SyncCursor(stamp: instant, id: "")
    }
  }

  /// The server's time is known to about a second.
  private static let clockTolerance: TimeInterval = 60
}

extension Array {
  func batches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
