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
  /// What the rows below those that are read are read for, step by step; `nil` where nobody waits for them.
  private var goal: Goal?
  /// The rows of the last time, to find the neighbours of one that is gone.
  private var lastRows: [ReminderID] = []

  private enum Goal {
    /// The user wants to be on it, counted from the top.
    case row(Int)
    /// The reminder that is selected is to be there.
    case selected
    /// All rows are to be marked.
    case marks
  }

  /// Nobody reads so far; a list of more is looked through by a filter.
  private static let mostRows = 100_000

  mutating func narrow(to filter: ListFilter) {
    self.filter = filter
    if !filter.text.isEmpty { lastText = filter.text }
    limit = ListQuery.firstLimit
    goal = nil
  }

  mutating func select(_ id: ReminderID?) {
    if selected != id { firstDetailLine = 0 }
    selected = id
    leaving = [:]
    goal = nil
  }

  /// Selects a reminder that may be further down than what is read.
  mutating func seek(_ id: ReminderID) {
    select(id)
    goal = .selected
  }

  /// These were completed or put off here: the selection does not go with them.
  mutating func leave(_ rows: [ReminderRow]) {
    for row in rows { leaving.updateValue(row.reminder.fields.due, forKey: row.id) }
  }

  mutating func toggleMark(_ id: ReminderID) { marked.formSymmetricDifference([id]) }

  /// Marks all rows, also those that are not read yet, or none where all are marked.
  mutating func toggleAllMarks(_ lines: ListLines) {
    let all = Set(lines.rows)
    if marked == all {
      marked = []
    } else if lines.isCut, limit < Self.mostRows {
      goal = .marks
    } else {
      marked = all
    }
  }

  mutating func unmark(_ ids: some Sequence<ReminderID>) { marked.subtract(ids) }

  /// Whether the user waits for rows further down.
  func isReading(_ list: ListContents) -> Bool { goal != nil && list.isCut }

  /// Goes on with what is read.
  mutating func stopReading(_ list: ListContents) {
    goal = nil
    limit = list.query.limit
  }

  /// Goes where a motion leads; what is not read yet on the way is read.
  mutating func move(_ command: Command, _ lines: ListLines, _ context: Context) {
    let index = lines.rowNumber(of: selected) ?? 0
    guard let distance = command.distance(context, from: index) else { return }
    go(to: index + distance, lines, isCut: lines.isCut)
  }

  /// Goes on by so many rows of those that are read.
  mutating func select(by distance: Int, _ lines: ListLines) {
    go(to: distance + (lines.rowNumber(of: selected) ?? 0), lines, isCut: false)
  }

  private mutating func go(to target: Int, _ lines: ListLines, isCut: Bool) {
    guard !lines.rows.isEmpty else { return }
    select(lines.rows[min(max(0, target), lines.rows.count - 1)])
    if isCut, target >= lines.rows.count { goal = .row(target) }
  }

  /// Keeps the selection on a row that is there, and reads on where that is asked for, or where the end comes in sight.
  ///
  /// - Parameter height: of the list on the screen, in lines.
  mutating func settle(_ lines: ListLines, _ list: ListContents, height: Int) {
    isSettled = true
    // A read is awaited before the next one, so that it is seen how far it is.
    var mayReadOn = lines.isCut && limit < Self.mostRows
    // It may be among those that are folded.
    if case .selected = goal { mayReadOn = list.isCut && limit < Self.mostRows }
    let isRead = list.query.limit >= limit
    switch goal {
    case .selected where mayReadOn && lines.rowNumber(of: selected) == nil:
      if isRead { readOn() }
      return
    case .row(let target):
      go(to: target, lines, isCut: mayReadOn)
    case .marks where !mayReadOn && isRead:
      marked = Set(lines.rows)
      goal = nil
    case .selected: goal = nil
    case .marks, nil: break
    }
    keepSelection(lines)
    let rest = lines.rows.count - (lines.rowNumber(of: selected) ?? 0)
    if mayReadOn, isRead, goal != nil || rest < max(limit / 5, height) { readOn() }
  }

  private mutating func readOn() { limit = min(limit * 4, Self.mostRows) }

  /// Scrolls as far as it has to, so that the selection is in view.
  mutating func scroll(_ lines: ListLines, rows: Int) {
    firstLine = min(firstLine, max(0, lines.all.count - rows))
    guard let number = lines.rowNumber(of: selected) else { return }
    let line = lines.lineNumber(ofRow: number)
    // The heading of a first row is in view with it.
    let top = number == 0 ? 0 : line - (lines.all[line - 1].row == nil ? 1 : 0)
    // And with the last row what is said below it.
    let bottom = number == lines.rows.count - 1 ? lines.all.count - 1 : line
    firstLine = max(min(firstLine, top), bottom - rows + 1)
  }

  /// The selection stays on its reminder; if that is gone, on the next one.
  private mutating func keepSelection(_ lines: ListLines) {
    let left = leaving.filter { id, due in
      guard case .row(let heading, let row) = lines[id] else { return false }
      return heading == .completed || row.reminder.fields.due != due
    }
    if lines.rowNumber(of: selected) == nil || selected.map({ left.keys.contains($0) }) == true {
      let goal = goal
      let index = selected.flatMap { lastRows.firstIndex(of: $0) } ?? 0
      let neighbours = lastRows.dropFirst(index + 1) + lastRows.prefix(index).reversed()
      select(neighbours.first { lines.rowNumber(of: $0) != nil && !left.keys.contains($0) } ?? lines.rows.first)
      self.goal = goal
    }
    if !marked.isEmpty, lines.rows != lastRows { marked.formIntersection(lines.rows) }
    lastRows = lines.rows
  }
}
