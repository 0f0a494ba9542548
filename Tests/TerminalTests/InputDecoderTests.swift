import Testing

@testable import Terminal

@Suite("Input")
struct InputDecoderTests {
  /// Bytes that need no more to be complete, and the keys they are; a list of keys by name.
  static let keys: [(bytes: String, names: [String])] = [
    ("j", ["j"]), ("A", ["A"]), (" ", ["space"]), ("é日😀", ["é", "日", "😀"]),
    ("\r", ["enter"]), ("\n", ["enter"]), ("\t", ["tab"]), ("\u{7F}", ["backspace"]), ("\u{8}", ["backspace"]),
    ("\u{0}", ["ctrl-space"]), ("\u{3}\u{4}\u{1A}", ["ctrl-c", "ctrl-d", "ctrl-z"]), ("\u{1C}", ["ctrl-\\"]),
    ("\u{1B}x", ["alt-x"]), ("\u{1B}é", ["alt-é"]), ("\u{1B}\r", ["alt-enter"]), ("\u{1B}\u{4}", ["ctrl-alt-d"]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", ["up", "down", "right", "left"]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", ["up", "down", "right", "left"]),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", ["home", "end", "home", "end"]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", ["home", "end", "home", "end"]),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", ["insert", "delete", "pageup", "pagedown"]),
    ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", ["f1", "f2", "f3", "f4"]),
    ("\u{1B}[[A\u{1B}[[E", ["f1", "f5"]),
    ("\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[21~\u{1B}[23~\u{1B}[24~", ["f1", "f5", "f6", "f10", "f11", "f12"]),
    ("\u{1B}[1;5A\u{1B}[1;2B\u{1B}[1;3C\u{1B}[1;6D", ["ctrl-up", "shift-down", "alt-right", "ctrl-shift-left"]),
    ("\u{1B}[3;5~\u{1B}[15;2~\u{1B}[1;5P", ["ctrl-delete", "shift-f5", "ctrl-f1"]),
    ("\u{1B}[Z", ["backtab"]),
    (
      "\u{1B}Oa\u{1B}[a\u{1B}[3^\u{1B}[3$\u{1B}[3@",
      ["ctrl-up", "shift-up", "ctrl-delete", "shift-delete", "ctrl-shift-delete"]
    ),
    ("\u{1B}\u{1B}[A", ["alt-up"]), ("\u{1B}O5A", ["ctrl-up"]),
    ("\u{1B}OM\u{1B}Oj\u{1B}Op", ["enter", "*", "0"]),
    ("\u{1B}[97;5u\u{1B}[13;2u\u{1B}[27u\u{1B}[32;5u", ["ctrl-a", "shift-enter", "esc", "ctrl-space"]),
    ("\u{1B}[27;5;105~", ["ctrl-i"]), ("\u{1B}[97:65;2u", ["A"]),
    ("\u{1B}[99999999999999999999~k", ["k"]), ("\u{1B}[?1;2c\u{1B}[?2026;1$yk", ["k"]),
    ("\u{1B}]0;a title\u{7}k", ["k"]), ("\u{1B}]11;rgb:0/0/0\u{1B}\\k", ["k"]), ("\u{1B}P1$r0m\u{1B}\\k", ["k"]),
    ("\u{1B}[1\u{1}k", ["ctrl-a", "k"]), ("\u{1B}[1;\u{1B}[A", ["up"]),
    ("\u{1B}\u{1B}x", ["esc", "alt-x"]),
  ]

  private func names(_ events: [TerminalEvent]) -> [String] {
    events.map { event in
      if case .key(let press) = event { press.name } else { "\(event)" }
    }
  }

  @Test("Every key is known in the forms that terminals send", arguments: keys)
  func whole(bytes: String, names: [String]) {
    var decoder = InputDecoder()
    #expect(self.names(decoder.feed(bytes.utf8)) == names)
    #expect(decoder.flush().isEmpty)
  }

  @Test("It does not matter where the input is cut", arguments: keys)
  func split(bytes: String, names: [String]) {
    let bytes = Array(bytes.utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      #expect(self.names(events) == names)
    }
  }

  @Test(
    "What may still become a sequence is a key when nothing follows",
    arguments: [
      ("\u{1B}", ["esc"]), ("\u{1B}\u{1B}", ["esc", "esc"]), ("\u{1B}[", ["alt-["]), ("\u{1B}O", ["alt-O"]),
      ("\u{1B}]", ["alt-]"]), ("\u{1B}[1;", []), ("\u{1B}]0;title", []),
    ])
  func pending(bytes: String, names: [String]) {
    var decoder = InputDecoder()
    #expect(decoder.feed(bytes.utf8).isEmpty)
    #expect(decoder.hasPendingEscape)
    #expect(self.names(decoder.flush()) == names)
    #expect(!decoder.hasPendingEscape)
    #expect(self.names(decoder.feed("j".utf8)) == ["j"])
  }

  @Test("Invalid UTF-8 is dropped and the rest stays")
  func invalid() {
    var decoder = InputDecoder()
    let bytes: [UInt8] = [0xFF, 0x61, 0xC3, 0x62, 0xED, 0xA0, 0x80, 0x63, 0xC0, 0xAF, 0xE2, 0x82, 0x64]
    #expect(names(decoder.feed(bytes)) == ["a", "b", "c", "d"])
  }

  @Test("The mouse tells its button, place and modifiers, in both forms")
  func mouse() {
    var decoder = InputDecoder()
    let sgr = decoder.feed(
      "\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<18;2;2M\u{1B}[<0;0;0M".utf8)
    let corner = Position(column: 0, row: 0)
    let place = Position(column: 4, row: 2)
    #expect(
      sgr
        == [
          Mouse(.press(.left), at: place), Mouse(.release, at: place), Mouse(.wheelUp, at: corner),
          Mouse(.wheelDown, at: corner), Mouse(.press(.right), at: Position(column: 1, row: 1), .ctrl),
        ]
        .map(TerminalEvent.mouse))
    #expect(decoder.feed("\u{1B}[M %#\u{1B}[M#%#j".utf8).prefix(2) == sgr.prefix(2))
  }

  @Test("A pasted text is text, whatever is in it, and safe")
  func paste() {
    let bytes = Array("\u{1B}[200~q\r\nd\u{1B}[31m\u{1B}[2 é\u{3}\u{1B}\u{1B}[201~j".utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      #expect(events == [.paste("q\nd[2 é"), .key(KeyPress(.character("j")))])
    }
  }

  @Test("A pause in a paste ends nothing")
  func slowPaste() {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[200~a\u{1B}".utf8)
    #expect(!decoder.hasPendingEscape)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed("[201~".utf8) == [.paste("a")])
  }

  @Test("A paste cannot fill the memory")
  func hugePaste() {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[200~".utf8)
    _ = decoder.feed([UInt8](repeating: 0x61, count: PasteBuffer.limit + 100))
    guard case .paste(let text) = decoder.feed("\u{1B}[201~".utf8).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == PasteBuffer.limit)
  }

  @Test("The focus comes and goes")
  func focus() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[I\u{1B}[O".utf8) == [.focusGained, .focusLost])
  }

  @Test("Any bytes are got through, and the next key is understood", arguments: 0..<200)
  func random(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let alphabet = Array("\u{1B}\u{1B}[[]O<;?:$M~m0129aAuP\u{7}\u{18}\u{9C}é".utf8) + [0x00, 0x80, 0xFF, 0xF0]
    var decoder = InputDecoder()
    for _ in 0..<400 {
      let isAnyByte = UInt8.random(in: 0...3, using: &generator) == 0
      let byte =
        isAnyByte ? UInt8.random(in: 0...255, using: &generator) : alphabet.randomElement(using: &generator) ?? 0
      for event in decoder.feed([byte]) {
        if case .key(let press) = event, case .character(let character) = press.key {
          #expect(DisplayText("é\(character)").width > 0)
        }
      }
    }
    _ = decoder.feed("\u{1B}[201~".utf8)
    _ = decoder.flush()
    #expect(decoder.feed("xyz".utf8).last == .key(KeyPress(.character("z"))))
  }
}
