import Terminal
import Testing

@testable import Interface

@Suite("Typing text")
struct TextFieldTests {
  private func field(_ text: String, keys: String..., isMultiline: Bool = false) -> TextField {
    var field = TextField(text, isMultiline: isMultiline)
    for key in keys {
      guard let press = KeyPress(named: key) else {
        Issue.record("There is no key “\(key)”.")
        continue
      }
      _ = field.press(press)
    }
    return field
  }

  @Test("Letters go in at the cursor")
  func insert() {
    #expect(field("acd", keys: "home", "right", "b").text == "abcd")
    #expect(field("ab", keys: "ctrl-a", "x", "ctrl-e", "y").text == "xaby")
  }

  @Test("What is deleted is a whole letter, however many scalars it has")
  func clusters() {
    #expect(field("a👩‍👩‍👧‍👦", keys: "backspace").text == "a")
    #expect(field("e\u{301}b", keys: "home", "delete").text == "b")
    #expect(field("🇩🇪🇫🇷", keys: "left", "backspace").text == "🇫🇷")
  }

  @Test("A mark that is typed after its letter joins it")
  func combining() {
    var field = field("e")
    field.insert("\u{301}")
    #expect(field.text == "é")
    #expect(field.cursor == 1)
    field.insert("\u{200B}")
    #expect(field.text == "é")
  }

  @Test(
    "Words and lines are deleted",
    arguments: [
      ("call ada now", "ctrl-w", "call ada "), ("call ada  ", "ctrl-w", "call "), ("call ada", "ctrl-u", ""),
      ("call ada", "ctrl-k", "call ada"),
    ])
  func words(text: String, key: String, expected: String) {
    #expect(field(text, keys: key).text == expected)
  }

  @Test("In several lines the keys keep to their line, and ctrl-k at its end takes the break")
  func lines() {
    #expect(field("one\ntwo", keys: "ctrl-u", isMultiline: true).text == "one\n")
    #expect(field("one\ntwo", keys: "ctrl-a", "left", "ctrl-k", isMultiline: true).text == "onetwo")
    #expect(field("one\ntwo", keys: "home", "x", isMultiline: true).text == "one\nxtwo")
  }

  @Test("A paste into one line becomes one line, and is safe")
  func paste() {
    var line = TextField()
    line.insert("one\ntwo\r\n\n\tthree\u{1B}[31m\u{202E}!")
    #expect(line.text == "one two  three!")
    var lines = TextField(isMultiline: true)
    lines.insert("one\r\ntwo\u{7}")
    #expect(lines.text == "one\ntwo")
  }

  @Test("The cursor is always in view, with wide letters too", arguments: 4...20)
  func scrolls(width: Int) {
    var field = TextField("契約更新について call Ada 👩‍👩‍👧‍👦 about renewal")
    var frame = Frame(Size(columns: width, rows: 1))
    for step in 0..<60 {
      field.move(to: step < 30 ? field.length - step : step - 30)
      field.settleLine(width: width)
      let cursor = field.renderLine(into: &frame, at: Position(column: 0, row: 0), width: width, style: .plain)
      #expect((0..<width).contains(cursor.column))
    }
  }

  @Test("Long lines wrap between words, and every letter is on exactly one line", arguments: 4...30)
  func wraps(width: Int) {
    let text = "She asked for a three year price.\n\nBring the usagereportoflastquarter 契約更新について now  "
    let lines = TextField(text, isMultiline: true).lines(width: width)
    let characters = Array(text)
    var next = 0
    for line in lines {
      #expect(line.range.lowerBound == next)
      next = line.range.upperBound
      if next < characters.count, characters[next].isNewline { next += 1 }
    }
    #expect(next == characters.count)
  }

  @Test("Up and down go by lines as they are seen, and keep the column")
  func vertical() {
    var field = TextField("one two three four", isMultiline: true)
    #expect(field.lines(width: 10).map { String($0.characters) } == ["one two ", "three ", "four"])
    field.moveVertically(by: -1, width: 10)
    #expect(field.cursor == 12)
    field.moveVertically(by: -1, width: 10)
    #expect(field.cursor == 4)
    let isAtTop = !field.moveVertically(by: -1, width: 10)
    #expect(isAtTop)
    field.moveVertically(by: 1, width: 10)
    #expect(field.cursor == 12)
  }
}
