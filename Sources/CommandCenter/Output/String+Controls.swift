extension String {
  /// Without what a terminal would obey, line ends excepted, which are all `\n`: a task's name comes from strangers, and
  /// may end up on a terminal.
  var withoutControls: String {
    if isPlain { return self }
    var result = UnicodeScalarView()
    for character in self {
      if character.isNewline {
        result.append("\n")
      } else {
        result.append(contentsOf: character.unicodeScalars.filter { !$0.isObeyedByTerminals })
      }
    }
    return String(result)
  }

  /// JSON in which what a terminal would obey stands as an escape, which means the same to whoever reads it. Line ends are
  /// its layout: in a string they are escapes already.
  var withControlsEscaped: String {
    if isPlain { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar != "\n", scalar.isObeyedByTerminals {
        let digits = String(scalar.value, radix: 16)
        result.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether it is of printable ASCII and line ends, as most of what is printed.
  private var isPlain: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A } }
}

extension Unicode.Scalar {
  /// Control characters, those that turn the direction of text, and those that end a line; all have four digits at most.
  fileprivate var isObeyedByTerminals: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: properties.isBidiControl
    }
  }
}
