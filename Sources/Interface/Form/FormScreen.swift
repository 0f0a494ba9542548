import Foundation
import Localization
import Reminders
import Terminal

/// A task with all its fields: a new one, or one to edit.
///
/// What is typed stays until it is on the disk or the user discards it; what changes meanwhile in Salesforce is shown
/// beside it.
struct FormScreen: ScreenState {
  /// The task that is edited, as it was when the form was opened; `nil` for a new one.
  let original: ReminderRow?
  /// It is gone meanwhile, so what is typed becomes a new task.
  var isOriginalGone = false
  private(set) var focus: FormField
  /// What is typed in the fields that are texts.
  var texts: [FormField: TextField]
  /// The fields that point to records.
  var pickers: [FormField: RecordPicker]
  var priority: Reminder.Priority
  var kind: Reminder.Kind
  var isSaving = false
  /// What is wrong, at the field where it is.
  var errors: [FormField: String] = [:]
  /// What is wrong with the whole.
  var failure: String?
  /// The due date and the time to remind at, as they stood in their fields at first.
  let initialDays: [FormField: String]

  static let keys = [
    KeyBinding(.save, "ctrl-s", "save", hint: "save"),
    KeyBinding(.open, "enter", "save; in a list take what is selected, in the details a new line"),
    KeyBinding(.nextField, "tab", "next field; in a list take what is selected", hint: "next field"),
    KeyBinding(.previousField, "backtab", "previous field"),
    KeyBinding(.down, "down", "next field; in a list or in the details a line down; the list of an empty field"),
    KeyBinding(.up, "up", "previous field; in a list or in the details a line up"),
    KeyBinding(.pickDay, "ctrl-t", "pick the day of the field in a calendar"),
    KeyBinding(.editOutside, "ctrl-e", "the details in your own editor"),
    KeyBinding(.back, "esc", "close the list, or leave without saving", hint: "cancel"),
  ]

  /// For a new task, due today.
  init() {
    self.init(original: nil, due: localized("today"), remind: "", focus: .name)
  }

  init(editing row: ReminderRow, _ context: Context, focus: FormField = .name) {
    let fields = row.reminder.fields
    self.init(
      original: row, due: fields.due?.iso ?? "", remind: fields.remindAt.map { context.typed($0) } ?? "", focus: focus)
  }

  private init(original: ReminderRow?, due: String, remind: String, focus: FormField) {
    let fields = original?.reminder.fields ?? ReminderFields(name: "")
    self.original = original
    self.focus = focus
    initialDays = [.due: due, .remind: remind]
    texts = [
      .name: TextField(fields.name), .due: TextField(due), .remind: TextField(remind),
      .callOutcome: TextField(fields.callOutcome),
      .callReason: TextField(fields.callReason), .details: TextField(fields.details, isMultiline: true),
    ]
    pickers = Dictionary(
      uniqueKeysWithValues: ReferenceField.allCases.map { (FormField($0), RecordPicker($0, fields[$0])) })
    priority = fields.priority
    kind = fields.kind
  }

  var title: String { localized(original == nil ? "New task" : "Edit task") }
  var scopes: [Scope] { [.form, .always] }
  var hasFooter: Bool { failure != nil }
  var fields: [FormField] { FormField.fields(of: kind) }

  /// What is typed in a field; nothing in one that is no text.
  subscript(field: FormField) -> TextField { texts[field] ?? pickers[field]?.text ?? TextField() }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    if binding.command == .pickDay, focus == .due || focus == .remind { return "calendar" }
    if binding.command == .editOutside, focus == .details { return "your editor" }
    if binding.command == .down, pickers[focus]?.canOffer == true { return "latest" }
    guard isListOpen else { return binding.hint }
    switch binding.command {
    case .open, .nextField: return "take"
    case .back: return "close the list"
    default: return nil
    }
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    if performInList(command) { return [] }
    if command == .back { return leave(context) }
    failure = nil
    switch command {
    case .save: return save(context)
    case .open where focus == .details: texts[.details]?.insert("\n")
    case .open: return save(context)
    case .editOutside: return [.effect(.edit(self[.details].text))]
    case .pickDay: return [.open(CalendarMenu(on: calendarDay(context)))]
    case .nextField: moveFocus(by: 1)
    case .previousField: moveFocus(by: -1)
    case .down where pickers[focus]?.canOffer == true: return pickers[focus]?.offer() ?? []
    case .down: moveDown(by: 1, context)
    case .up: moveDown(by: -1, context)
    default: break
    }
    return []
  }

  private mutating func moveDown(by count: Int, _ context: Context) {
    let width = FormLayout(self, in: Layout(context.size).body, context).detailsWidth
    if focus == .details, texts[.details]?.moveVertically(by: count, width: width) == true { return }
    if focus != .details || count < 0 { moveFocus(by: count) }
  }

  /// To the field after or before it, round and round.
  private mutating func moveFocus(by count: Int) {
    let index = fields.firstIndex(of: focus) ?? 0
    move(to: fields[((index + count) % fields.count + fields.count) % fields.count])
  }

  mutating func move(to field: FormField) {
    pickers[focus]?.leave()
    focus = field
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    let area = Layout(context.size).body
    guard mouse.action == .press(.left), area.contains(mouse.position) else { return [] }
    let layout = FormLayout(self, in: area, context)
    let row = mouse.position.row - area.origin.row
    if let index = layout.record(atRow: row) {
      _ = pickers[focus]?.take(index)
    } else if let field = layout.field(atRow: row) {
      move(to: field)
    }
    return []
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let layout = FormLayout(self, in: area, context)
    for field in fields where field != .details {
      let width = layout.width(of: field)
      texts[field]?.settleLine(width: width, isFocused: field == focus)
      pickers[field]?.settle(width: width, isFocused: field == focus)
    }
    texts[.details]?.settleLines(Size(columns: layout.detailsWidth, rows: layout.detailsHeight))
  }
}
