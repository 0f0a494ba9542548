import Localization
import Terminal

/// The lines that say what the most useful keys do; what does not fit is left to the help, which is always there, as is
/// the way back.
struct Hints {
  let bindings: [KeyBinding]
  /// What is said before them.
  var lead: String?

  private static let gap = 3

  private static let mostRows = 3

  /// How many lines of a width all of them need, as far as there is room for so many.
  func rows(width: Int) -> Int {
    (1..<Hints.mostRows)
      .first { rows in fitting(Size(columns: width - 2, rows: rows)).reduce(0) { $0 + $1.count } == all.count }
      ?? Hints.mostRows
  }

  /// What all of them take.
  var width: Int { max(0, all.reduce(0) { $0 + $1.width + Hints.gap } - Hints.gap) }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let area = area.inset(columns: 1)
    for (index, hints) in fitting(area.size).enumerated() {
      let row = area.origin.row + index
      var column = area.origin.column
      if index == 0, let lead {
        column = frame.write(lead, at: area.origin, style: context.theme[.accent]) + Hints.gap
      }
      for hint in hints {
        column = frame.write(hint.key, at: Position(column: column, row: row), style: context.theme[.key]) + 1
        column = frame.write(hint.word, at: Position(column: column, row: row), style: context.theme[.muted])
        column += Hints.gap
      }
    }
  }

  private struct Hint {
    let key: DisplayText
    let word: DisplayText
    let mustStay: Bool
    var width: Int { key.width + 1 + word.width }
  }

  private var all: [Hint] {
    bindings.compactMap { binding in
      guard let key = binding.keys.first?.name, let word = binding.hint else { return nil }
      return Hint(
        key: DisplayText(key), word: DisplayText(localized(LocalizedText(word), "hint")),
        mustStay: [.help, .back].contains(binding.command))
    }
  }

  /// The hints that fit, line by line; what must stay has its room in the last one.
  private func fitting(_ size: Size) -> [[Hint]] {
    let all = all
    let last = max(1, size.rows) - 1
    var rooms = [Int](repeating: size.columns, count: last + 1)
    if let lead { rooms[0] -= DisplayText(lead).width + Hints.gap }
    rooms[last] -= all.filter(\.mustStay).reduce(0) { $0 + $1.width + Hints.gap }
    var lines = [[Hint]](repeating: [], count: last + 1)
    var line = 0
    for hint in all {
      if hint.mustStay {
        lines[last].append(hint)
        continue
      }
      while hint.width > rooms[line], line < last { line += 1 }
      guard hint.width <= rooms[line] else { continue }
      lines[line].append(hint)
      rooms[line] -= hint.width + Hints.gap
    }
    return lines
  }
}
