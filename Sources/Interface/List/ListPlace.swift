import Foundation
import Reminders

/// Where the user is in a list: kept for each view, so that coming back is coming back to the same task.
struct ListPlace: Sendable {
  /// The reminder that is selected, wherever it stands.
  private(set) var selected: ReminderID?
  /// Whether its rows have ever been there, so that none is selected only where there is none.
  private(set) var isSettled = false
  /// The first line that is shown, of the list and of the details.
  var firstLine = 0
  var firstDetailLine = 0
  /// The rows that the next action is about; none where it is about the selected one.
  private(set) var marked: Set<ReminderID> = []
  /// The selection goes on to the next row when these go elsewhere, as the user asked for it here; and when they were due.
  private var leaving: [ReminderID: Day?] = [:]
  /// Which of the rows are shown.
  private(set) var filter = ListFilter()
  /// The text that was last filtered by, to go on to its next match.
  private(set) var lastText = ""
  /// How many rows of a group are read.
  private(set) var limit = ListQuery.firstLimit
  /// The row that the user wants to be on, counted from the top, while it is not read yet.
  private var goal: Int?
  /// The reminder that is selected is to be there, if need be further down than what is read.
  private var isSeeking = false
  /// The rows of the last time, to find the neighbours of one that is gone.
  private var lastRows: [ReminderID] = []

  /// Nobody reads so far; a list of more is looked through by a filter.
  private static let mostRows = 100_000

  mutating func narrow(to filter: ListFilter) {
    self.filter = filter
    if !filter.text.isEmpty { lastText = filter.text }
    limit = filter.isEmpty ? ListQuery.firstLimit : ListQuery.filteredLimit
    goal = nil
  }

  mutating func select(_ id: ReminderID?) {
    if selected != id { firstDetailLine = 0 }
    selected = id
    leaving = [:]
    goal = nil
    isSeeking = false
  }

  /// Selects a reminder that may be further down than what is read.
  mutating func seek(_ id: ReminderID) {
    select(id)
    isSeeking = true
  }

  /// These were completed or put off here: the selection does not go with them.
  mutating func leave(_ rows: [ReminderRow]) {
    for row in rows { leaving.updateValue(row.reminder.fields.due, forKey: row.id) }
  }

  mutating func toggleMark(_ id: ReminderID) { marked.formSymmetricDifference([id]) }

  /// Marks all rows, or none where all are marked.
  mutating func toggleAllMarks(_ lines: [ListLine]) {
    let all = Set(lines.compactMap { $0.row?.id })
    marked = marked == all ? [] : all
  }

  mutating func unmark(_ ids: some Sequence<ReminderID>) { marked.subtract(ids) }

  /// Goes where a motion leads; what is not read yet on the way is read.
  mutating func move(_ command: Command, _ lines: [ListLine], isCut: Bool, _ context: Context) {
    let rows = lines.compactMap { $0.row?.id }
    let index = selected.flatMap { rows.firstIndex(of: $0) } ?? 0
    guard let distance = command.distance(context, from: index) else { return }
    go(to: index + distance, rows, isCut: isCut)
  }

  /// Goes on by so many rows of those that are read.
  mutating func select(by distance: Int, _ lines: [ListLine]) {
    let rows = lines.compactMap { $0.row?.id }
    go(to: distance + (selected.flatMap { rows.firstIndex(of: $0) } ?? 0), rows, isCut: false)
  }

  private mutating func go(to target: Int, _ rows: [ReminderID], isCut: Bool) {
    guard !rows.isEmpty else { return }
    select(rows[min(max(0, target), rows.count - 1)])
    guard isCut, target >= rows.count, limit < Self.mostRows else { return }
    goal = target
    while limit <= target, limit < Self.mostRows { limit = min(limit * 2, Self.mostRows) }
  }

  /// Keeps the selection on a row that is there.
  mutating func settle(_ lines: [ListLine], isCut: Bool) {
    isSettled = true
    let rows = lines.compactMap { $0.row?.id }
    if isSeeking, isCut, !rows.contains(where: { $0 == selected }), rows.count < Self.mostRows {
      limit = Self.mostRows
      return
    }
    isSeeking = false
    if let goal, !isCut || goal < rows.count { go(to: goal, rows, isCut: isCut) }
    keepSelection(lines)
    let rest = lastRows.count - (selected.flatMap { lastRows.firstIndex(of: $0) } ?? 0)
    if isCut, rest < limit / 5, limit <= lastRows.count { limit = min(limit * 2, Self.mostRows) }
  }

  /// Scrolls as far as it has to, so that the selection is in view.
  mutating func scroll(_ lines: [ListLine], rows: Int) {
    firstLine = min(firstLine, max(0, lines.count - rows))
    guard let line = lines.firstIndex(where: { $0.row?.id == selected && selected != nil }) else { return }
    // The heading of a first row is in view with it.
    let top = lines.prefix(line).allSatisfy { $0.row == nil } ? 0 : line - (lines[line - 1].row == nil ? 1 : 0)
    // And with the last row what is said below it.
    let bottom = lines.dropFirst(line + 1).allSatisfy { $0.row == nil } ? lines.count - 1 : line
    firstLine = max(min(firstLine, top), bottom - rows + 1)
  }

  /// The selection stays on its reminder; if that is gone, on the next one.
  private mutating func keepSelection(_ lines: [ListLine]) {
    let rows = lines.compactMap { $0.row?.id }
    let left = leaving.isEmpty ? [] : left(lines)
    let isGone = selected.map { !rows.contains($0) || left.contains($0) } ?? true
    if isGone {
      let index = selected.flatMap { lastRows.firstIndex(of: $0) } ?? 0
      let neighbours = lastRows.dropFirst(index + 1) + lastRows.prefix(index).reversed()
      select(neighbours.first { rows.contains($0) && !left.contains($0) } ?? rows.first)
    }
    if !marked.isEmpty, rows != lastRows { marked.formIntersection(rows) }
    lastRows = rows
  }

  /// Those of `leaving` that have gone elsewhere in the list.
  private func left(_ lines: [ListLine]) -> Set<ReminderID> {
    Set(
      lines.compactMap { line in
        guard case .row(let heading, let row) = line, let due = leaving[row.id] else { return nil }
        return heading == .completed || row.reminder.fields.due != due ? row.id : nil
      })
  }
}
