import Foundation
import GRDB
import Reminders

/// A row of `base`: the task there as both sides last agreed on it.
struct BaseRecord: WritableRecord, Equatable {
  static let statements = RecordStatements(
    table: "base",
    columns: ["reminderId", "salesforceId"] + FieldColumns.names + [
      "subject", "salesforceStatus", "salesforcePriority", "isClosedThere", "modifiedAt", "stamp", "isOutOfSight",
    ])

  var reminderID: ReminderID
  var salesforceID: String
  var fields: ReminderFields
  var subject: String
  var status: String
  var priority: String
  var isClosedThere: Bool
  var modifiedAt: Date
  var stamp: Date
  /// Neither found nor deleted there.
  var isOutOfSight = false

  /// The base after a task was read there.
  init(_ task: SalesforceTask, of reminderID: ReminderID, fields: ReminderFields) {
    self.reminderID = reminderID
    salesforceID = task.id
    self.fields = fields
    subject = task.subject
    status = task.status
    priority = task.priority
    isClosedThere = task.isClosed
    modifiedAt = task.modifiedAt
    stamp = task.stamp
  }

  /// The base after a task was made there; what Salesforce set itself comes with the next pull.
  init(reminderID: ReminderID, created salesforceID: String, _ push: PushedValues, at instant: Date) {
    self.reminderID = reminderID
    self.salesforceID = salesforceID
    fields = push.fields
    subject = push.subject ?? push.fields.name
    status = push.status ?? ""
    priority = push.priority ?? ""
    isClosedThere = push.fields.isCompleted
    modifiedAt = instant
    stamp = Date(milliseconds: 0)
  }

  /// Takes over what a push changed there. The stamp stays: with the next pull the task is read once more, which shows
  /// what the org itself made of it.
  mutating func take(_ push: PushedValues) {
    fields.take(push.changed, from: push.fields)
    subject = push.subject ?? subject
    status = push.status ?? status
    priority = push.priority ?? priority
    if push.changed.contains(.status) { isClosedThere = push.fields.isCompleted }
  }

  init(row: StoredRow) {
    reminderID = ReminderID(rawValue: row["reminderId"])
    salesforceID = row["salesforceId"]
    fields = FieldColumns.decode(row)
    subject = row["subject"]
    status = row["salesforceStatus"]
    priority = row["salesforcePriority"]
    isClosedThere = row["isClosedThere"]
    modifiedAt = Date(milliseconds: row["modifiedAt"])
    stamp = Date(milliseconds: row["stamp"])
    isOutOfSight = row["isOutOfSight"]
  }

  func bind(to binder: inout ColumnBinder) {
    binder.bind(reminderID.rawValue)
    binder.bind(salesforceID)
    FieldColumns.bind(fields, to: &binder)
    binder.bind(subject)
    binder.bind(status)
    binder.bind(priority)
    binder.bind(isClosedThere)
    binder.bind(modifiedAt.milliseconds)
    binder.bind(stamp.milliseconds)
    binder.bind(isOutOfSight)
  }
}
