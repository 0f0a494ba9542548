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
  /// One value may differ, where another person or an automation may have changed it there already; the very same values
  /// go before, also in what the search does not ask for. Of several that fit as well, the latest is taken: an earlier one
  /// could have made an earlier task too.
  mutating func take(thatMade task: SalesforceTask, unreadable: Set<ReminderField>) -> AttemptRecord? {
    guard !bySubject.isEmpty else { return nil }
    let known = task.externalID.flatMap { byKey[$0] }
    let attempt =
      known
      ?? bySubject[task.subject.asSalesforceKeepsIt]?
      .compactMap { attempt -> (attempt: AttemptRecord, unlikeness: (Int, Int))? in
        guard !taken.contains(attempt.reminderID),
          let differences = attempt.differences(from: task, unreadable: unreadable), differences <= 1
        else { return nil }
        return (attempt, (differences, attempt.unlikeness(to: task)))
      }
      .min { $0.unlikeness < $1.unlikeness }?
      .attempt
    guard let attempt, taken.insert(attempt.reminderID).inserted else { return nil }
    return attempt
  }
}

extension AttemptRecord {
  /// How many values of a task are not those that this create carried; `nil` if it cannot have made the task.
  fileprivate func differences(from task: SalesforceTask, unreadable: Set<ReminderField>) -> Int? {
    // Another key is another task.
    guard key?.externalID == nil || task.externalID == nil, isStarted(by: task.createdAt) else { return nil }
    let areSame: [ReminderField: Bool] = [
      .due: task.due == fields.due, .details: task.details.isSameInSalesforce(as: fields.details),
      .person: task.person?.id == fields.person?.id, .relatedTo: task.relatedTo?.id == fields.relatedTo?.id,
    ]
    let differing = areSame.filter { !$0.value && !unreadable.contains($0.key) }.keys
    guard !differing.isEmpty else { return 0 }
    guard key?.externalID == nil else { return nil }
    // Where the Subject does not name the task, the details do.
    let isNamed = (subject ?? "").contains(fields.name.asSalesforceKeepsIt)
    return mayCommit(at: task.createdAt) && (isNamed || !differing.contains(.details)) ? differing.count : nil
  }

  /// How many of the values by which a task is not looked for differ: they tell twins apart.
  fileprivate func unlikeness(to task: SalesforceTask) -> Int {
    [task.isClosed == fields.isCompleted, task.remindAt == fields.remindAt].count { !$0 }
  }
}
