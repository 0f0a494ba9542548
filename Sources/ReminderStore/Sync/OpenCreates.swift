import Foundation
import GRDB
import Reminders

/// The creates whose outcome is not known, found by the tasks that they may have made (sync-rules.md §3, create exactly
/// once).
struct OpenCreates {
  private var byKey: [String: AttemptRecord] = [:]
  /// The latest attempt first.
  private var bySubject: [String: [AttemptRecord]] = [:]
  private var taken: Set<ReminderID> = []

  init(_ database: Database) throws {
    let creates = try AttemptRecord.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM attempt WHERE action = 'create' ORDER BY startedAt DESC, id DESC"))
    for attempt in creates {
      if let key = attempt.key?.externalID { byKey[key] = attempt }
      bySubject[(attempt.subject ?? attempt.fields.name).asSalesforceKeepsIt, default: []].append(attempt)
    }
  }

  /// The create that made a task, by its external Id or else by its values; each reminder is given away once.
  ///
  /// Of several that fit, the latest is taken: an earlier one could have made an earlier task too.
  mutating func take(thatMade task: SalesforceTask, unreadable: Set<ReminderField>) -> AttemptRecord? {
    guard !bySubject.isEmpty else { return nil }
    let known = task.externalID.flatMap { byKey[$0] }
    let attempt =
      known
      ?? bySubject[task.subject.asSalesforceKeepsIt]?
      .first { !taken.contains($0.reminderID) && $0.mayHaveMade(task, unreadable: unreadable) }
    guard let attempt, taken.insert(attempt.reminderID).inserted else { return nil }
    return attempt
  }
}

extension AttemptRecord {
  fileprivate func mayHaveMade(_ task: SalesforceTask, unreadable: Set<ReminderField>) -> Bool {
    // Another key is another task.
    guard key?.externalID == nil || task.externalID == nil, isStarted(by: task.createdAt) else { return false }
    let same: [ReminderField: Bool] = [
      .due: task.due == fields.due, .details: task.details.isSameInSalesforce(as: fields.details),
      .person: task.person?.id == fields.person?.id, .relatedTo: task.relatedTo?.id == fields.relatedTo?.id,
    ]
    return same.allSatisfy { $0.value || unreadable.contains($0.key) }
  }
}
