import Reminders
import Terminal

/// All that is known of a reminder, as lines of a width.
struct DetailPane {
  var lines: [StyledLine] = []
  let row: ReminderRow
  let context: Context
  private let width: Int

  init(_ row: ReminderRow, _ context: Context, width: Int) {
    self.row = row
    self.context = context
    self.width = width
    var nameStyle = context.theme[.heading]
    if fields.isCompleted { nameStyle.attributes.insert(.strikethrough) }
    lines += fields.shownName.wrapped(to: width).map { StyledLine($0, nameStyle) }
    lines.append(.blank)
    addTrouble()
    addFields()
    addSalesforce()
    if !fields.details.isEmpty {
      section("Details")
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
    field("Due", due ?? "no date", isOverdue ? .overdue : nil)
    let completedAt = row.reminder.completedAt.map { " \(context.moment($0))" } ?? ""
    field("Status", fields.isCompleted ? "completed\(completedAt)" : "open")
    field(
      "Priority", fields.priority == .high ? "\(context.glyphs.high) high" : "normal",
      fields.priority == .high ? .high : nil)
    field("Kind", row.reminder.kind.word)
    if let person = fields.person { field("Person", person.shownName) }
    if let phone = row.personPhone { field("Phone", phone) }
    if let email = row.personEmail { field("E-mail", email) }
    if let relatedTo = fields.relatedTo { field("Related to", relatedTo.shownName) }
    if let assignee = fields.assignee { field("Assignee", assignee.shownName) }
    if let remindAt = fields.remindAt { field("Remind", context.moment(remindAt)) }
    if !fields.callOutcome.isEmpty { field("Outcome", fields.callOutcome) }
    if !fields.callReason.isEmpty { field("Reason", fields.callReason) }
  }

  private var isOverdue: Bool {
    fields.due.map { $0 < context.today.day && !fields.isCompleted } ?? false
  }

  private mutating func addSalesforce() {
    guard row.reminder.salesforceID != nil || context.list.settings.isOn else { return }
    section("Salesforce")
    if let status = row.salesforceStatus, !status.isEmpty {
      field("Status", mapping.isCompleted(status: status) == nil ? "\(status) (does not sync)" : status)
    }
    if let priority = row.salesforcePriority, !priority.isEmpty {
      field("Priority", mapping.priority(priority) == nil ? "\(priority) (does not sync)" : priority)
    }
    if row.isClosedThere, !fields.isCompleted {
      field("Closed", keyed("there, open here; \(.toggleCompleted) accepts it as completed"))
    }
    field("Sync", syncWords)
    if let change = row.remoteChange { field("Changed", "by \(change.author), \(context.moment(change.arrivedAt))") }
    if let id = row.reminder.salesforceID { field("Id", id) }
  }

  private var syncWords: String {
    switch row.mark {
    case .synced: "in sync"
    case .pending: "\(context.glyphs.pending) waits to be sent"
    case .refused where row.refusal?.missingRight != nil: "\(context.glyphs.refused) kept here, not sent"
    case .refused: "\(context.glyphs.refused) refused by Salesforce"
    case .conflict: "\(context.glyphs.conflict) changed on both sides"
    case .localOnly: context.list.settings.isOn ? keyed("only here; \(.send) sends it to Salesforce") : "only here"
    }
  }

  private mutating func section(_ title: String) {
    lines.append(.blank)
    var line = StyledLine(title, theme[.heading])
    let rest = width - title.count - 1
    if rest > 0 { line.append(" " + String(repeating: context.glyphs.box.horizontal, count: rest), theme[.border]) }
    lines.append(line)
  }

  private func keyed(_ words: KeyedText) -> String { context.keys.text(words) }

  mutating func add(_ text: String, _ style: Style = .plain) {
    lines += DisplayText.wrapped(text, to: width).map { StyledLine($0, style) }
  }

  /// A label, and a value that is wrapped beside it.
  mutating func field(_ label: String, _ value: String, _ role: Role? = nil) {
    let indent = 12
    let style = role.map { theme[$0] } ?? .plain
    for (index, text) in DisplayText.wrapped(value, to: max(8, width - indent)).enumerated() {
      let label = index == 0 ? label : ""
      var line = StyledLine(label + String(repeating: " ", count: max(1, indent - label.count)), theme[.muted])
      line.append(text, style)
      lines.append(line)
    }
  }
}

extension ReminderField {
  /// Its name on the screens.
  var title: String {
    switch self {
    case .name: "Name"
    case .status: "Status"
    case .priority: "Priority"
    case .due: "Due"
    case .details: "Details"
    case .assignee: "Assignee"
    case .person: "Person"
    case .relatedTo: "Related to"
    case .reminder: "Remind"
    case .kind: "Kind"
    case .callOutcome: "Call outcome"
    case .callReason: "Call reason"
    }
  }
}

extension ReminderFields {
  /// The name; a Subject in Salesforce may be empty, or nothing that can be seen.
  var shownName: DisplayText {
    let name = DisplayText(name)
    return name.clusters.allSatisfy { $0.character == " " } ? "(no name)" : name
  }
}
