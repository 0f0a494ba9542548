import Testing

@testable import Terminal

@Suite("Colours of the terminal")
struct ColorDepthTests {
  @Test(
    "A colour becomes the nearest one",
    arguments: [
      ("#000000", ColorDepth.palette256, 16), ("#ffffff", .palette256, 231), ("#5f87af", .palette256, 67),
      ("#808080", .palette256, 244), ("#fe0101", .ansi16, 9),
      // Where red, green and blue alone would be nearer to another one.
      ("#2e3748", .palette256, 237), ("#8fb8f0", .ansi16, 7), ("#8fb8f0", .ansi8, 7), ("#f2c265", .ansi8, 3),
      ("#f59a9a", .ansi8, 7), ("#8ccf9a", .ansi16, 2), ("#1b1f27", .ansi16, 0), ("#586e75", .ansi16, 8),
      ("#fe0101", .ansi8, 1), ("#0000ee", .ansi8, 4),
      ("#000000", .trueColor, 8), ("#123456", .trueColor, 0x123456), ("default", .trueColor, -1),
      ("#ff0000", .none, -1),
    ])
  func nearest(text: String, depth: ColorDepth, number: Int32) {
    #expect(depth.number(Color(text)) == number)
  }

  @Test(
    "A style as control sequences uses what the terminal has",
    arguments: [
      ("#ff0000 on #000000", ColorDepth.trueColor, "0;1;38;2;255;0;0;48;2;0;0;8"),
      ("#ff0000 on #000000", .palette256, "0;1;38;5;196;48;5;16"), ("#ff0000 on #000000", .ansi16, "0;1;91;40"),
      ("#ff0000 on #000000", .ansi8, "0;1;31;40"), ("#ff0000 on #000000", .none, "0;1"),
      ("default on default", .palette256, "0;1"),
    ])
  func sequences(text: String, depth: ColorDepth, expected: String) {
    let words = text.split(separator: " ").map(String.init)
    let style = Style(foreground: Color(words[0]), background: Color(words[2]), attributes: .bold)
    #expect(depth.sequence(for: style) == "\u{1B}[\(expected)m")
  }

  @Test("A frame as lines ends each in the terminal's own look")
  func lines() {
    var frame = Frame(Size(columns: 4, rows: 2))
    frame.write("日x", at: Position(column: 0, row: 0), style: .reverse)
    #expect(frame.lines(in: .none) == ["\u{1B}[0;7m日x\u{1B}[0m \u{1B}[0m", "\u{1B}[0m    \u{1B}[0m"])
  }

  @Test("A text never vanishes in its background", arguments: [ColorDepth.ansi8, .ansi16, .palette256])
  func contrast(depth: ColorDepth) {
    for (foreground, background) in [("#101010", "#141414"), ("#f8f8f8", "#f9f9f9"), ("#c00000", "#c80000")] {
      let numbers = depth.numbers(of: Style(foreground: Color(foreground), background: Color(background)))
      #expect(numbers.foreground != numbers.background)
    }
  }

  @Test(
    "What is nearly grey is grey where there are few colours",
    arguments: [
      ("#5d6878", "#1b1f27", ColorDepth.ansi8, 7), ("#5d6878", "#1b1f27", .ansi16, 8),
      ("#9aa4b4", "#1b1f27", .ansi8, 7),
      ("#8ccf9a", "#1b1f27", .ansi8, 2), ("#666e7a", "#ffffff", .ansi8, 0),
    ])
  func grey(foreground: String, background: String, depth: ColorDepth, number: Int32) {
    let style = Style(foreground: Color(foreground), background: Color(background))
    #expect(depth.numbers(of: style).foreground == number)
  }

  @Test(
    "A text is as easy to read as it was meant, where the nearest colour is not",
    arguments: [
      // A grey-blue is nearest to blue, which cannot be read on black.
      ("#6078a8", "#000000", ColorDepth.ansi8), ("#6078a8", "#000000", .ansi16), ("#777777", "#ffffff", .ansi8),
      ("#8a6d00", "#ffffff", .ansi16), ("#767676", "#ffffff", .palette256), ("#5c6370", "#282c34", .palette256),
    ])
  func legible(foreground: String, background: String, depth: ColorDepth) throws {
    let (front, back) = try (#require(Color(foreground)), #require(Color(background)))
    let numbers = depth.numbers(of: Style(foreground: front, background: back))
    let ratio = Contrast.ratio(
      XtermPalette.colors[Int(numbers.foreground)], XtermPalette.colors[Int(numbers.background)])
    let meant = try #require(Contrast.ratio(front, back))
    #expect(try #require(ratio) >= min(meant, depth == .palette256 ? 4.5 : 3))
  }
}
