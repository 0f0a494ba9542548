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
  private(set) var isOriginalGone = false
  private(set) var focus: FormField
  private(set) var name: TextField
  private(set) var due: TextField
  private(set) var callOutcome: TextField
  private(set) var callReason: TextField
  private(set) var details: TextField
  private(set) var priority: Reminder.Priority
  private(set) var kind: Reminder.Kind
  private(set) var isSaving = false
  /// What is wrong, at the field where it is.
  private(set) var errors: [FormField: String] = [:]
  /// What is wrong with the whole.
  private(set) var failure: String?
  /// The due date as it stood in the field at first.
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

  /// For a new task, due today.
  init() {
    self.init(original: nil, due: "today", focus: .name)
  }

  init(editing row: ReminderRow, focus: FormField = .name) {
    self.init(original: row, due: row.reminder.fields.due?.iso ?? "", focus: focus)
  }

  private init(original: ReminderRow?, due: String, focus: FormField) {
    let fields = original?.reminder.fields
    self.original = original
    self.focus = focus
    name = TextField(fields?.name ?? "")
    initialDue = due
    self.due = TextField(due)
    callOutcome = TextField(fields?.callOutcome ?? "")
    callReason = TextField(fields?.callReason ?? "")
    details = TextField(fields?.details ?? "", isMultiline: true)
    priority = fields?.priority ?? .normal
    kind = original?.reminder.kind ?? .custom
  }

  var title: String { original == nil ? "New task" : "Edit task" }
  var scopes: [Scope] { [.form, .always] }
  var hasFooter: Bool { failure != nil }
  var fields: [FormField] { FormField.fields(of: kind) }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    if command == .back { return leave() }
    failure = nil
    switch command {
    case .save: return save(context)
    case .open where focus == .details: details.insert("\n")
    case .open: return save(context)
    case .nextField: moveFocus(by: 1)
    case .previousField: moveFocus(by: -1)
    case .down: moveDown(by: 1, context)
    case .up: moveDown(by: -1, context)
    default: break
    }
    return []
  }

  private mutating func moveDown(by count: Int, _ context: Context) {
    let width = FormLayout(self, in: Layout(context.size).body, context).detailsWidth
    if focus == .details, details.moveVertically(by: count, width: width) { return }
    if focus != .details || count < 0 { moveFocus(by: count) }
  }

  /// To the field after or before it, round and round.
  private mutating func moveFocus(by count: Int) {
    let index = fields.firstIndex(of: focus) ?? 0
    focus = fields[((index + count) % fields.count + fields.count) % fields.count]
  }

  /// What is typed in a field, if it is a text.
  func text(of field: FormField) -> TextField? {
    switch field {
    case .name: name
    case .due: due
    case .callOutcome: callOutcome
    case .callReason: callReason
    case .details: details
    case .priority, .kind: nil
    }
  }

  /// Lets the field that is typed in do something, if it is a text.
  private mutating func typeInText(_ body: (inout TextField) -> Void) {
    switch focus {
    case .name: body(&name)
    case .due: body(&due)
    case .callOutcome: body(&callOutcome)
    case .callReason: body(&callReason)
    case .details: body(&details)
    case .priority, .kind: break
    }
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    failure = nil
    errors[focus] = nil
    switch focus {
    case .priority: priority = cycled(priority, press)
    case .kind: kind = cycled(kind, press)
    default: typeInText { _ = $0.press(press) }
    }
    return []
  }

  /// The next value with space or →, the previous one with ←, or the one that begins with the letter.
  private func cycled<Value: CaseIterable & RawRepresentable<String> & Equatable>(
    _ value: Value, _ press: KeyPress
  ) -> Value {
    let all = Array(Value.allCases)
    guard let index = all.firstIndex(of: value) else { return value }
    switch press.key {
    case .right, .character(" "): return all[(index + 1) % all.count]
    case .left: return all[(index + all.count - 1) % all.count]
    case .character(let letter):
      let rotated = all[(index + 1)...] + all[...index]
      return rotated.first { $0.rawValue.lowercased().hasPrefix(letter.lowercased()) } ?? value
    default: return value
    }
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    failure = nil
    errors[focus] = nil
    typeInText { $0.insert(text) }
    return []
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    let area = Layout(context.size).body
    guard mouse.action == .press(.left), area.contains(mouse.position) else { return [] }
    let layout = FormLayout(self, in: area, context)
    if let field = layout.field(atRow: mouse.position.row - area.origin.row) { focus = field }
    return []
  }

  /// Asks nothing if there is nothing to lose; else the first time only warns.
  private mutating func leave() -> [Step] {
    if !isChanged || failure == FormScreen.leaveWarning { return [.close] }
    failure = FormScreen.leaveWarning
    return []
  }

  static let leaveWarning = "Not saved: ctrl-s saves it, esc once more discards it."

  private var isChanged: Bool {
    let fields = original?.reminder.fields
    return name.text != fields?.name ?? "" || due.text != initialDue || details.text != fields?.details ?? ""
      || callOutcome.text != fields?.callOutcome ?? "" || callReason.text != fields?.callReason ?? ""
      || priority != fields?.priority ?? .normal || kind != original?.reminder.kind ?? .custom
  }

  private mutating func save(_ context: Context) -> [Step] {
    guard !isSaving, let draft = validated(context) else { return [] }
    guard let original, !isOriginalGone else {
      isSaving = true
      return [.effect(.perform(.create(draft)))]
    }
    let changed = draft.fields.differences(from: original.reminder.fields)
    if changed.isEmpty { return [.close] }
    isSaving = true
    return [.effect(.perform(.edit(original.id, draft.fields, changed)))]
  }

  /// What is typed as a draft, or `nil` with the errors at their fields.
  private mutating func validated(_ context: Context) -> ReminderDraft? {
    errors = [:]
    var fields = original?.reminder.fields ?? ReminderFields(name: "")
    do { fields.name = try ReminderDraft.validatedName(name.text) } catch { errors[.name] = error.description }
    do { fields.due = try readDue(context) } catch { errors[.due] = error.description }
    do { try ReminderDraft.validateDetails(details.text) } catch { errors[.details] = error.description }
    fields.details = details.text
    if kind == .call {
      fields.callOutcome = validatedCallText(.callOutcome)
      fields.callReason = validatedCallText(.callReason)
    }
    fields.priority = priority
    fields.kind = kind
    if let first = self.fields.first(where: { errors[$0] != nil }) {
      focus = first
      return nil
    }
    // A name that was not touched is not cleaned up, else it would count as changed.
    if let original, name.text == original.reminder.fields.name { fields.name = name.text }
    return ReminderDraft(fields: fields)
  }

  private mutating func validatedCallText(_ field: FormField) -> String {
    let text = text(of: field)?.text.trimmed ?? ""
    do { try ReminderDraft.validateCallText(text) } catch { errors[field] = error.description }
    return text
  }

  /// The day that is typed; `nil` for none.
  func readDue(_ context: Context) throws(ReminderError) -> Day? {
    let text = due.text.trimmed
    if text.isEmpty { return nil }
    switch DayExpression(today: context.today.day, order: context.order).read(text) {
    case .day(let day): return day
    case .impossible(let text): throw .noSuchDay(text)
    case .none: throw .notADate(text)
    }
  }

  mutating func answered(_ answer: Answer, _ context: Context) -> [Step] {
    isSaving = false
    switch answer {
    case .failed(let line):
      failure = line
      return []
    case .done(nil) where original.map { context.row($0.id) == nil } ?? false:
      isOriginalGone = true
      failure = "The task was deleted meanwhile: ctrl-s adds it as a new one."
      return []
    case .done, .saved: return [.close]
    }
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let layout = FormLayout(self, in: area, context)
    name.settleLine(width: layout.nameWidth)
    callOutcome.settleLine(width: layout.nameWidth)
    callReason.settleLine(width: layout.nameWidth)
    due.settleLine(width: layout.dueWidth)
    details.settleLines(Size(columns: layout.detailsWidth, rows: layout.detailsHeight))
  }
}
