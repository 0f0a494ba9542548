import Terminal

/// The line that says what the most useful keys do; what does not fit is left to the help.
struct Hints {
  let bindings: [KeyBinding]

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let area = area.inset(columns: 1)
    var column = area.origin.column
    for binding in bindings {
      guard let key = binding.keys.first?.name, let hint = binding.hint else { continue }
      let name = DisplayText(key)
      let word = DisplayText(" " + hint)
      guard column + name.width + word.width <= area.columns.upperBound else { continue }
      let row = area.origin.row
      column = frame.write(name, at: Position(column: column, row: row), style: context.theme[.key])
      column = frame.write(word, at: Position(column: column, row: row), style: context.theme[.muted]) + 3
    }
  }
}
