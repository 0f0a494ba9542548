/// How large a screen or a part of it is, in character cells.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  /// Negative numbers count as zero.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
