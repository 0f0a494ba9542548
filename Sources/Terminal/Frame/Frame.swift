/// Everything that is on the screen at one moment: a grid of cells, and where the cursor is.
///
/// Writing outside of it does nothing, so a screen needs no checks of its own, and what is written is made safe on the
/// way (`DisplayText`): no cell can hold anything that a terminal would obey.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Where the hardware cursor stands, so that screen readers follow; nil hides it.
  package var cursor: Position?
  /// What the terminal's window or tab is called meanwhile; nil leaves it as it is.
  package var title: DisplayText?
  /// Row by row.
  private(set) var cells: [Cell]

  package init(_ size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.columns * size.rows)
  }

  /// The whole frame.
  package var bounds: Rectangle { Rectangle(origin: Position(column: 0, row: 0), size: size) }

  /// The cell at a position; nil outside of the frame.
  package func cell(at position: Position) -> Cell? {
    bounds.contains(position) ? cells[index(position)] : nil
  }

  /// The cells of one row.
  func row(_ row: Int) -> ArraySlice<Cell> {
    cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  private func index(_ position: Position) -> Int {
    position.row * size.columns + position.column
  }

  /// Puts a cluster on cells that are all inside the frame. A wide cluster that it hits in part becomes blank, so that no
  /// half of one stays behind.
  mutating func put(_ cluster: Cluster, at position: Position, style: Style) {
    replace(cluster, at: position, style: cells[index(position)].style.overlaid(with: style))
  }

  /// As `put`, with exactly this style whatever the cells had before.
  mutating func replace(_ cluster: Cluster, at position: Position, style: Style) {
    let first = index(position)
    let last = first + cluster.width - 1
    if cells[first].isContinuation { blankCluster(covering: first) }
    if last + 1 < cells.count, cells[last + 1].isContinuation { blankCluster(covering: last + 1) }
    cells[first] = Cell(cluster, style: style)
    for index in (first + 1)..<(last + 1) { cells[index] = .continuation(style) }
  }

  /// Lays a style over the cells of an area, on top of the styles they have.
  package mutating func restyle(_ area: Rectangle, _ style: Style) {
    let area = area.intersection(bounds)
    for row in area.rows {
      for column in area.columns {
        let index = index(Position(column: column, row: row))
        cells[index].style = cells[index].style.overlaid(with: style)
      }
    }
  }

  /// Turns the wide cluster that covers a cell into blanks.
  private mutating func blankCluster(covering index: Int) {
    var first = index
    while cells[first].isContinuation { first -= 1 }
    for index in first..<(first + cells[first].width) { cells[index] = .blank(cells[index].style) }
  }
}
