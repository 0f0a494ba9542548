import Foundation
import ReminderStore
import Reminders
import Salesforce

/// Not in the answer is not deleted: what a query no longer finds may be deleted, given away or out of this user's sight
/// (sync-rules.md §2.4, §2.7, §3).
extension SyncCycle {
  /// Finds out what became of linked tasks that were asked for and not answered, deleted ones included: the org's log
  /// of deletions knows what has left the recycle bin, the others are out of sight.
  func resolveAbsent(_ ids: [String]) async throws -> PullReport {
    guard try !store.linked(among: ids).isEmpty else { return PullReport() }
    var report = try await pullDeletions()
    report += try store.putOutOfSight(try store.linked(among: ids), try await pullContext())
    return report
  }

  /// Reads every linked open task: those due later than a pull looks, too, may have been given away. Then the trash is
  /// emptied, too.
  func readOpenLinked() async throws -> PullReport {
    let serverTime = await serverTime()
    // By the earlier of two clocks: one that is wrong must not empty it.
    try store.emptyTrash(at: min(environment.now(), serverTime))
    var report = PullReport()
    let missing = try await readLinked(.open, &report)
    report += try await resolveAbsent(missing)
    try store.updateSyncState { $0.linkedReadAt = serverTime }
    return report
  }

  /// Asks for every linked task; what is gone is deleted here.
  private func checkLinked() async throws -> PullReport {
    // What commits late is stamped earlier.
    let covered = await serverTime().addingTimeInterval(-PullQuery.overlap)
    var report = PullReport()
    let missing = try await readLinked(.all, &report)
    report += try store.absorbDeletions(missing, try await pullContext()) { $0.deletionsCoveredUntil = covered }
    return report
  }

  /// Takes in what was deleted there since it was last asked, also what has left the recycle bin. Further back than 15 days
  /// the org does not tell: then every linked task is asked for, and what is gone is deleted here (sync-rules.md §2.4).
  func pullDeletions() async throws -> PullReport {
    let end = await serverTime()
    let coveredUntil = try store.syncState().deletionsCoveredUntil ?? .distantPast
    guard end.timeIntervalSince(coveredUntil) <= Self.deletionsAreKeptFor else { return try await checkLinked() }
    // The org wants a span of a minute at least, and does not look further back than 15 days.
    let start = max(
      end.addingTimeInterval(-Self.deletionsAreKeptFor + 120), min(coveredUntil, end.addingTimeInterval(-120)))
    guard let deleted = try await deletions(from: start, to: end), deleted.earliestDateAvailable <= start else {
      return try await checkLinked()
    }
    return try store.absorbDeletions(deleted.ids, try await pullContext()) { state in
      state.deletionsCoveredUntil = max(coveredUntil, deleted.latestDateCovered)
    }
  }

  /// What the org's log of deletions says; `nil` where it does not reach back as far, because somebody emptied the recycle
  /// bin, or it grew too large.
  private func deletions(from start: Date, to end: Date) async throws -> DeletedTasks? {
    do throws(OrgError) {
      return try await org.deletedTasks(from: start, to: end)
    } catch {
      guard case .refused(let reason) = error, reason.code == "INVALID_REPLICATION_DATE" else { throw error }
      return nil
    }
  }

  /// Reads every linked task anew.
  func readAllLinked() async throws -> PullReport {
    var report = PullReport()
    let missing = try await readLinked(.all, &report)
    report += try await resolveAbsent(missing)
    return report
  }

  /// Reads linked tasks by Id, many in one request.
  ///
  /// - Returns: the Ids of which the org knows nothing that this user may see.
  func readLinked(_ selection: LinkedTasks, _ report: inout PullReport) async throws -> [String] {
    try await readCurrent(try store.linkedTasks(selection), &report)
  }

  /// Reads tasks as they are now, many in one request, and takes them in; those that are not among the living are asked
  /// for once more, deleted and archived ones too.
  func readCurrent(_ ids: [String], _ report: inout PullReport) async throws -> [String] {
    var missing: [String] = []
    for batch in ids.batches(of: Self.retrieveSize) {
      let context = try await pullContext()
      let records = try await org.retrieve(batch, selection)
      report += try store.absorb(records.compactMap { $0.map(SalesforceTask.init) }, context)
      missing += zip(batch, records).filter { $1 == nil }.map(\.0)
    }
    return try await read(missing, &report)
  }

  private static let deletionsAreKeptFor = 15 * 86_400.0
  /// Salesforce's limit of a retrieve through sObject Collections.
  private static let retrieveSize = 2_000
}
