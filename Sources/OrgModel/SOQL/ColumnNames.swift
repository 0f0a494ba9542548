/// The names under which the columns of a row stand, the same for all rows of an answer.
final class ColumnNames: Sendable {
  /// In the order in which they were selected.
  let all: [String]
  private let positions: [String: Int]

  init(_ names: [String]) {
    all = names
    positions = names.enumerated()
      .reduce(into: [:]) { positions, entry in
        for name in [entry.element, entry.element.lowercased()] where positions[name] == nil {
          positions[name] = entry.offset
        }
      }
  }

  /// Where the column of this name, in any case, stands.
  func position(of name: String) -> Int? { positions[name] ?? positions[name.lowercased()] }
}
