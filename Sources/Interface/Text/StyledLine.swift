import Terminal

/// One line of text in several styles.
struct StyledLine: Sendable {
  private(set) var runs: [(text: DisplayText, style: Style)] = []

  static let blank = StyledLine()

  init() {}

  init(_ text: DisplayText, _ style: Style = .plain) {
    runs = [(text, style)]
  }

  init(_ text: String, _ style: Style = .plain) {
    self.init(DisplayText(text), style)
  }

  var width: Int { runs.reduce(0) { $0 + $1.text.width } }

  mutating func append(_ text: String, _ style: Style = .plain) {
    runs.append((DisplayText(text), style))
  }

  mutating func append(_ text: DisplayText, _ style: Style = .plain) {
    runs.append((text, style))
  }
}

extension Frame {
  /// Writes a styled line, at most `width` columns of it; returns the column after it.
  @discardableResult
  mutating func write(_ line: StyledLine, at position: Position, width: Int) -> Int {
    let end = position.column + width
    var column = position.column
    for run in line.runs where column < end {
      column = write(
        run.text, at: Position(column: column, row: position.row), style: run.style, width: end - column)
    }
    return column
  }

  /// Writes a styled line, and where it is too long, a mark at its end.
  mutating func write(_ line: StyledLine, at position: Position, width: Int, mark: DisplayText) {
    guard line.width > width else {
      write(line, at: position, width: width)
      return
    }
    let end = write(line, at: position, width: max(0, width - mark.width))
    write(mark, at: Position(column: end, row: position.row), style: line.runs.last?.style ?? .plain)
  }
}
