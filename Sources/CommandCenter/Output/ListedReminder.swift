import Foundation
import Localization
import Reminders

/// A task as `list --format json` and `csv` print it: the stable columns that scripts read.
struct ListedReminder: Encodable {
  let row: ReminderRow

  static let columns = [
    "id", "salesforceId", "name", "status", "priority", "due", "details", "kind", "assignee", "person", "relatedTo",
    "reminder", "completedAt", "sync", "salesforceStatus", "salesforcePriority", "error",
  ]

  /// The values in the order of `columns`; `nil` where there is nothing.
  var values: [String?] {
    let fields = row.reminder.fields
    return [
      row.id.rawValue, row.reminder.salesforceID, fields.name, fields.isCompleted ? "completed" : "open",
      fields.priority.rawValue, fields.due?.iso, fields.details, row.reminder.kind.rawValue, fields.assignee?.name,
      fields.person?.name, fields.relatedTo?.name, fields.remindAt?.formatted(.iso8601),
      row.reminder.completedAt?.formatted(.iso8601), row.mark.rawValue, row.salesforceStatus, row.salesforcePriority,
      row.refusal.map { "\($0.code): \($0.message)" },
    ]
  }

  private struct Column: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Column.self)
    for (column, value) in zip(Self.columns, values) {
      try container.encode(value, forKey: Column(stringValue: column))
    }
  }
}

enum JSONOutput {
  /// Pretty, with sorted keys, and in English whatever the user's language, so that the same state prints the same text.
  static func text<Value: Encodable>(_ value: @autoclosure () throws -> Value) throws -> String {
    try text(value(), .prettyPrinted)
  }

  /// The same on one line.
  static func line<Value: Encodable>(_ value: @autoclosure () throws -> Value) throws -> String {
    try text(value(), [])
  }

  private static func text<Value: Encodable>(
    _ value: @autoclosure () throws -> Value, _ layout: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, layout]
    let data = try Localization.with(.english) { try encoder.encode(value()) }
    return String(decoding: data, as: UTF8.self).withControlsEscaped
  }
}
