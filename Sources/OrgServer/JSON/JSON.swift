/// A JSON value whose objects keep the order of their keys, so that answers read as Salesforce's do.
enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A key and its value.
  struct Member: Sendable, Equatable {
    let key: String
    let value: JSON
    /// Where the value begins in the text that it was read from; two members are equal wherever they stood.
    var position = Position(line: 1, column: 1)

    static func == (left: Member, right: Member) -> Bool { left.key == right.key && left.value == right.value }
  }

  /// A place in a text, both counted from 1.
  struct Position: Sendable, Equatable, CustomStringConvertible {
    let line: Int
    let column: Int

    var description: String { "[line:\(line), column:\(column)]" }
  }

  /// The value under a key of an object; `nil` where there is none. Of a key that is given twice, the last one counts.
  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  var array: [JSON]? {
    if case .array(let array) = self { array } else { nil }
  }

  var integer: Int? {
    switch self {
    case .integer(let integer): integer
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}

extension JSON {
  /// An object of the members of several, in the order of their keys, as Salesforce writes descriptions.
  static func sorted(_ parts: JSON...) -> JSON {
    .object(parts.flatMap { $0.members ?? [] }.sorted { $0.key < $1.key })
  }
}

extension JSON {
  /// Two objects are equal in whatever order their keys are.
  static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.count == right.count && left.sorted { $0.key < $1.key } == right.sorted { $0.key < $1.key }
    default: false
    }
  }
}
