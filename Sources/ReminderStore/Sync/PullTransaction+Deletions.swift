import Foundation
import GRDB
import Reminders

/// A task that was deleted there; `task` is its last version, where that is known.
struct Deletion {
  let salesforceID: String
  var task: SalesforceTask?
}

extension PullTransaction {
  private typealias Leaving = (deletion: Deletion, base: BaseRecord, record: ReminderRecord)

  /// Takes in what was deleted there; when too much would vanish here at once or one by one, the user is asked first
  /// (sync-rules.md §3).
  mutating func absorb(_ deletions: [Deletion]) throws {
    var leaving: [Leaving] = []
    var seen: Set<String> = []
    for deletion in deletions where seen.insert(deletion.salesforceID).inserted {
      if let base = try BaseRecord.find(salesforceID: deletion.salesforceID, database),
        let record = try ReminderRecord.find(base.reminderID, database)
      {
        // It is known to live there again.
        if let task = deletion.task, task.stamp < base.stamp { continue }
        if record.deletedAt != nil {
          try unlink(record, from: base, deletion)
        } else if try isOwnLateDelete(deletion, of: record.id) {
          // The user took the delete back before it went through there: the task is made there anew.
          try unlink(record, from: base, deletion)
        } else if try isAskedAbout(deletion.salesforceID) {
          try Vanishing.noteDeletion(deletion.salesforceID, author: deletion.task?.modifiedBy.name, database)
        } else {
          leaving.append((deletion, base, record))
        }
      } else if let task = deletion.task, let (attempt, record) = try takeCreate(thatMade: task) {
        // The create whose outcome was not known did happen, and what it made was deleted there since.
        let base = BaseRecord(task, of: record.id, fields: attempt.fields)
        if record.deletedAt == nil {
          try moveToTrash((deletion, base, record))
        } else {
          try unlink(record, from: base, deletion)
        }
      }
    }
    if try Vanishing.isTooMany(leaving.count, at: context.now, database) {
      for held in leaving {
        try Vanishing.insert(held.base.salesforceID, author: held.deletion.task?.modifiedBy.name, database)
      }
      hasVanishing = .success(true)
      report.held += leaving.count
    } else {
      for gone in leaving { try moveToTrash(gone) }
    }
  }

  /// Deleted here too; an edit here that is not there is kept in the trash and in the log.
  private mutating func moveToTrash(_ gone: Leaving) throws {
    var record = gone.record
    let task = gone.deletion.task
    let agreed = try task.map { try agreeToEchoes(in: $0, gone.base, gone.record) } ?? gone.base
    let there = task.map { context.fields(of: $0, agreedBefore: agreed.fields) } ?? agreed.fields
    if !record.fields.differences(from: agreed.fields).isEmpty {
      try log(.deletion, of: record.id, kept: .there, here: record.fields, there: there, by: task)
    }
    record.take(
      Merge.fields(base: agreed.fields, here: record.fields, there: there, laterEdit: .here).here,
      completedAt: task?.completedAt ?? context.now)
    record.deletedAt = context.now
    record.remoteChange = RemoteChange(author: task?.modifiedBy.name ?? "Salesforce", arrivedAt: context.now)
    changes.note(.deleted, of: record, by: author(of: task))
    report.deleted += 1
    try unlink(record, from: gone.base, gone.deletion)
  }

  private mutating func unlink(_ record: ReminderRecord, from base: BaseRecord, _ deletion: Deletion) throws {
    var record = record
    // Where it is not told when it was deleted: not before it was last seen.
    let stamp = deletion.task?.stamp ?? max(base.stamp, base.modifiedAt)
    try record.unlink(from: base.salesforceID, goneAt: stamp, createKey: makeID(), database)
    hasTombstones = .success(true)
    try IntentRecord.renew(for: record, editedAt: nil, database)
  }

  /// Whether a delete that was sent from here and not answered is what deleted the task.
  ///
  /// Where it is not told who deleted it and when, only one that is still young counts: what is told later is taken for
  /// somebody else's delete, which must not be undone; if it was ours after all, the task is in the trash here.
  private mutating func isOwnLateDelete(_ deletion: Deletion, of id: ReminderID) throws -> Bool {
    guard try hasAttempts.get() else { return false }
    let attempts = try AttemptRecord.open(.delete, of: id, database)
    let instant = deletion.task?.stamp ?? context.now.addingTimeInterval(context.serverLead)
    return deletion.task?.modifiedBy.id ?? context.user.id == context.user.id
      && attempts.contains { $0.mayCommit(at: instant) }
  }

  private mutating func isAskedAbout(_ salesforceID: String) throws -> Bool {
    try hasVanishing.get() ? try Vanishing.contains(salesforceID, database) : false
  }
}
