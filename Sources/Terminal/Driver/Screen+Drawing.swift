import CNcurses
import Glibc

extension Screen {
  /// Shows a frame. Only what differs from the one before is sent; nothing at all if nothing does.
  package func draw(_ frame: Frame) {
    guard isOpen, frame != shown else { return }
    adopt(frame.size)
    for row in 0..<frame.size.rows where shown?.row(row) != frame.row(row) { draw(frame.row(row), row: row) }
    send(title: frame.title, cursor: frame.cursor)
    shown = frame
  }

  /// Sends what differs, all at once, and where the terminal can, to be shown at once.
  private func send(title: DisplayText?, cursor: Position?) {
    guard isXterm, let capture else {
      place(cursor)
      refresh()
      return
    }
    // To hide the cursor is written at once, and belongs to the frame.
    let bytes = capture.bytes {
      place(cursor)
      refresh()
    }
    var text = ""
    if let title, title != shown?.title {
      text = TerminalModes.title(isUTF8 ? title.text : title.text.filter(\.isASCII))
    }
    let sent = Array(text.utf8) + renditions.reduce(bytes)
    let mayBeSplit = sent.count > Self.pieceOfOutput
    let (begin, end) = mayBeSplit ? (TerminalModes.beginUpdate, TerminalModes.endUpdate) : ("", "")
    DescriptorOutput.write(Array(begin.utf8) + sent + Array(end.utf8), to: output)
  }

  /// So many bytes come to a terminal in one piece: the least that every path of the internet passes on whole (RFC 9293,
  /// 3.7.1), which is less than any terminal reads at a time.
  private static let pieceOfOutput = 536

  /// A frame of another size comes after the terminal's size changed.
  private func adopt(_ size: Size) {
    let current = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    if current != size {
      resizeterm(Int32(size.rows), Int32(size.columns))
      clearok(window, true)
      shown = nil
    }
    if shown == nil { erase() }
  }

  private func draw(_ cells: ArraySlice<Cell>, row: Int) {
    var style: Style?
    var look: (attributes: attr_t, pair: Int32) = (0, 0)
    for (column, cell) in cells.enumerated() where !cell.isContinuation {
      // To change a blank's letter colour, and back again, would be half of what a row of a list sends.
      if let style, cell.character == " ", cell.style.looksTheSameOnBlank(as: style) {
        put(cell, row: row, column: column, look)
        continue
      }
      if style != cell.style {
        style = cell.style
        look = self.look(of: cell.style)
      }
      put(cell, row: row, column: column, look)
    }
  }

  private func put(_ cell: Cell, row: Int, column: Int, _ look: (attributes: attr_t, pair: Int32)) {
    if let ascii = cell.character.asciiValue {
      var text: [wchar_t] = [wchar_t(ascii), 0]
      cncurses_put(Int32(row), Int32(column), &text, look.attributes, look.pair)
      return
    }
    var column = column
    for piece in CellGlyphs.pieces(of: cell) {
      let text = piece.scalars.map { wchar_t($0.value) } + [0]
      cncurses_put(Int32(row), Int32(column), text, look.attributes, look.pair)
      column += piece.width
    }
  }

  private func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    let numbers = colors.numbers(of: style)
    let pair = numbers == (-1, -1) ? 0 : max(0, alloc_pair(numbers.foreground, numbers.background))
    return (attributes(style.attributes), pair)
  }

  private func attributes(_ attributes: TextAttributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= cncurses_bold }
    if attributes.contains(.dim) { result |= cncurses_dim }
    if attributes.contains(.italic) { result |= cncurses_italic }
    if attributes.contains(.underline) { result |= cncurses_underline }
    if attributes.contains(.reverse) { result |= cncurses_reverse }
    if attributes.contains(.strikethrough), hasStrikethrough { result |= cncurses_blink }
    return result
  }

  private func place(_ cursor: Position?) {
    guard let cursor else {
      curs_set(0)
      return
    }
    curs_set(1)
    wmove(window, Int32(cursor.row), Int32(cursor.column))
  }
}
