import Terminal

/// A question on the line above the status bar, and the keys that answer it.
struct MenuLine {
  /// From the longest to the shortest.
  private let questions: [DisplayText]
  private let hints: Hints

  init(_ questions: [String], _ bindings: [KeyBinding]) {
    self.questions = questions.map { DisplayText($0) }
    hints = Hints(bindings: bindings)
  }

  func render(into frame: inout Frame, _ context: Context) {
    var place = Layout(context.size).footer
    frame.fill(place, style: context.theme[.text])
    // A column before the question, two after it, one at the end.
    let room = place.size.columns - hints.width - 4
    guard let question = questions.first(where: { $0.width <= room }) ?? questions.last else { return }
    let end = frame.write(question, at: place.origin.offset(columns: 1), style: context.theme[.accent])
    _ = place.takeLeft(end - place.origin.column + 1)
    hints.render(into: &frame, in: place, context)
  }
}
