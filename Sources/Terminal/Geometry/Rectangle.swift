/// A part of the screen, in character cells.
package struct Rectangle: Hashable, Sendable {
  package var origin: Position
  package var size: Size

  package init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.init(origin: Position(column: column, row: row), size: Size(columns: columns, rows: rows))
  }

  package var columns: Range<Int> { origin.column..<(origin.column + size.columns) }
  package var rows: Range<Int> { origin.row..<(origin.row + size.rows) }
  package var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

  package func contains(_ position: Position) -> Bool {
    columns.contains(position.column) && rows.contains(position.row)
  }

  /// What both have; empty where they do not meet.
  package func intersection(_ other: Rectangle) -> Rectangle {
    let columns = self.columns.clamped(to: other.columns)
    let rows = self.rows.clamped(to: other.rows)
    return Rectangle(
      column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
  }
}
