/// Reads JSON from bytes and says of a mistake where it is.
///
/// The sentences are those of the Jackson parser, which Salesforce uses and whose messages it passes on; so is the column,
/// which is the one after the character that was not understood.
struct JSONReader {
  /// Deeper values are refused, so that no request can exhaust the stack.
  static let maximumDepth = 500

  let bytes: [UInt8]
  var index = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0
  /// What the innermost value around is called in messages.
  private var scope = "ROOT"

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    lineStart = index
  }

  /// The one value of the text.
  mutating func document() throws(JSONError) -> JSON {
    skipSpace()
    guard peek != nil else { throw error("No content to map to Object due to end of input") }
    let value = try value()
    skipSpace()
    guard peek == nil else { throw unexpected("expected end of input") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    guard let byte = peek else { throw error("Unexpected end-of-input within/between \(scope) entries") }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return try word()
    default: throw unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')")
    }
  }

  // MARK: Objects and arrays

  private mutating func members() throws(JSONError) -> [JSON.Member] {
    let start = try open("OBJECT")
    var members: [JSON.Member] = []
    while try !closes(with: UInt8(ascii: "}"), "OBJECT", from: start, isFirst: members.isEmpty) {
      guard peek == UInt8(ascii: "\"") else { throw unexpected("was expecting double-quote to start field name") }
      let key = try string()
      skipSpace()
      guard peek == UInt8(ascii: ":") else {
        throw unexpected("was expecting a colon to separate field name and value")
      }
      index += 1
      skipSpace()
      let position = position
      members.append(JSON.Member(key: key, value: try value(), position: position))
    }
    return members
  }

  private mutating func elements() throws(JSONError) -> [JSON] {
    let start = try open("ARRAY")
    var elements: [JSON] = []
    while try !closes(with: UInt8(ascii: "]"), "ARRAY", from: start, isFirst: elements.isEmpty) {
      elements.append(try value())
    }
    return elements
  }

  private mutating func open(_ scope: String) throws(JSONError) -> JSON.Position {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw error("Document nesting depth (\(depth)) exceeds the maximum allowed (\(Self.maximumDepth))")
    }
    let start = position
    index += 1
    self.scope = scope
    return start
  }

  /// Whether the object or array ends here; if it does not, the next entry follows.
  private mutating func closes(
    with end: UInt8, _ scope: String, from start: JSON.Position, isFirst: Bool
  ) throws(JSONError) -> Bool {
    self.scope = scope
    skipSpace()
    guard let byte = peek else {
      throw error("Unexpected end-of-input: expected close marker for \(scope) (from \(start))")
    }
    if byte == end {
      index += 1
      depth -= 1
      return true
    }
    if isFirst { return false }
    guard byte == UInt8(ascii: ",") else { throw unexpected("was expecting comma to separate \(scope) entries") }
    index += 1
    skipSpace()
    return false
  }

  // MARK: Where we are

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var position: JSON.Position { JSON.Position(line: line, column: index - lineStart + 1) }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
      if byte == 0x0A {
        line += 1
        lineStart = index
      }
    }
  }

  func error(_ message: String) -> JSONError { JSONError(message: message, position: position) }

  /// The character here is not what it should be.
  mutating func unexpected(_ expectation: String) -> JSONError {
    guard peek != nil else { return error("Unexpected end-of-input: \(expectation)") }
    let character = shownCharacter()
    return error("Unexpected character (\(character)): \(expectation)")
  }

  /// The character here, as messages show it; goes past it.
  mutating func shownCharacter() -> String {
    var rest = bytes[index...].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
      defer { index += 1 }
      return "code \(bytes[index])"
    }
    index += UTF8.width(scalar)
    return scalar.value < 0x20 ? "(CTRL-CHAR, code \(scalar.value))" : "'\(scalar)' (code \(scalar.value))"
  }
}
