import Reminders
import Terminal

extension FormScreen {
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    forgetTrouble()
    switch focus {
    case .priority: priority = cycled(priority, press, \.shownWord)
    case .kind: kind = cycled(kind, press, \.word)
    default: return typeInText { _ = $0.press(press) }
    }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    forgetTrouble()
    return typeInText { $0.insert(text) }
  }

  mutating func forgetTrouble() {
    failure = nil
    errors[focus] = nil
  }

  /// Lets the field that is typed in do something, if it is a text.
  private mutating func typeInText(_ body: (inout TextField) -> Void) -> [Step] {
    if let steps = pickers[focus]?.type(body) { return steps }
    guard var text = texts[focus] else { return [] }
    body(&text)
    texts[focus] = text
    return []
  }

  /// The next value with space or →, the previous one with ←, or the one whose word begins with the letter.
  private func cycled<Value: CaseIterable & Equatable>(
    _ value: Value, _ press: KeyPress, _ word: (Value) -> String
  ) -> Value {
    let all = Array(Value.allCases)
    guard let index = all.firstIndex(of: value) else { return value }
    switch press.key {
    case .right, .character(" "): return all[(index + 1) % all.count]
    case .left: return all[(index + all.count - 1) % all.count]
    case .character(let letter):
      let rotated = all[(index + 1)...] + all[...index]
      return rotated.first { word($0).lowercased().hasPrefix(letter.lowercased()) } ?? value
    default: return value
    }
  }
}
