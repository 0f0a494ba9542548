import Foundation

/// Goes through JSON (RFC 8259) whose shape is known, value by value; each step is `nil` where it finds something else, or what
/// is no JSON.
///
/// It tells no mistakes: what it does not understand is read again by a `JSONDecoder`, which does, and takes ten times as long.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether nothing but white space follows.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  /// Goes past a character, if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Goes past a word of JSON: `null`, `true` or `false`.
  mutating func take(word: StaticString) -> Bool {
    skipSpace()
    guard starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) else { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  /// The members of an object: `body` is called before each value, with its key as it stands there, and goes past the value.
  mutating func members(_ body: (UnsafeBufferPointer<UInt8>, inout JSONScanner) -> Void?) -> Void? {
    guard take("{") else { return nil }
    if take("}") { return () }
    repeat {
      guard let key = plainString(), take(":"), body(key, &self) != nil else { return nil }
    } while take(",")
    return take("}") ? () : nil
  }

  /// The elements of an array: `body` goes past one.
  mutating func elements(_ body: (inout JSONScanner) -> Void?) -> Void? {
    guard take("[") else { return nil }
    if take("]") { return () }
    repeat {
      guard body(&self) != nil else { return nil }
    } while take(",")
    return take("]") ? () : nil
  }

  mutating func flag() -> Bool? {
    if take(word: "true") { return true }
    return take(word: "false") ? false : nil
  }

  mutating func string() -> String? {
    guard let (characters, form) = characters() else { return nil }
    return text(characters, form)
  }

  private func text(_ characters: UnsafeBufferPointer<UInt8>, _ form: StringForm) -> String? {
    form == .escaped ? unescaped(characters) : String(validating: characters, as: UTF8.self)
  }

  /// The characters of a string of ASCII without escapes, as keys and times are; `nil` for any other one.
  mutating func plainString() -> UnsafeBufferPointer<UInt8>? {
    guard let (characters, form) = characters(), form == .plain else { return nil }
    return characters
  }

  private enum StringForm {
    case plain, beyondASCII, escaped
  }

  /// The characters of a string, with its escapes.
  private mutating func characters() -> (UnsafeBufferPointer<UInt8>, StringForm)? {
    guard take("\"") else { return nil }
    let start = index
    var form = StringForm.plain
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return (UnsafeBufferPointer(rebasing: bytes[start..<index - 1]), form)
      case UInt8(ascii: "\\"):
        form = .escaped
        index += 2
      case ..<0x20: return nil
      case 0x80...:
        if form == .plain { form = .beyondASCII }
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  /// Goes past any value; `nil` also for one that is deeper than anything an org sends.
  mutating func skip() -> Void? {
    skipSpace()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""):
      guard let (characters, form) = characters() else { return nil }
      return form == .plain || text(characters, form) != nil ? () : nil
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.deepest else { return nil }
      depth += 1
      defer { depth -= 1 }
      return bytes[index] == UInt8(ascii: "{") ? members { _, scanner in scanner.skip() } : elements { $0.skip() }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: return take(word: "null") || flag() != nil ? () : nil
    }
  }

  private static let deepest = 32

  /// Goes past a number (RFC 8259, §6).
  private mutating func number() -> Void? {
    _ = take(oneOf: "-")
    guard take(oneOf: "0") || digits() else { return nil }
    if take(oneOf: ".") { guard digits() else { return nil } }
    if take(oneOf: "eE") {
      _ = take(oneOf: "+-")
      guard digits() else { return nil }
    }
    return ()
  }

  private mutating func digits() -> Bool {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
    return index > start
  }

  private mutating func take(oneOf characters: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    guard index < bytes.count, wanted.contains(bytes[index]) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private func starts(with other: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count - index >= other.count && bytes[index..<index + other.count].elementsEqual(other)
  }

  private func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
    var text: [UInt16] = []
    var result = ""
    var index = 0
    /// A pair of surrogates stands for one character.
    func takeUnits() -> Bool {
      guard !text.isEmpty else { return true }
      guard let part = String(validating: text, as: UTF16.self) else { return false }
      result += part
      text = []
      return true
    }
    while index < raw.count {
      if raw[index] != UInt8(ascii: "\\") {
        let end = raw[index...].firstIndex(of: UInt8(ascii: "\\")) ?? raw.count
        guard takeUnits(), let part = String(validating: raw[index..<end], as: UTF8.self) else { return nil }
        result += part
        index = end
        continue
      }
      guard index + 1 < raw.count else { return nil }
      let letter = raw[index + 1]
      index += 2
      if letter == UInt8(ascii: "u") {
        guard index + 4 <= raw.count, let unit = Self.hexadecimal(raw[index..<index + 4]) else { return nil }
        text.append(unit)
        index += 4
      } else {
        guard let character = Self.escaped(letter) else { return nil }
        text.append(character)
      }
    }
    return takeUnits() ? result : nil
  }

  private static func hexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16? {
    var value: UInt16 = 0
    for digit in digits {
      guard let number = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(number)
    }
    return value
  }

  private static func escaped(_ letter: UInt8) -> UInt16? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): UInt16(letter)
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }
}
