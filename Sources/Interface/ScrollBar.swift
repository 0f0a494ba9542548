import Terminal

/// A mark at the edge of what does not fit, that says how far down one is; nothing where all is in view.
enum ScrollBar {
  /// - Parameter isOnLine: The column is that of a vertical line, of which it is a thicker part.
  static func render(
    into frame: inout Frame, column: Int, rows: Range<Int>, first: Int, total: Int, isOnLine: Bool = false,
    _ context: Context
  ) {
    guard total > rows.count, !rows.isEmpty else { return }
    let length = max(1, rows.count * rows.count / total)
    let room = rows.count - length
    let hidden = total - rows.count
    // At the ends only when there is nothing beyond them.
    let offset = first == 0 ? 0 : first >= hidden ? room : min(max(1, first * room / hidden), max(0, room - 1))
    for row in 0..<length {
      frame.write(
        isOnLine ? context.glyphs.scrollBarOnLine : context.glyphs.scrollBar,
        at: Position(column: column, row: rows.lowerBound + offset + row),
        style: context.theme[.border])
    }
  }
}
