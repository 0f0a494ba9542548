/// One character cell of a frame.
///
/// A cluster wider than one column stands in its first cell; the cells after it are continuations (`width` 0).
package struct Cell: Hashable, Sendable {
  package private(set) var character: Character
  /// Columns that the cluster takes; 0 for the cell of a cluster that began further left.
  package private(set) var width: Int
  package var style: Style

  private init(character: Character, width: Int, style: Style) {
    self.character = character
    self.width = width
    self.style = style
  }

  init(_ cluster: Cluster, style: Style) {
    self.init(character: cluster.character, width: cluster.width, style: style)
  }

  static func blank(_ style: Style) -> Cell { Cell(character: " ", width: 1, style: style) }
  static func continuation(_ style: Style) -> Cell { Cell(character: " ", width: 0, style: style) }

  package var isContinuation: Bool { width == 0 }
}
