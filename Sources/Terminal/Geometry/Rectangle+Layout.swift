/// Dividing an area between the parts of a screen.
///
/// Every result lies inside the rectangle that it was cut from: what does not fit is smaller or empty, never outside.
extension Rectangle {
  /// The area without a margin on each side.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rectangle {
    Rectangle(
      column: origin.column + min(columns, size.columns), row: origin.row + min(rows, size.rows),
      columns: size.columns - 2 * columns, rows: size.rows - 2 * rows)
  }

  /// Takes rows off the top: they are returned, the rest stays.
  package mutating func takeTop(_ rows: Int) -> Rectangle {
    let (taken, rest) = split(rows: rows)
    self = rest
    return taken
  }

  /// Takes rows off the bottom: they are returned, the rest stays.
  package mutating func takeBottom(_ rows: Int) -> Rectangle {
    let (rest, taken) = split(rows: size.rows - max(0, rows))
    self = rest
    return taken
  }

  /// Takes columns off the left side: they are returned, the rest stays.
  package mutating func takeLeft(_ columns: Int) -> Rectangle {
    let (taken, rest) = split(columns: columns)
    self = rest
    return taken
  }

  /// Takes columns off the right side: they are returned, the rest stays.
  package mutating func takeRight(_ columns: Int) -> Rectangle {
    let (rest, taken) = split(columns: size.columns - max(0, columns))
    self = rest
    return taken
  }

  /// An area of `size`, or as much of it as fits, in the middle of this one; for dialogs.
  package func centered(_ size: Size) -> Rectangle {
    let columns = min(size.columns, self.size.columns)
    let rows = min(size.rows, self.size.rows)
    return Rectangle(
      column: origin.column + (self.size.columns - columns) / 2, row: origin.row + (self.size.rows - rows) / 2,
      columns: columns, rows: rows)
  }

  private func split(rows: Int) -> (top: Rectangle, bottom: Rectangle) {
    let height = min(max(0, rows), size.rows)
    return (
      Rectangle(origin: origin, size: Size(columns: size.columns, rows: height)),
      Rectangle(origin: origin.offset(rows: height), size: Size(columns: size.columns, rows: size.rows - height))
    )
  }

  private func split(columns: Int) -> (left: Rectangle, right: Rectangle) {
    let width = min(max(0, columns), size.columns)
    return (
      Rectangle(origin: origin, size: Size(columns: width, rows: size.rows)),
      Rectangle(origin: origin.offset(columns: width), size: Size(columns: size.columns - width, rows: size.rows))
    )
  }
}
