extension Frame {
  /// What can be read on the frame, a line a row, without the spaces at the ends of rows; for snapshots.
  package var text: String {
    (0..<size.rows).map(text(ofRow:)).joined(separator: "\n")
  }

  /// The text of one row, without spaces at its end; empty outside of the frame.
  package func text(ofRow row: Int) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    var characters = self.row(row).filter { !$0.isContinuation }.map(\.character)
    while characters.last == " " { characters.removeLast() }
    return String(characters)
  }

  /// The styles on the frame, a line a run of cells that look the same, as `row:columns style`; plain ones are left out.
  package var styles: String {
    (0..<size.rows)
      .flatMap { row in
        styleRuns(ofRow: row).filter { $0.style != .plain }
          .map { "\(row):\($0.columns.lowerBound)-\($0.columns.upperBound - 1) \($0.style)" }
      }
      .joined(separator: "\n")
  }

  /// The runs of cells with one style, from left to right.
  package func styleRuns(ofRow row: Int) -> [(columns: Range<Int>, style: Style)] {
    guard (0..<size.rows).contains(row) else { return [] }
    var runs: [(columns: Range<Int>, style: Style)] = []
    for (column, cell) in self.row(row).enumerated() {
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        runs.append((column..<(column + 1), cell.style))
      }
    }
    return runs
  }
}
