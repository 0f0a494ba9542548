import Testing

@testable import Terminal

@Suite("Names of keys")
struct KeyNameTests {
  @Test(
    "A key has one name, which reads back as the key",
    arguments: [
      (KeyPress(.character("j")), "j"), (KeyPress(.character("A")), "A"), (KeyPress(.character(" ")), "space"),
      (KeyPress(.character("-")), "-"), (KeyPress(.character("-"), .ctrl), "ctrl--"), (KeyPress(.character("é")), "é"),
      (KeyPress(.character("d"), .ctrl), "ctrl-d"), (KeyPress(.character("x"), .alt), "alt-x"),
      (KeyPress(.character(" "), .ctrl), "ctrl-space"), (KeyPress(.enter), "enter"), (KeyPress(.escape), "esc"),
      (KeyPress(.backTab), "backtab"), (KeyPress(.up, [.ctrl, .shift]), "ctrl-shift-up"),
      (KeyPress(.function(12)), "f12"), (KeyPress(.pageDown, .alt), "alt-pagedown"), (KeyPress(.character("f")), "f"),
    ])
  func roundTrip(press: KeyPress, name: String) {
    #expect(press.name == name)
    #expect(KeyPress(named: name) == press)
  }

  @Test(
    "Other spellings mean the same key",
    arguments: [
      ("Ctrl-D", "ctrl-d"), ("shift-tab", "backtab"), ("escape", "esc"), ("return", "enter"), ("↓", "down"),
      ("shift-a", "A"), ("F5", "f5"), ("Space", "space"), ("alt-ctrl-x", "ctrl-alt-x"),
    ])
  func spellings(spelling: String, name: String) {
    #expect(KeyPress(named: spelling)?.name == name)
  }

  @Test(
    "What is no key is refused", arguments: ["", "ctrl-", "jj", "f0", "f25", "hyper-x", "\u{1B}", "\n", "\u{202E}"])
  func unknown(name: String) {
    #expect(KeyPress(named: name) == nil)
  }
}
