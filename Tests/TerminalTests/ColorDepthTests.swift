import Testing

@testable import Terminal

@Suite("Colours of the terminal")
struct ColorDepthTests {
  @Test(
    "A colour becomes the nearest one",
    arguments: [
      ("#000000", ColorDepth.palette256, 16), ("#ffffff", .palette256, 231), ("#5f87af", .palette256, 67),
      ("#808080", .palette256, 244), ("#fe0101", .ansi16, 9), ("#fe0101", .ansi8, 1), ("#0000ee", .ansi8, 4),
      ("#000000", .trueColor, 8), ("#123456", .trueColor, 0x123456), ("default", .trueColor, -1),
      ("#ff0000", .none, -1),
    ])
  func nearest(text: String, depth: ColorDepth, number: Int32) {
    #expect(depth.number(Color(text)) == number)
  }

  @Test("A text never vanishes in its background", arguments: [ColorDepth.ansi8, .ansi16, .palette256])
  func contrast(depth: ColorDepth) {
    for (foreground, background) in [("#101010", "#141414"), ("#f8f8f8", "#f9f9f9"), ("#c00000", "#c80000")] {
      let numbers = depth.numbers(of: Style(foreground: Color(foreground), background: Color(background)))
      #expect(numbers.foreground != numbers.background)
    }
  }
}
