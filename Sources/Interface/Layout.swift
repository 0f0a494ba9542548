import Terminal

/// Where the parts of a screen are.
struct Layout {
  let header: Rectangle
  let body: Rectangle
  /// Hints, or what an action did.
  let footer: Rectangle
  let statusBar: Rectangle

  init(_ size: Size) {
    var rest = Rectangle(origin: Position(column: 0, row: 0), size: size)
    header = rest.takeTop(1)
    statusBar = rest.takeBottom(1)
    footer = rest.takeBottom(1)
    // Air under the header, where there is room for it.
    if size.rows >= 16 { _ = rest.takeTop(1) }
    body = rest
  }
}
