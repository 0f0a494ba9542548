import Foundation
import GRDB
import Reminders

/// A row of `reminder`: what is here.
struct ReminderRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "reminder"

  var id: ReminderID
  var fields: ReminderFields
  var kind: Reminder.Kind
  var completedAt: Date?
  var createdAt: Date
  var isLocalOnly: Bool
  var isMadeHere: Bool
  var deletedAt: Date?
  var remoteChange: RemoteChange?

  init(
    id: ReminderID, fields: ReminderFields, kind: Reminder.Kind, completedAt: Date? = nil, createdAt: Date,
    isLocalOnly: Bool, isMadeHere: Bool
  ) {
    self.id = id
    self.fields = fields
    self.kind = kind
    self.completedAt = completedAt
    self.createdAt = createdAt
    self.isLocalOnly = isLocalOnly
    self.isMadeHere = isMadeHere
  }

  init(row: Row) {
    id = ReminderID(rawValue: row["id"])
    fields = FieldColumns.decode(row)
    kind = Reminder.Kind(rawValue: row["kind"]) ?? .custom
    completedAt = (row["completedAt"] as Int?).map(Date.init(milliseconds:))
    createdAt = Date(milliseconds: row["createdAt"])
    isLocalOnly = row["isLocalOnly"]
    isMadeHere = row["isMadeHere"]
    deletedAt = (row["deletedAt"] as Int?).map(Date.init(milliseconds:))
    if let author = row["remoteAuthor"] as String?, let arrivedAt = row["remoteArrivedAt"] as Int? {
      remoteChange = RemoteChange(author: author, arrivedAt: Date(milliseconds: arrivedAt))
    }
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = id.rawValue
    FieldColumns.encode(fields, to: &container)
    container["kind"] = kind.rawValue
    container["completedAt"] = completedAt?.milliseconds
    container["createdAt"] = createdAt.milliseconds
    container["isLocalOnly"] = isLocalOnly
    container["isMadeHere"] = isMadeHere
    container["deletedAt"] = deletedAt?.milliseconds
    container["remoteAuthor"] = remoteChange?.author
    container["remoteArrivedAt"] = remoteChange?.arrivedAt.milliseconds
  }

  /// Makes it completed or open, with the moment that the views of a day ask for.
  mutating func setCompleted(_ isCompleted: Bool, at instant: Date) {
    guard fields.isCompleted != isCompleted else { return }
    fields.isCompleted = isCompleted
    completedAt = isCompleted ? instant : nil
  }
}
