import Foundation
import GRDB
import Reminders

/// A row of `attempt`: a push whose outcome is not known, with what it carried.
struct AttemptRecord: WritableRecord {
  static let statements = RecordStatements(
    table: "attempt",
    columns: ["id", "reminderId", "action", "startedAt", "key", "subject", "changed"] + FieldColumns.names + [
      "overtaken"
    ])

  /// `nil` before it is written.
  let id: Int?
  var reminderID: ReminderID
  var action: PushAttempt.Action
  /// By the server's clock.
  var startedAt: Date
  /// By what the org knows a create again (JSON of `CreateKey`).
  var key: CreateKey?
  /// The Subject that was sent, where one was.
  var subject: String?
  var changed: Set<ReminderField>
  var fields: ReminderFields
  /// Of the changed fields, those that somebody else was seen to change there since this left.
  var overtaken: Set<ReminderField> = []

  init(_ attempt: PushAttempt, startedAt: Date) {
    id = nil
    reminderID = attempt.id
    action = attempt.action
    self.startedAt = startedAt
    key = attempt.key
    subject = attempt.values.subject
    changed = attempt.values.changed
    fields = attempt.values.fields
  }

  init(row: StoredRow) {
    id = row["id"]
    reminderID = ReminderID(rawValue: row["reminderId"])
    action = PushAttempt.Action(rawValue: row["action"]) ?? .update
    startedAt = Date(milliseconds: row["startedAt"])
    key = (row["key"] as String?).flatMap { try? JSONDecoder().decode(CreateKey.self, from: Data($0.utf8)) }
    subject = row["subject"]
    changed = Self.fieldSet(row["changed"])
    fields = FieldColumns.decode(row)
    overtaken = Self.fieldSet(row["overtaken"])
  }

  func bind(to binder: inout ColumnBinder) throws {
    binder.bind(id)
    binder.bind(reminderID.rawValue)
    binder.bind(action.rawValue)
    binder.bind(startedAt.milliseconds)
    binder.bind(try key.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) })
    binder.bind(subject)
    binder.bind(try Self.text(of: changed))
    FieldColumns.bind(fields, to: &binder)
    binder.bind(try Self.text(of: overtaken))
  }

  private static func fieldSet(_ text: String) -> Set<ReminderField> {
    (try? JSONDecoder().decode(Set<ReminderField>.self, from: Data(text.utf8))) ?? []
  }

  private static func text(of fields: Set<ReminderField>) throws -> String {
    String(decoding: try JSONEncoder().encode(fields.map(\.rawValue).sorted()), as: UTF8.self)
  }

  /// Whether a change there at an instant may be what this push did.
  func mayCommit(at instant: Date) -> Bool { isStarted(by: instant) && instant <= mayCommitUntil }

  var mayCommitUntil: Date { startedAt.addingTimeInterval(PushAttempt.mayCommitFor) }

  /// Whether it had left by an instant; the two clocks agree to the second.
  func isStarted(by instant: Date) -> Bool { instant >= startedAt.addingTimeInterval(-2) }
}
