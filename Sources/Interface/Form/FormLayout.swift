import Localization
import Reminders
import Terminal

/// The rows of the form, for the room that there is.
struct FormLayout {
  enum Row: Hashable {
    case field(FormField)
    /// What is wrong with the field above, or what happened to it in Salesforce.
    case note(DisplayText, Role)
    /// One of the records that fit to what is typed in the field above.
    case record(Int)
    /// One line of the area where the details are typed.
    case details(Int)
    case blank
  }

  /// What the longest label takes, with the mark before it and a gap behind it.
  static var labelWidth: Int { max(14, 3 + (FormField.allCases.map { DisplayText($0.title).width }.max() ?? 0)) }

  let rows: [Row]
  let firstRow: Int
  let detailsHeight: Int
  let nameWidth: Int
  /// Short, so that the day which is read from it stands beside it.
  let dueWidth: Int
  let pickerWidth: Int
  let detailsWidth: Int
  /// What a line under a field has.
  let noteWidth: Int

  init(_ form: FormScreen, in area: Rectangle, _ context: Context) {
    let width = area.size.columns
    noteWidth = max(8, width - FormLayout.labelWidth - 2)
    nameWidth = max(8, noteWidth - (width >= 60 ? 9 : 0))
    dueWidth = width >= 60 ? 20 : 12
    pickerWidth = width >= 60 ? min(40, noteWidth - 12) : max(8, noteWidth - 8)
    detailsWidth = max(8, width - 4)
    var rows: [Row] = []
    for field in form.fields {
      if field == .details, area.size.rows >= 14 { rows.append(.blank) }
      rows.append(.field(field))
      if field == form.focus { rows += FormLayout.list(form, room: area.size.rows - 2) }
      rows += FormLayout.notes(form, field, context, noteWidth)
    }
    detailsHeight = max(3, area.size.rows - rows.count)
    rows += (0..<detailsHeight).map { .details($0) }
    self.rows = rows
    firstRow = FormLayout.firstRow(rows, focus: form.focus, height: area.size.rows)
  }

  /// The first row in view, so that the field that is typed in is, with its notes.
  private static func firstRow(_ rows: [Row], focus: FormField, height: Int) -> Int {
    guard let start = rows.firstIndex(of: .field(focus)) else { return 0 }
    let end = rows[(start + 1)...].firstIndex { if case .field = $0 { true } else { $0 == .blank } } ?? rows.count
    return max(0, min(start, end - height))
  }

  /// The field that a row belongs to, counted from the first row in view.
  func field(atRow row: Int) -> FormField? {
    let index = firstRow + row
    guard rows.indices.contains(index) else { return nil }
    switch rows[index] {
    case .field(let field): return field
    case .details: return .details
    case .note, .record, .blank: return nil
    }
  }

  /// The record of a list that stands in a row, counted from the first row in view.
  func record(atRow row: Int) -> Int? {
    let index = firstRow + row
    guard rows.indices.contains(index), case .record(let record) = rows[index] else { return nil }
    return record
  }

  /// The records to choose from, as many as there is room for, the selected one among them.
  private static func list(_ form: FormScreen, room: Int) -> [Row] {
    guard let picker = form.pickers[form.focus], picker.isOpen else { return [] }
    let count = min(picker.records.count, mostRecords, max(1, room - 1))
    let first = max(0, min(picker.selected - count + 1, picker.records.count - count))
    return (first..<(first + count)).map { .record($0) }
  }

  private static let mostRecords = 6
  /// So that a field and what is said of it fit on the smallest screen.
  private static let mostNotes = 6

  /// How wide a field of one line is.
  func width(of field: FormField) -> Int {
    field == .due || field == .remind ? dueWidth : field.reference == nil ? nameWidth : pickerWidth
  }

  private static func notes(_ form: FormScreen, _ field: FormField, _ context: Context, _ width: Int) -> [Row] {
    func rows(_ text: String?, _ role: Role) -> [Row] {
      guard let text else { return [] }
      return DisplayText(text).wrapped(to: width).prefix(mostNotes).map { .note($0, role) }
    }
    let picker = form.pickers[field].flatMap { field == form.focus && $0.isOpen ? $0 : nil }
    let error = form.errors[field] ?? (field == .relatedTo ? form.relationProblem : nil)
    return rows(picker?.lookAhead.remark(context), .muted) + rows(error, .error)
      + rows(form.meanwhile(field, context), .pending)
  }
}

extension FormScreen {
  /// What a field is now, where it is no more what it was when the form was opened.
  func meanwhile(_ field: FormField, _ context: Context) -> String? {
    guard let original, let now = context.row(original.id) else { return nil }
    let synced = field.reminderField
    let fields = now.reminder.fields
    guard !fields.agrees(with: original.reminder.fields, on: synced) else { return nil }
    let author = now.remoteChange?.author ?? localized("elsewhere")
    let value =
      switch field {
      case .details: localized("other details")
      case .remind: fields.remindAt.map { context.moment($0) } ?? localized("no reminder")
      default: fields.text(of: synced)
      }
    return "\(context.glyphs.from) \(author): \(value)"
  }
}
