import Localization

/// Reads TOML 1.0: lines, tables and keys; values are in `TOMLParser+Value.swift`.
struct TOMLParser {
  /// Deeper than anybody writes, and far from what a stack holds.
  static let deepest = 64

  let text: TOMLText
  let bytes: [UInt8]
  var position: Int
  /// The names of what is being read, for mistakes.
  private var path: [String] = []

  init(_ text: TOMLText) {
    self.text = text
    bytes = text.bytes
    position = text.start
  }

  /// A part of a dotted key.
  struct KeyPart {
    let name: String
    let position: Int
  }

  mutating func document() throws(TOMLError) -> TOMLTable {
    let root = TOMLTable(.header, depth: 0)
    var table = root
    while true {
      skipBlanks()
      switch next {
      case nil: return root
      case "\n", "\r", "#": break
      case "[": table = try header(in: root)
      default: try pair(in: table)
      }
      try endOfLine()
    }
  }

  // MARK: Tables

  private mutating func header(in root: TOMLTable) throws(TOMLError) -> TOMLTable {
    path = []
    let start = position
    position += 1
    let isList = take("[")
    let key = try key()
    defer { path = key.map(\.name) }
    try expect("]")
    if isList { try expect("]") }
    var table = root
    for (index, part) in key.dropLast().enumerated() {
      if let parent = table.parent(part.name) {
        table = parent
      } else {
        table = try child(part, of: table, .path, at: start, in: key[...index])
      }
    }
    guard let last = key.last else { throw unexpected() }
    guard let existing = table.entry(last.name) else {
      guard isList else { return try child(last, of: table, .header, at: start, in: key[...]) }
      let tables = TOMLTables()
      table.add(TOMLTable.Entry(key: last.name, position: start, value: .tables(tables), valuePosition: start))
      return try item(of: tables, in: table)
    }
    switch existing.value {
    case .tables(let tables) where isList: return try item(of: tables, in: table)
    case .table(let made) where !isList && made.origin == .path:
      made.origin = .header
      table.move(last.name, to: start)
      return made
    default: throw duplicate(key[...], existing, at: start)
    }
  }

  private func item(of tables: TOMLTables, in table: TOMLTable) throws(TOMLError) -> TOMLTable {
    let item = TOMLTable(.header, depth: try deeper(table.depth))
    tables.all.append(item)
    return item
  }

  /// A new table; what is there by that name already is none that may have more.
  private func child(
    _ part: KeyPart, of table: TOMLTable, _ origin: TOMLTable.Origin, at position: Int, in key: ArraySlice<KeyPart>
  ) throws(TOMLError) -> TOMLTable {
    if let existing = table.entry(part.name) { throw duplicate(key, existing, at: position) }
    let child = TOMLTable(origin, depth: try deeper(table.depth))
    table.add(
      TOMLTable.Entry(key: part.name, position: position, value: .table(child), valuePosition: position))
    return child
  }

  // MARK: Keys

  mutating func pair(in table: TOMLTable) throws(TOMLError) {
    let key = try key()
    try expect("=")
    skipBlanks()
    var table = table
    for (index, part) in key.dropLast().enumerated() {
      if let dotted = table.dotted(part.name) {
        table = dotted
      } else {
        table = try child(part, of: table, .dotted, at: part.position, in: key[...index])
      }
    }
    guard let last = key.last else { throw unexpected() }
    if let existing = table.entry(last.name) { throw duplicate(key[...], existing, at: key[0].position) }
    path += key.map(\.name)
    let (value, start) = try value(depth: table.depth)
    path.removeLast(key.count)
    table.add(TOMLTable.Entry(key: last.name, position: key[0].position, value: value, valuePosition: start))
  }

  /// With the blanks around it.
  private mutating func key() throws(TOMLError) -> [KeyPart] {
    var parts: [KeyPart] = []
    repeat {
      skipBlanks()
      let start = position
      let name =
        switch next {
        case "\"", "'": try line()
        default: bare()
        }
      guard position > start else { throw unexpected() }
      parts.append(KeyPart(name: name, position: start))
      guard parts.count <= Self.deepest else { throw tooDeep() }
      skipBlanks()
    } while take(".")
    return parts
  }

  private mutating func bare() -> String {
    let start = position
    while let byte = next, byte.isLetter || byte.isDigit || byte == "_" || byte == "-" { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  // MARK: Signs

  var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  func isNext(_ sign: Unicode.Scalar, after count: Int = 0) -> Bool {
    position + count < bytes.endIndex && bytes[position + count] == sign
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isNext(sign) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(TOMLError) {
    guard take(sign) else { throw unexpected() }
  }

  mutating func skipBlanks() {
    while let byte = next, byte == " " || byte == "\t" { position += 1 }
  }

  /// A comment, and the end of the line or of the text.
  mutating func endOfLine() throws(TOMLError) {
    skipBlanks()
    if take("#") {
      while let byte = next, !isLineEnd {
        guard !byte.isControl else { throw unexpected() }
        position += 1
      }
    }
    guard next == nil || takeLineEnd() else { throw unexpected() }
  }

  var isLineEnd: Bool { isNext("\n") || isNext("\r") && isNext("\n", after: 1) }

  mutating func takeLineEnd() -> Bool {
    guard isLineEnd else { return false }
    position += isNext("\r") ? 2 : 1
    return true
  }

  // MARK: Mistakes

  func deeper(_ depth: Int) throws(TOMLError) -> Int {
    guard depth < Self.deepest else { throw tooDeep() }
    return depth + 1
  }

  private func tooDeep() -> TOMLError { mistake("this is nested too deeply") }

  func mistake(_ reason: LocalizedText, at position: Int? = nil) -> TOMLError {
    TOMLError(place: text.place(position ?? self.position), problem: .syntax(reason))
  }

  /// What comes next cannot stand there.
  func unexpected() -> TOMLError {
    guard let byte = next, !isLineEnd else { return mistake("the line ends too early") }
    if byte.isControl { return mistake("the control character \(String(byte)) cannot stand here") }
    return mistake("“\(letter)” cannot stand here")
  }

  /// The one that comes next, whole.
  var letter: String {
    String(String(decoding: bytes[position...].prefix(32), as: UTF8.self).prefix(1))
  }

  private func duplicate(_ key: ArraySlice<KeyPart>, _ first: TOMLTable.Entry, at position: Int) -> TOMLError {
    // A mistake is told in one line.
    let name = (path + key.map(\.name)).joined(separator: ".").map { $0.isNewline ? " " : $0 }
    return TOMLError(
      place: text.place(position),
      problem: .duplicate(key: String(name), firstLine: text.place(first.position).line))
  }
}

extension TOMLTable {
  /// The table by a name through which a line `[a.b]` leads; the last one of a list.
  fileprivate func parent(_ name: String) -> TOMLTable? {
    switch self[name] {
    case .table(let table) where table.origin != .inline: table
    case .tables(let tables): tables.all.last
    default: nil
    }
  }

  /// The table by a name to which a dotted key adds.
  fileprivate func dotted(_ name: String) -> TOMLTable? {
    guard let table = self[name]?.table, table.origin == .dotted || table.origin == .path else { return nil }
    table.origin = .dotted
    return table
  }
}

func ~= (sign: Unicode.Scalar, byte: UInt8?) -> Bool { byte == UInt8(ascii: sign) }

extension UInt8 {
  static func == (byte: UInt8, sign: Unicode.Scalar) -> Bool { byte == UInt8(ascii: sign) }

  var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// One that may stand nowhere.
  var isControl: Bool { self < 0x20 && self != 0x09 || self == 0x7F }
}
