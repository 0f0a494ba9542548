/// A place in a text.
package struct SourcePlace: Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// In letters, from 1.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
