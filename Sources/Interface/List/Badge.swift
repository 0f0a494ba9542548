import Localization
import Reminders

/// A word or two at the end of a row, for what is out of the ordinary.
struct Badge: Hashable, Sendable {
  let text: String
  let role: Role

  /// The badges of a row, the most important first.
  static func badges(of row: ReminderRow, under heading: ListHeading, _ context: Context) -> [Badge] {
    let mapping = context.list.settings.mapping
    let fields = row.reminder.fields
    var badges: [Badge] = []
    switch row.mark {
    case .refused:
      let isKept = row.refusal?.missingRight != nil
      badges.append(Badge(text: localized(isKept ? "kept here" : "refused"), role: isKept ? .pending : .error))
    case .conflict: badges.append(Badge(text: localized("conflict"), role: .conflict))
    case .localOnly where context.list.settings.isOn:
      badges.append(Badge(text: localized("local only"), role: .localOnly))
    case .pending where context.isForScreenReader: badges.append(Badge(text: localized("to send"), role: .pending))
    case .localOnly, .pending, .synced: break
    }
    if context.isForScreenReader, fields.priority == .high {
      badges.append(Badge(text: localized("high"), role: .high))
    }
    if let change = context.freshChange(of: row) {
      badges.append(Badge(text: "\(context.glyphs.from) \(change.author)", role: .live))
    }
    if let status = row.salesforceStatus, !status.isEmpty, mapping.isCompleted(status: status) == nil {
      let isClosed = row.isClosedThere && !fields.isCompleted
      badges.append(Badge(text: isClosed ? localized("closed: \(status)") : status, role: .badge))
    }
    if context.list.query.view == .delegated, let assignee = fields.assignee {
      badges.append(Badge(text: assignee.name, role: .badge))
    }
    if context.list.query.view == .outbox, row.deletedAt != nil {
      badges.append(Badge(text: localized("deleted"), role: .badge))
    }
    // Where the heading does not tell the day.
    if heading.hidesDay, let due = fields.due {
      let isOverdue = due < context.today.day && !fields.isCompleted
      badges.append(
        Badge(text: due.short(from: context.today.day), role: isOverdue ? .overdue : .muted))
    }
    if let priority = row.salesforcePriority, !priority.isEmpty, mapping.priority(priority) == nil {
      badges.append(Badge(text: priority, role: .badge))
    }
    return badges
  }
}

extension ListHeading {
  /// Whether the tasks under it are of several days.
  fileprivate var hidesDay: Bool {
    switch self {
    case .overdue, .later, .sorted, .refused, .conflict, .waiting: true
    case .today, .tomorrow, .noDate, .completed, .day: false
    }
  }
}
