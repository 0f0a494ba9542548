extension Frame {
  /// Writes one line of text to the right of a position.
  ///
  /// - Parameters:
  ///   - raw: Any text; it is made safe, and ends where the frame or `width` ends, never inside a cluster.
  ///   - style: Laid over what the cells have, so a text takes the background it stands on.
  ///   - width: The most columns it may take; the rest of them is left as it is.
  /// - Returns: The column after the text, to go on writing from.
  @discardableResult
  package mutating func write(_ raw: String, at position: Position, style: Style = .plain, width: Int? = nil) -> Int {
    write(DisplayText(raw), at: position, style: style, width: width)
  }

  /// As `write(_:at:style:width:)`, for a text that is already measured, wrapped or truncated.
  @discardableResult
  package mutating func write(_ text: DisplayText, at position: Position, style: Style = .plain, width: Int? = nil)
    -> Int
  {
    var column = position.column
    let end = min(size.columns, width.map { column + max(0, $0) } ?? size.columns)
    guard (0..<size.rows).contains(position.row) else { return column }
    for cluster in text.clusters {
      guard column + cluster.width <= end else { break }
      if column >= 0 { put(cluster, at: Position(column: column, row: position.row), style: style) }
      column += cluster.width
    }
    return column
  }

  /// Writes a text that ends before `column`, e.g. a count at the right edge; returns the column where it starts.
  @discardableResult
  package mutating func write(_ raw: String, endingAt column: Int, row: Int, style: Style = .plain) -> Int {
    let text = DisplayText(raw)
    let start = column - text.width
    write(text, at: Position(column: start, row: row), style: style)
    return start
  }
}
