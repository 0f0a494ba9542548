import Foundation
import GRDB
import Reminders

/// A row of `reminder`: what is here.
struct ReminderRecord: WritableRecord {
  static let columns =
    ["id"] + FieldColumns.names + [
      "words", "completedAt", "createdAt", "isLocalOnly", "isMadeHere", "deletedAt", "remoteAuthor", "remoteArrivedAt",
      "createKey",
    ]
  static let statements = RecordStatements(
    table: "reminder", columns: columns,
    // In the index of words, which a trigger keeps.
    computed: ["number": "(SELECT coalesce(max(number), 0) + 1 FROM reminder)"])

  var id: ReminderID
  var fields: ReminderFields
  var completedAt: Date?
  var createdAt: Date
  var isLocalOnly: Bool
  var isMadeHere: Bool
  var deletedAt: Date?
  var remoteChange: RemoteChange?
  /// Names the task there before it has an Id; `nil` for one that was imported.
  var createKey: String?

  init(
    id: ReminderID, fields: ReminderFields, completedAt: Date? = nil, createdAt: Date,
    isLocalOnly: Bool, isMadeHere: Bool
  ) {
    self.id = id
    self.fields = fields
    self.completedAt = completedAt
    self.createdAt = createdAt
    self.isLocalOnly = isLocalOnly
    self.isMadeHere = isMadeHere
  }

  init(row: StoredRow) {
    id = ReminderID(rawValue: row["id"])
    fields = FieldColumns.decode(row)
    completedAt = (row["completedAt"] as Int?).map(Date.init(milliseconds:))
    createdAt = Date(milliseconds: row["createdAt"])
    isLocalOnly = row["isLocalOnly"]
    isMadeHere = row["isMadeHere"]
    deletedAt = (row["deletedAt"] as Int?).map(Date.init(milliseconds:))
    if let author = row["remoteAuthor"] as String?, let arrivedAt = row["remoteArrivedAt"] as Int? {
      remoteChange = RemoteChange(author: author, arrivedAt: Date(milliseconds: arrivedAt))
    }
    createKey = row["createKey"]
  }

  func bind(to binder: inout ColumnBinder) {
    binder.bind(id.rawValue)
    FieldColumns.bind(fields, to: &binder)
    binder.bind(SearchText.words(of: fields))
    binder.bind(completedAt?.milliseconds)
    binder.bind(createdAt.milliseconds)
    binder.bind(isLocalOnly)
    binder.bind(isMadeHere)
    binder.bind(deletedAt?.milliseconds)
    binder.bind(remoteChange?.author)
    binder.bind(remoteChange?.arrivedAt.milliseconds)
    binder.bind(createKey)
  }

  /// Makes it completed or open, with the moment that the views of a day ask for.
  mutating func setCompleted(_ isCompleted: Bool, at instant: Date) {
    guard fields.isCompleted != isCompleted else { return }
    fields.isCompleted = isCompleted
    completedAt = isCompleted ? instant : nil
  }
}
