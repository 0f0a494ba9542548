extension Frame {
  /// Fills an area with blanks, or with one character of one column; what stood there is gone, styles included.
  package mutating func fill(_ area: Rectangle, _ character: Character = " ", style: Style = .plain) {
    let area = area.intersection(bounds)
    let cluster = Cluster(character).flatMap { $0.width == 1 ? $0 : nil } ?? Cluster(unchecked: " ", width: 1)
    for row in area.rows {
      for column in area.columns { replace(cluster, at: Position(column: column, row: row), style: style) }
    }
  }

  /// A line to the right of a position.
  package mutating func horizontalLine(at position: Position, length: Int, glyphs: BoxGlyphs, style: Style = .plain) {
    let area = Rectangle(origin: position, size: Size(columns: length, rows: 1))
    stroke(area, glyphs.horizontal, style)
  }

  /// A line down from a position.
  package mutating func verticalLine(at position: Position, length: Int, glyphs: BoxGlyphs, style: Style = .plain) {
    let area = Rectangle(origin: position, size: Size(columns: 1, rows: length))
    stroke(area, glyphs.vertical, style)
  }

  /// A border just inside an area, with a title in its upper edge; the inside stays as it is.
  ///
  /// - Returns: The area inside the border.
  @discardableResult
  package mutating func box(_ area: Rectangle, title: String = "", glyphs: BoxGlyphs, style: Style = .plain)
    -> Rectangle
  {
    guard area.size.columns >= 2, area.size.rows >= 2 else { return area.inset(columns: 1, rows: 1) }
    let right = area.columns.upperBound - 1
    let bottom = area.rows.upperBound - 1
    let inner = area.inset(columns: 1, rows: 1)
    for row in [area.origin.row, bottom] {
      horizontalLine(
        at: Position(column: inner.origin.column, row: row), length: inner.size.columns, glyphs: glyphs, style: style)
    }
    for column in [area.origin.column, right] {
      verticalLine(
        at: Position(column: column, row: inner.origin.row), length: inner.size.rows, glyphs: glyphs, style: style)
    }
    write(String(glyphs.topLeft), at: area.origin, style: style)
    write(String(glyphs.topRight), at: Position(column: right, row: area.origin.row), style: style)
    write(String(glyphs.bottomLeft), at: Position(column: area.origin.column, row: bottom), style: style)
    write(String(glyphs.bottomRight), at: Position(column: right, row: bottom), style: style)
    if !title.isEmpty, inner.size.columns > 4 {
      let text = DisplayText(title).truncated(to: inner.size.columns - 4)
      write(" \(text) ", at: inner.origin.offset(columns: 1, rows: -1), style: style)
    }
    return inner
  }

  private mutating func stroke(_ area: Rectangle, _ character: Character, _ style: Style) {
    let area = area.intersection(bounds)
    for row in area.rows {
      for column in area.columns { write(String(character), at: Position(column: column, row: row), style: style) }
    }
  }
}
