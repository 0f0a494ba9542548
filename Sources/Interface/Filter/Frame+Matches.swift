import Foundation
import Reminders
import Terminal

extension Frame {
  /// Writes a text with what a filter has found in it set off, by more than colour.
  mutating func write(_ text: DisplayText, at position: Position, style: Style, matching terms: SearchTerms) {
    let matches = terms.matches(in: text.text)
    guard !matches.isEmpty else {
      write(text, at: position, style: style)
      return
    }
    var line = StyledLine()
    let letters = Array(text.text)
    var start = 0
    while start < letters.count {
      let isMatch = matches.contains(start)
      let end = letters[start...].indices.first { matches.contains($0) != isMatch } ?? letters.count
      line.append(
        String(letters[start..<end]), isMatch ? style.overlaid(with: Style(attributes: [.bold, .underline])) : style)
      start = end
    }
    write(line, at: position, width: text.width)
  }
}
