import Reminders
import Terminal

/// A task with all its fields: a new one, or one to edit.
struct FormScreen: ScreenState {
  /// The task that is edited, as it was when the form was opened; `nil` for a new one.
  private(set) var original: ReminderRow?
  private(set) var focus: FormField
  var name: TextField
  var due: TextField
  var details: TextField
  private(set) var priority: Reminder.Priority
  private(set) var kind: Reminder.Kind
  private(set) var isSaving = false
  /// What is wrong, at the field where it is; `nil` as key: with the whole.
  private(set) var errors: [FormField: String] = [:]
  private(set) var failure: String?
  /// The user was warned that leaving loses what was typed.
  private var isLeaving = false
  private let initialDue: String

  static let keys = [
    KeyBinding(.save, "ctrl-s", "save", hint: "save"),
    KeyBinding(.open, "enter", "save; in the details a new line"),
    KeyBinding(.nextField, "tab", "next field", hint: "next field"),
    KeyBinding(.previousField, "backtab", "previous field"),
    KeyBinding(.down, "down", "next field; in the details a line down"),
    KeyBinding(.up, "up", "previous field; in the details a line up"),
    KeyBinding(.back, "esc", "leave without saving", hint: "cancel"),
  ]

  init(_ context: Context) {
    self.init(original: nil, due: context.today.day, focus: .name)
  }

  init(editing row: ReminderRow, focus: FormField = .name) {
    self.init(original: row, due: row.reminder.fields.due, focus: focus)
  }

  private init(original: ReminderRow?, due: Day?, focus: FormField) {
    let fields = original?.reminder.fields
    self.original = original
    self.focus = focus
    name = TextField(fields?.name ?? "")
    initialDue = due?.iso ?? ""
    self.due = TextField(original == nil ? "today" : initialDue)
    details = TextField(fields?.details ?? "", isMultiline: true)
    priority = fields?.priority ?? .normal
    kind = original?.reminder.kind ?? .custom
  }

  var title: String { original == nil ? "New task" : "Edit task" }
  var scopes: [Scope] { [.form, .always] }
  var hasFooter: Bool { failure != nil || isLeaving }
}
