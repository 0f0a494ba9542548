import Testing

@testable import Terminal

@Suite("Frames")
struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int) -> Frame { Frame(Size(columns: columns, rows: rows)) }

  @Test("Text is clipped at the frame and at its width, and tells where it ended")
  func clipping() {
    var frame = frame(6, 2)
    #expect(frame.write("abc", at: Position(column: 0, row: 0)) == 3)
    #expect(frame.write("defgh", at: Position(column: 3, row: 0)) == 6)
    #expect(frame.write("12345", at: Position(column: 1, row: 1), width: 2) == 3)
    frame.write("nowhere", at: Position(column: 0, row: 2))
    frame.write("nowhere", at: Position(column: 0, row: -1))
    #expect(frame.text == "abcdef\n 12")
  }

  @Test("A text that starts left of the frame shows its end")
  func leftEdge() {
    var frame = frame(4, 1)
    frame.write("日本", at: Position(column: -1, row: 0))
    #expect(frame.text == " 本")
  }

  @Test("A wide cluster is never cut in half, by an edge or by what is written over it")
  func wide() {
    var frame = frame(5, 1)
    #expect(frame.write("日本語", at: Position(column: 0, row: 0)) == 4)
    #expect(frame.text == "日本")
    frame.write("x", at: Position(column: 1, row: 0))
    #expect(frame.text == " x本")
    frame.write("漢", at: Position(column: 1, row: 0))
    #expect(frame.text == " 漢")
    #expect(frame.cell(at: Position(column: 2, row: 0))?.isContinuation == true)
  }

  @Test("Nothing unsafe gets into a cell")
  func safe() {
    var frame = frame(10, 1)
    frame.write("a\u{1B}[2J\u{7}\u{202E}b", at: Position(column: 0, row: 0))
    frame.fill(Rectangle(column: 5, row: 0, columns: 2, rows: 1), "\u{7}")
    frame.fill(Rectangle(column: 7, row: 0, columns: 2, rows: 1), "日")
    #expect(frame.text == "ab")
  }

  @Test("A text takes the background that it stands on, and a style can be laid over later")
  func styles() throws {
    let blue = try #require(Color("#0000ff"))
    var frame = frame(8, 1)
    frame.fill(frame.bounds, style: Style(background: blue))
    frame.write("ab", at: Position(column: 1, row: 0), style: .bold)
    frame.restyle(Rectangle(column: 6, row: 0, columns: 9, rows: 9), .reverse)
    #expect(frame.styles == "0:0-0 on #0000ff\n0:1-2 on #0000ff bold\n0:3-5 on #0000ff\n0:6-7 on #0000ff reverse")
  }

  @Test("A box has a border, a title that fits, and says what is inside")
  func box() {
    var frame = frame(12, 3)
    let inner = frame.box(frame.bounds, title: "A long title", glyphs: .lines)
    #expect(frame.text == "┌─ A lon… ─┐\n│          │\n└──────────┘")
    #expect(inner == Rectangle(column: 1, row: 1, columns: 10, rows: 1))
    #expect(frame.box(Rectangle(column: 0, row: 0, columns: 1, rows: 3), glyphs: .ascii).isEmpty)
  }

  @Test("Parts cut off an area stay inside it")
  func layout() {
    var area = Rectangle(column: 2, row: 1, columns: 10, rows: 4)
    #expect(area.takeTop(1) == Rectangle(column: 2, row: 1, columns: 10, rows: 1))
    #expect(area.takeBottom(1) == Rectangle(column: 2, row: 4, columns: 10, rows: 1))
    #expect(area.takeRight(3) == Rectangle(column: 9, row: 2, columns: 3, rows: 2))
    #expect(area.takeLeft(99) == Rectangle(column: 2, row: 2, columns: 7, rows: 2))
    #expect(area.isEmpty)
    #expect(area.takeBottom(5).isEmpty)
  }

  @Test("Colours are read as they are written", arguments: ["#000000", "#0a0b0c", "#ffffff", "default"])
  func color(text: String) throws {
    #expect(try #require(Color(text)).description == text)
  }

  @Test("What is no colour is refused", arguments: ["", "#fff", "ffffff", "#gggggg", "#+12345", "#1234567", "red"])
  func noColor(text: String) {
    #expect(Color(text) == nil)
  }
}
