import Reminders
import Terminal

/// Cells in columns, for people: no colour, no control codes.
enum TextTable {
  private static let widest = 60

  /// - Parameter lines: The heading first; all with as many cells.
  static func text(_ lines: [[String]]) -> String {
    let cells = lines.map { $0.map { DisplayText($0) } }
    guard let heading = cells.first else { return "" }
    let widths = heading.indices.map { column in min(widest, cells.map { $0[column].width }.max() ?? 0) }
    return
      cells.map { line in
        zip(line, widths)
          .map { cell, width in
            let cut = cell.truncated(to: width)
            return cut.text + String(repeating: " ", count: width - cut.width)
          }
          .joined(separator: "  ").trimmed
      }
      .joined(separator: "\n")
  }

  /// As many characters as make every Id unique, at least six.
  static func idLength(_ ids: some Collection<ReminderID>) -> Int {
    let ids = Set(ids)
    return (6...32).first { length in Set(ids.map { $0.rawValue.prefix(length) }).count == ids.count } ?? 32
  }
}
