import Foundation
import Reminders

/// Where the user is in a list: kept for each view, so that coming back is coming back to the same task.
struct ListPlace: Sendable {
  /// The reminder that is selected, wherever it stands.
  private(set) var selected: ReminderID?
  /// The first line that is shown, of the list and of the details.
  var firstLine = 0
  var firstDetailLine = 0
  /// The selection goes on to the next row when this one is completed, as the user asked for it here.
  var leaving: ReminderID?
  /// How many rows of a group are read.
  private(set) var limit = ListQuery.firstLimit
  /// The user wants to be at the very end, which is not read yet.
  private var isGoingToEnd = false
  /// The reminder that is selected is to be there, if need be further down than what is read.
  private var isSeeking = false
  /// The rows of the last time, to find the neighbours of one that is gone.
  private var lastRows: [ReminderID] = []

  /// Nobody reads so far; a list of more is looked through by a filter.
  private static let mostRows = 100_000

  mutating func select(_ id: ReminderID?) {
    if selected != id { firstDetailLine = 0 }
    selected = id
    leaving = nil
    isGoingToEnd = false
    isSeeking = false
  }

  /// Selects a reminder that may be further down than what is read.
  mutating func seek(_ id: ReminderID) {
    select(id)
    isSeeking = true
  }

  /// Goes on by so many rows; at the end of what is read, more is read.
  mutating func select(by distance: Int, _ lines: [ListLine]) {
    let rows = lines.compactMap { $0.row?.id }
    guard !rows.isEmpty else { return }
    let index = selected.flatMap { rows.firstIndex(of: $0) } ?? 0
    select(rows[min(max(0, index + distance), rows.count - 1)])
  }

  mutating func selectLast(_ lines: [ListLine], isCut: Bool) {
    guard let last = lines.last(where: { $0.row != nil })?.row?.id else { return }
    select(last)
    guard isCut, limit < Self.mostRows else { return }
    isGoingToEnd = true
    limit = Self.mostRows
  }

  /// Keeps the selection on a row that is there.
  mutating func settle(_ lines: [ListLine], isCut: Bool) {
    if isGoingToEnd, !isCut { selectLast(lines, isCut: false) }
    let rows = lines.lazy.compactMap { $0.row?.id }
    if isSeeking, isCut, !rows.contains(where: { $0 == selected }), rows.count < Self.mostRows {
      limit = Self.mostRows
      return
    }
    isSeeking = false
    keepSelection(lines)
    let rest = lastRows.count - (selected.flatMap { lastRows.firstIndex(of: $0) } ?? 0)
    if isCut, rest < ListQuery.firstLimit / 5, limit <= lastRows.count { limit = min(limit * 2, Self.mostRows) }
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
    let isCompleted = lines.contains { line in
      if case .row(.completed, let row) = line { row.id == leaving } else { false }
    }
    let isGone = selected.map { !rows.contains($0) || (leaving == $0 && isCompleted) } ?? true
    if isGone {
      let index = selected.flatMap { lastRows.firstIndex(of: $0) } ?? 0
      let neighbours = lastRows.dropFirst(index + 1) + lastRows.prefix(index).reversed()
      select(neighbours.first { rows.contains($0) } ?? rows.first)
    }
    lastRows = rows
  }
}
