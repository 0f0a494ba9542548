/// A character cell on the screen; the top left one is column 0 of row 0.
package struct Position: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// This position moved right by `columns` and down by `rows`.
  package func offset(columns: Int = 0, rows: Int = 0) -> Position {
    Position(column: column + columns, row: row + rows)
  }
}
