import Terminal

/// A question above the status bar, and the keys that answer it: on one line, or as many more, upwards, as all of them need.
struct MenuLine {
  private let hints: Hints
  /// Where it is.
  let place: Rectangle

  /// - Parameter questions: From the longest to the shortest: the first one beside which the keys fit is asked.
  init(_ questions: [String], _ bindings: [KeyBinding], _ context: Context) {
    let footer = Layout(context.size).footer
    let all = questions.map { Hints(bindings: bindings, lead: $0) }
    let hints = all.first { $0.rows(width: footer.size.columns) == 1 } ?? all.last ?? Hints(bindings: bindings)
    let rows = hints.rows(width: footer.size.columns)
    self.hints = hints
    place = Rectangle(
      origin: footer.origin.offset(rows: 1 - rows), size: Size(columns: footer.size.columns, rows: rows))
  }

  func render(into frame: inout Frame, _ context: Context) {
    frame.fill(place, style: context.theme[.text])
    hints.render(into: &frame, in: place, context)
  }
}
