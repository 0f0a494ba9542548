import Terminal

/// The line that says what the most useful keys do; what does not fit is left to the help, which is always there, as is the way back.
struct Hints {
  let bindings: [KeyBinding]

  private static let gap = 3

  /// What all of them take.
  var width: Int { max(0, all.reduce(0) { $0 + $1.width + Hints.gap } - Hints.gap) }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let area = area.inset(columns: 1)
    var column = area.origin.column
    for hint in fitting(area.size.columns) {
      let row = area.origin.row
      column = frame.write(hint.key, at: Position(column: column, row: row), style: context.theme[.key]) + 1
      column = frame.write(hint.word, at: Position(column: column, row: row), style: context.theme[.muted])
      column += Hints.gap
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
      return Hint(key: DisplayText(key), word: DisplayText(word), mustStay: [.help, .back].contains(binding.command))
    }
  }

  private func fitting(_ columns: Int) -> [Hint] {
    let all = all
    var room = columns - all.filter(\.mustStay).reduce(0) { $0 + $1.width + Hints.gap }
    return all.filter { hint in
      if hint.mustStay { return true }
      guard hint.width <= room else { return false }
      room -= hint.width + Hints.gap
      return true
    }
  }
}
