import Foundation
import GRDB
import Reminders

/// Tasks from there on their way into the store, while the transaction runs.
struct PullTransaction {
  let database: Database
  let context: PullContext
  let makeID: @Sendable () -> ReminderID
  var report = PullReport()

  mutating func absorb(_ task: SalesforceTask) throws {
    if task.isDeleted { return try absorbDeletion(of: task.id, as: task) }
    if let base = try BaseRecord.find(salesforceID: task.id, database) {
      // A row that is known, or one that was read before what is known, changes nothing.
      guard task.stamp > base.stamp, let record = try ReminderRecord.find(base.reminderID, database) else { return }
      try merge(task, into: record, base: base.fields, isVisibleChange: isVisibleChange(task, base))
    } else if let attempt = try openAttempt(matching: task),
      let record = try ReminderRecord.find(attempt.reminderID, database)
    {
      // The create whose outcome was not known did happen: this is the task that it made.
      try database.execute(sql: "DELETE FROM attempt WHERE reminderId = ?", arguments: [record.id.rawValue])
      try merge(task, into: record, base: attempt.fields, isVisibleChange: false)
    } else if task.owner.id == context.user.id {
      try add(task)
    }
  }

  /// A task was deleted there; `task` is its last version where that is known.
  mutating func absorbDeletion(of salesforceID: String, as task: SalesforceTask?) throws {
    guard let base = try BaseRecord.find(salesforceID: salesforceID, database),
      var record = try ReminderRecord.find(base.reminderID, database)
    else { return }
    if record.deletedAt == nil {
      if !record.fields.differences(from: base.fields).isEmpty {
        let there = task.map { context.mapping.fields(of: $0, agreedBefore: base.fields) } ?? base.fields
        try log(.deletion, of: record.id, kept: .there, here: record.fields, there: there, by: task)
      }
      record.deletedAt = context.now
      record.remoteChange = RemoteChange(author: task?.modifiedBy.name ?? "Salesforce", arrivedAt: context.now)
      report.deleted += 1
    }
    try record.unlink(from: salesforceID, goneAt: context.now, createKey: makeID(), database)
    try IntentRecord.renew(for: record, editedAt: nil, database)
  }

  private mutating func add(_ task: SalesforceTask) throws {
    let fields = context.mapping.fieldsAtImport(of: task)
    var record = ReminderRecord(
      id: makeID(), fields: fields,
      completedAt: completion(of: task, fields), createdAt: task.createdAt, isLocalOnly: false, isMadeHere: false)
    if !context.isFirstImport { record.remoteChange = remoteChange(by: task) }
    try record.insert(database)
    try BaseRecord(task, of: record.id, fields: fields).insert(database)
    report.pulled += 1
  }

  private mutating func merge(
    _ task: SalesforceTask, into record: ReminderRecord, base: ReminderFields, isVisibleChange: Bool
  ) throws {
    var record = record
    let there = context.mapping.fields(of: task, agreedBefore: base)
    try BaseRecord(task, of: record.id, fields: there).upsert(database)
    if record.deletedAt != nil {
      // The delete goes through; what changed there meanwhile is kept in the log.
      if isVisibleChange {
        try log(.deletion, of: record.id, kept: .here, here: record.fields, there: there, by: task)
      }
    } else {
      let outcome = Merge.fields(
        base: base, here: record.fields, there: there, laterEdit: try laterEdit(of: record.id, task))
      for conflict in outcome.conflicts {
        try log(
          .field(conflict.field), of: record.id, kept: conflict.kept, here: record.fields, there: there, by: task)
      }
      let before = record
      if outcome.here.isCompleted != record.fields.isCompleted {
        record.completedAt = completion(of: task, outcome.here)
      }
      record.fields = outcome.here
      if isVisibleChange {
        record.remoteChange = remoteChange(by: task)
        report.pulled += 1
      }
      if record.fields != before.fields || record.remoteChange != before.remoteChange {
        try record.update(database)
      }
    }
    try IntentRecord.renew(for: record, editedAt: nil, database)
  }

  /// Keeps both versions in the conflict log; `task` is the version there, where it is known.
  private mutating func log(
    _ subject: ConflictEntry.Subject, of id: ReminderID, kept: Merge.Side, here: ReminderFields,
    there: ReminderFields, by task: SalesforceTask?
  ) throws {
    report.conflicts += 1
    let (hereValue, thereValue) =
      switch subject {
      case .field(let field): (here.text(of: field), there.text(of: field))
      case .deletion: kept == .here ? ("deleted", there.name) : (here.name, "deleted")
      }
    try ConflictEntry(
      reminder: id, subject: subject, kept: kept, hereValue: hereValue, thereValue: thereValue,
      author: task?.modifiedBy.name ?? "", authorAt: task?.modifiedAt ?? context.now, here: here, there: there
    )
    .insert(at: context.now, database)
  }

  private func remoteChange(by task: SalesforceTask) -> RemoteChange {
    RemoteChange(author: task.modifiedBy.name, arrivedAt: context.now)
  }

  private func completion(of task: SalesforceTask, _ fields: ReminderFields) -> Date? {
    fields.isCompleted ? task.completedAt ?? task.modifiedAt : nil
  }

  /// Whether somebody changed what a user sees, and it is not just the echo of what was sent from here.
  private func isVisibleChange(_ task: SalesforceTask, _ base: BaseRecord) -> Bool {
    let there = context.mapping.fields(of: task, agreedBefore: base.fields)
    return !there.differences(from: base.fields).isEmpty || task.status != base.status
      || task.priority != base.priority || task.subject != base.subject
  }

  private func laterEdit(of id: ReminderID, _ task: SalesforceTask) throws -> Merge.Side {
    guard let intent = try IntentRecord.find(id, database) else { return .there }
    return intent.editedAt.addingTimeInterval(context.serverLead) >= task.modifiedAt ? .here : .there
  }

  private func openAttempt(matching task: SalesforceTask) throws -> AttemptRecord? {
    try AttemptRecord.fetchAll(
      database, sql: "SELECT * FROM attempt WHERE action = 'create' AND subject = ?", arguments: [task.subject]
    )
    .first { $0.matches(task) }
  }
}
