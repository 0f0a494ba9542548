import Foundation
import Reminders

/// A task as `list --format json` prints it: the stable shape that scripts read.
struct ListedReminder: Encodable {
  let row: ReminderRow

  private enum CodingKeys: String, CodingKey {
    case id, salesforceId, name, status, priority, due, details, kind, assignee, person, relatedTo, reminder,
      completedAt, sync, salesforceStatus, salesforcePriority, error
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let fields = row.reminder.fields
    try container.encode(row.id.rawValue, forKey: .id)
    try container.encode(row.reminder.salesforceID, forKey: .salesforceId)
    try container.encode(fields.name, forKey: .name)
    try container.encode(fields.isCompleted ? "completed" : "open", forKey: .status)
    try container.encode(fields.priority.rawValue, forKey: .priority)
    try container.encode(fields.due?.iso, forKey: .due)
    try container.encode(fields.details, forKey: .details)
    try container.encode(row.reminder.kind.rawValue, forKey: .kind)
    try container.encode(fields.assignee?.name, forKey: .assignee)
    try container.encode(fields.person?.name, forKey: .person)
    try container.encode(fields.relatedTo?.name, forKey: .relatedTo)
    try container.encode(fields.remindAt?.formatted(.iso8601), forKey: .reminder)
    try container.encode(row.reminder.completedAt?.formatted(.iso8601), forKey: .completedAt)
    try container.encode(row.mark.rawValue, forKey: .sync)
    try container.encode(row.salesforceStatus, forKey: .salesforceStatus)
    try container.encode(row.salesforcePriority, forKey: .salesforcePriority)
    try container.encode(row.refusal.map { "\($0.code): \($0.message)" }, forKey: .error)
  }
}

enum JSONOutput {
  /// Pretty, with sorted keys, so that the same state prints the same text.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
