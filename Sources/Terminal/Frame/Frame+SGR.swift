extension Frame {
  /// The rows as lines for a terminal that has so many colours, without a screen: with control sequences, each line back
  /// to the terminal's own look at its end.
  package func lines(in depth: ColorDepth) -> [String] {
    (0..<size.rows)
      .map { row in
        let cells = Array(self.row(row))
        let runs = styleRuns(ofRow: row)
          .map { run in
            depth.sequence(for: run.style) + String(cells[run.columns].filter { !$0.isContinuation }.map(\.character))
          }
        return runs.joined() + "\u{1B}[0m"
      }
  }
}

extension ColorDepth {
  /// What switches a terminal from any look to a style: ECMA-48, SGR; xterm control sequences, "Character Attributes", for
  /// more than 8 colours.
  func sequence(for style: Style) -> String {
    let numbers = numbers(of: style)
    let attributes = ColorDepth.attributes.filter { style.attributes.contains($0.attribute) }.map { "\($0.code)" }
    let colors = [parameters(numbers.foreground, base: 30), parameters(numbers.background, base: 40)]
    return "\u{1B}[\((["0"] + attributes + colors.compactMap(\.self)).joined(separator: ";"))m"
  }

  private static let attributes: [(attribute: TextAttributes, code: Int)] = [
    (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7), (.strikethrough, 9),
  ]

  /// - Parameter number: As for ncurses; negative for the terminal's own colour.
  private func parameters(_ number: Int32, base: Int32) -> String? {
    guard number >= 0 else { return nil }
    switch self {
    case .none: return nil
    case .trueColor: return "\(base + 8);2;\(number >> 16);\(number >> 8 & 255);\(number & 255)"
    case .palette256: return "\(base + 8);5;\(number)"
    case .ansi8, .ansi16: return "\(number < 8 ? base + number : base + 52 + number)"
    }
  }
}
