import Terminal

/// A field of several lines, wrapped at the width of its area.
extension TextField {
  /// A line as it is shown: clusters of the text, and the text of them.
  struct VisualLine {
    let range: Range<Int>
    let characters: ArraySlice<Character>
    /// It ends with a line break of the text, so that the cursor may stand behind its last letter.
    let isParagraphEnd: Bool
  }

  func lines(width: Int) -> [VisualLine] {
    let width = max(2, width)
    let characters = Array(text)
    var lines: [VisualLine] = []
    var start = 0
    func finish(at end: Int, isParagraphEnd: Bool) {
      lines.append(
        VisualLine(range: start..<end, characters: characters[start..<end], isParagraphEnd: isParagraphEnd))
    }
    var used = 0
    var wordStart: Int?
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isNewline {
        finish(at: index, isParagraphEnd: true)
        (start, used, wordStart) = (index + 1, 0, nil)
      } else {
        let columns = character.columns
        // A column is left for the cursor; spaces at the end of a line may stand outside of it.
        if used + columns > width - 1, character != " ", index > start {
          let next = wordStart ?? index
          finish(at: next, isParagraphEnd: false)
          (start, used, wordStart, index) = (next, 0, nil, next)
          continue
        }
        used += columns
        if character == " " { wordStart = index + 1 }
      }
      index += 1
    }
    finish(at: characters.count, isParagraphEnd: true)
    return lines
  }

  /// The line and the column of the cursor.
  func cursorPlace(in lines: [VisualLine]) -> (line: Int, column: Int) {
    let line =
      lines.firstIndex { cursor < $0.range.upperBound || ($0.isParagraphEnd && cursor == $0.range.upperBound) }
      ?? max(0, lines.count - 1)
    guard lines.indices.contains(line) else { return (0, 0) }
    let before = lines[line].characters.prefix(max(0, cursor - lines[line].range.lowerBound))
    return (line, DisplayText(String(before)).width)
  }

  /// Moves the cursor by lines as they are shown; whether there was such a line.
  @discardableResult
  mutating func moveVertically(by count: Int, width: Int) -> Bool {
    let lines = lines(width: width)
    let place = cursorPlace(in: lines)
    guard lines.indices.contains(place.line + count) else { return false }
    let target = lines[place.line + count]
    var column = 0
    var position = target.range.lowerBound
    for character in target.characters {
      let columns = character.columns
      guard column + columns <= place.column else { break }
      column += columns
      position += 1
    }
    if position == target.range.upperBound, !target.isParagraphEnd {
      position = max(target.range.lowerBound, position - 1)
    }
    move(to: position)
    return true
  }

  /// Scrolls so that the line of the cursor is in view.
  mutating func settleLines(_ size: Size) {
    let lines = lines(width: size.columns)
    let line = cursorPlace(in: lines).line
    firstVisible = min(firstVisible, line, max(0, lines.count - size.rows))
    firstVisible = max(firstVisible, line - max(1, size.rows) + 1)
  }

  /// Draws the lines in view; returns where the cursor is.
  func renderLines(into frame: inout Frame, in area: Rectangle, style: Style) -> Position {
    let lines = lines(width: area.size.columns)
    for (row, line) in lines.dropFirst(firstVisible).prefix(area.size.rows).enumerated() {
      frame.write(
        DisplayText(String(line.characters)), at: area.origin.offset(rows: row), style: style,
        width: area.size.columns)
    }
    let place = cursorPlace(in: lines)
    return area.origin.offset(
      columns: min(place.column, max(0, area.size.columns - 1)),
      rows: min(max(0, place.line - firstVisible), max(0, area.size.rows - 1)))
  }
}
