import Terminal

extension TextField {
  /// Does what a key does where text is typed; whether it does anything.
  mutating func press(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.character(let character), []): insert(String(character))
    case (.left, []), (.character("b"), .ctrl): move(to: cursor - 1)
    case (.right, []), (.character("f"), .ctrl): move(to: cursor + 1)
    case (.left, .ctrl), (.left, .alt), (.character("b"), .alt): moveWordBackward()
    case (.right, .ctrl), (.right, .alt), (.character("f"), .alt): moveWordForward()
    case (.home, []), (.character("a"), .ctrl): moveToLineStart()
    case (.end, []), (.character("e"), .ctrl): moveToLineEnd()
    case (.backspace, []), (.character("h"), .ctrl): deleteBackward()
    case (.delete, []), (.character("d"), .ctrl): deleteForward()
    case (.character("u"), .ctrl): deleteToLineStart()
    case (.character("k"), .ctrl): deleteToLineEnd()
    case (.character("w"), .ctrl), (.backspace, .alt): deleteWordBackward()
    default: return false
    }
    return true
  }
}
