import Localization
package import Reminders
import Terminal

/// All that is known of a reminder, as lines of a width.
struct DetailPane {
  var lines: [StyledLine] = []
  let row: ReminderRow
  let context: Context
  private let width: Int
  /// Where the values begin.
  private let indent: Int

  init(_ row: ReminderRow, _ context: Context, width: Int) {
    self.row = row
    self.context = context
    self.width = width
    indent = max(12, DetailLabel.widest + 2)
    var nameStyle = context.theme[.heading]
    if fields.isCompleted { nameStyle.attributes.insert(.strikethrough) }
    lines += fields.shownName.wrapped(to: width).map { StyledLine($0, nameStyle) }
    lines.append(.blank)
    addTrouble()
    addFields()
    addSalesforce()
    if !fields.details.isEmpty {
      section(localized("Details"))
      add(fields.details)
    }
  }

  var theme: Theme { context.theme }
  var fields: ReminderFields { row.reminder.fields }
  private var mapping: PicklistMapping { context.list.settings.mapping }

  private mutating func addFields() {
    let due = fields.due.map { day in
      "\(day.short(from: context.today.day)), \(day.distance(from: context.today.day))"
    }
    field(.due, due ?? localized("no date"), isOverdue ? .overdue : nil)
    let completed =
      row.reminder.completedAt.map { localized("completed \(context.moment($0))") } ?? localized("completed")
    field(.status, fields.isCompleted ? completed : localized("open"))
    field(
      .priority, fields.priority == .high ? "\(context.glyphs.high) \(localized("high"))" : localized("normal"),
      fields.priority == .high ? .high : nil)
    field(.kind, row.reminder.kind.word)
    if let person = fields.person { field(.person, person.shownName) }
    if let phone = row.personPhone { field(.phone, phone) }
    if let email = row.personEmail { field(.email, email) }
    if let relatedTo = fields.relatedTo { field(.relatedTo, relatedTo.shownName) }
    if let assignee = fields.assignee { field(.assignee, assignee.shownName) }
    if let remindAt = fields.remindAt { field(.remind, context.moment(remindAt)) }
    if !fields.callOutcome.isEmpty { field(.outcome, fields.callOutcome) }
    if !fields.callReason.isEmpty { field(.reason, fields.callReason) }
  }

  private var isOverdue: Bool {
    fields.due.map { $0 < context.today.day && !fields.isCompleted } ?? false
  }

  private mutating func addSalesforce() {
    guard row.reminder.salesforceID != nil || context.list.settings.isOn else { return }
    section("Salesforce")
    if let status = row.salesforceStatus, !status.isEmpty {
      field(.status, mapping.isCompleted(status: status) == nil ? localized("\(status) (does not sync)") : status)
    }
    if let priority = row.salesforcePriority, !priority.isEmpty {
      field(.priority, mapping.priority(priority) == nil ? localized("\(priority) (does not sync)") : priority)
    }
    if row.isClosedThere, !fields.isCompleted {
      field(.closed, context.keys.text("there, open here; \(.toggleCompleted) accepts it as completed"))
    }
    field(.sync, syncWords)
    if let change = row.remoteChange {
      field(.changed, localized("by \(change.author), \(context.moment(change.arrivedAt))"))
    }
    if let id = row.reminder.salesforceID { field(.id, id) }
  }

  private var syncWords: String {
    switch row.mark {
    case .synced: localized("in sync")
    case .pending: "\(context.glyphs.pending) \(localized("waits to be sent"))"
    case .refused where row.refusal?.missingRight != nil:
      "\(context.glyphs.refused) \(localized("kept here, not sent"))"
    case .refused: "\(context.glyphs.refused) \(localized("refused by Salesforce"))"
    case .conflict: "\(context.glyphs.conflict) \(localized("changed on both sides"))"
    case .localOnly where context.list.settings.isOn: context.keys.text("only here; \(.send) sends it to Salesforce")
    case .localOnly: localized("only here")
    }
  }

  private mutating func section(_ title: String) {
    lines.append(.blank)
    var line = StyledLine(title, theme[.heading])
    let rest = width - title.count - 1
    if rest > 0 { line.append(" " + String(repeating: context.glyphs.box.horizontal, count: rest), theme[.border]) }
    lines.append(line)
  }

  mutating func add(_ text: String, _ style: Style = .plain) {
    lines += DisplayText.wrapped(text, to: width).map { StyledLine($0, style) }
  }

  /// A label, and a value that is wrapped beside it.
  mutating func field(_ label: DetailLabel?, _ value: String, _ role: Role? = nil) {
    let style = role.map { theme[$0] } ?? .plain
    for (index, text) in DisplayText.wrapped(value, to: max(8, width - indent)).enumerated() {
      let label = index == 0 ? label?.text ?? "" : ""
      let padding = String(repeating: " ", count: max(1, indent - DisplayText(label).width))
      var line = StyledLine(label + padding, theme[.muted])
      line.append(text, style)
      lines.append(line)
    }
  }
}

extension ReminderField {
  /// Its name on the screens, and where a command prints a task.
  package var title: String {
    switch self {
    case .name: localized("Name")
    case .status: localized("Status")
    case .priority: localized("Priority")
    case .due: localized("Due")
    case .details: localized("Details")
    case .assignee: localized("Assignee")
    case .person: localized("Person")
    case .relatedTo: localized("Related to")
    case .reminder: localized("Remind")
    case .kind: localized("Kind")
    case .callOutcome: localized("Call outcome")
    case .callReason: localized("Call reason")
    }
  }
}

extension ReminderFields {
  /// The name; a Subject in Salesforce may be empty, or nothing that can be seen.
  var shownName: DisplayText {
    let name = DisplayText(name)
    return name.clusters.allSatisfy { $0.character == " " } ? DisplayText(localized("(no name)")) : name
  }
}
