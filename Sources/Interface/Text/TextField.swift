import Terminal

/// A text that is being typed, with its cursor: one line, or several.
///
/// It counts in grapheme clusters, so that the cursor never stands inside a letter. What is put in is made safe first,
/// since pastes come from anywhere.
struct TextField: Hashable, Sendable {
  private(set) var text: String
  /// The clusters before the cursor.
  private(set) var cursor: Int
  let isMultiline: Bool
  /// The first cluster (or, in several lines, the first line) that is shown.
  var firstVisible = 0

  init(_ text: String = "", isMultiline: Bool = false) {
    self.text = text
    self.isMultiline = isMultiline
    cursor = text.count
  }

  var isEmpty: Bool { text.isEmpty }
  var length: Int { text.count }

  /// Puts a text at the cursor, which is after it then. In a single line, line breaks become spaces.
  mutating func insert(_ raw: String) {
    if raw.count == 1, DisplayText(raw).isEmpty, raw.first?.isNewline == false {
      combine(raw)
      return
    }
    replace(cursor..<cursor, with: safe(raw))
  }

  mutating func deleteBackward() { delete(max(0, cursor - 1)..<cursor) }
  mutating func deleteForward() { delete(cursor..<min(length, cursor + 1)) }
  mutating func deleteWordBackward() { delete(wordStart..<cursor) }
  mutating func deleteToLineStart() { delete(lineStart..<cursor) }

  mutating func deleteToLineEnd() {
    let end = lineEnd
    // At the end of a line the break goes, as in other editors.
    delete(cursor..<(end == cursor ? min(length, end + 1) : end))
  }

  mutating func move(to position: Int) { cursor = min(max(0, position), length) }
  mutating func moveToLineStart() { cursor = lineStart }
  mutating func moveToLineEnd() { cursor = lineEnd }
  mutating func moveWordBackward() { cursor = wordStart }

  mutating func moveWordForward() {
    let characters = Array(text)
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    cursor = index
  }

  private var wordStart: Int {
    let characters = Array(text.prefix(cursor))
    var index = characters.count
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var lineStart: Int {
    text.prefix(cursor).lastIndex(where: \.isNewline).map { text.distance(from: text.startIndex, to: $0) + 1 } ?? 0
  }

  private var lineEnd: Int {
    text.dropFirst(cursor).firstIndex(where: \.isNewline).map { text.distance(from: text.startIndex, to: $0) } ?? length
  }

  private mutating func delete(_ range: Range<Int>) { replace(range, with: "") }

  private mutating func replace(_ range: Range<Int>, with new: String) {
    let before = text.prefix(range.lowerBound) + new
    // What was typed may join the cluster before it, so the cursor is counted again.
    cursor = before.count
    text = String(before + text.dropFirst(range.upperBound))
    cursor = min(cursor, length)
  }

  /// Adds a mark or a joiner, which shows nothing by itself, to the cluster before the cursor if they make one.
  private mutating func combine(_ mark: String) {
    guard cursor > 0, let previous = text.prefix(cursor).last else { return }
    let joined = String(previous) + mark
    guard joined.count == 1, DisplayText(joined).text == joined else { return }
    replace((cursor - 1)..<cursor, with: joined)
  }

  private func safe(_ raw: String) -> String {
    guard isMultiline else {
      return DisplayText(raw.split(whereSeparator: \.isNewline).joined(separator: " ")).text
    }
    return raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { DisplayText($0).text }.joined(separator: "\n")
  }
}
