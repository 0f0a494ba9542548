import Testing

@testable import Terminal

@Suite("What ncurses sends is sent in fewer bytes")
struct RenditionTests {
  @Test(
    "Only what changes of a style is sent",
    arguments: [
      ("\u{1B}[38;5;253m\u{1B}[48;5;234ma", "\u{1B}[38;5;253;48;5;234ma"),
      ("\u{1B}[31ma\u{1B}[31mb", "\u{1B}[31mab"),
      ("\u{1B}[38;5;9m\u{1B}[48;5;1ma\u{1B}[38;5;8m\u{1B}[48;5;1mb", "\u{1B}[38;5;9;48;5;1ma\u{1B}[38;5;8mb"),
      ("\u{1B}[1;31ma\u{1B}[0m\u{1B}[31mb", "\u{1B}[1;31ma\u{1B}[22mb"),
      ("\u{1B}[1;2ma\u{1B}[0;1mb", "\u{1B}[1;2ma\u{1B}[0;1mb"),
      ("\u{1B}[7;4ma\u{1B}[mb", "\u{1B}[4;7ma\u{1B}[mb"),
      ("\u{1B}[38:2::1:2:3ma\u{1B}[39mb", "\u{1B}[38:2::1:2:3ma\u{1B}[mb"),
      ("\u{1B}[38;2;1;2;3m\u{1B}[9ma\u{1B}[39mb\u{1B}[29mc", "\u{1B}[9;38;2;1;2;3ma\u{1B}[39mb\u{1B}[mc"),
      ("\u{1B}[96;107ma\u{1B}[39;49mb", "\u{1B}[96;107ma\u{1B}[mb"),
      ("a\u{1B}[31m\u{1B}[2;3Hb\u{1B}[K", "a\u{1B}[31m\u{1B}[2;3Hb\u{1B}[K"),
      ("\u{1B}(B\u{1B}[1ma\u{1B}(B\u{1B}[mb\u{1B}(0q\u{1B}(Bc", "\u{1B}(B\u{1B}[1ma\u{1B}[mb\u{1B}(0q\u{1B}(Bc"),
    ])
  func reduced(sent: String, expected: String) {
    var filter = RenditionFilter()
    _ = filter.reduce([UInt8(ascii: " ")])
    #expect(String(decoding: filter.reduce(Array(sent.utf8)), as: UTF8.self) == expected)
  }

  @Test("It begins from nothing known, and after somebody else had the terminal")
  func begins() {
    var filter = RenditionFilter()
    #expect(filter.reduce(Array("a".utf8)) == Array("\u{1B}[0ma".utf8))
    #expect(filter.reduce(Array("\u{1B}[1mb".utf8)) == Array("\u{1B}[1mb".utf8))
    filter.forget()
    #expect(filter.reduce(Array("c".utf8)) == Array("\u{1B}[0m\u{1B}[1mc".utf8))
  }

  @Test("A sequence that is not known is sent as it is, and all of the style after it")
  func unknown() {
    var filter = RenditionFilter()
    _ = filter.reduce(Array("\u{1B}[31m ".utf8))
    let sent = filter.reduce(Array("\u{1B}[53ma".utf8))
    #expect(sent == Array("\u{1B}[53m\u{1B}[0m\u{1B}[31ma".utf8))
  }
}
