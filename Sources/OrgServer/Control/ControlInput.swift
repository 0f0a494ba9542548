import OrgModel

/// The members of a JSON object in a control request, read one by one; where one is wrong, the error says what is allowed.
struct ControlInput {
  private let json: JSON

  /// Refuses anything but an object with some of the allowed members.
  init(_ json: JSON, allowing names: [String]) throws(APIError) {
    guard let members = json.members else { throw Self.refusal("a JSON object with \(Self.list(names)) is expected") }
    if let unknown = members.first(where: { !names.contains($0.key) }) {
      throw Self.refusal("'\(unknown.key)' is not known here; there are \(Self.list(names))")
    }
    self.json = json
  }

  /// A member as it is; `nil` where it is not given.
  subscript(name: String) -> JSON? { json[name] }

  func flag(_ name: String) throws(APIError) -> Bool? {
    try read(name, "true or false", \.bool)
  }

  func text(_ name: String) throws(APIError) -> String? {
    try read(name, "a string", \.string)
  }

  func array(_ name: String) throws(APIError) -> [JSON]? {
    try read(name, "an array", \.array)
  }

  func object(_ name: String) throws(APIError) -> [JSON.Member]? {
    try read(name, "an object", \.members)
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(APIError) -> Int? {
    try read(name, "a whole number from \(range.lowerBound) to \(range.upperBound)") { json in
      json.integer.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// The value of one of these names.
  func choice<Value>(_ name: String, among choices: [(name: String, value: Value)]) throws(APIError) -> Value? {
    try read(name, Self.list(choices.map(\.name), or: true)) { json in
      choices.first { $0.name == json.string }?.value
    }
  }

  /// The values that a record's fields are given.
  func fields(_ name: String) throws(APIError) -> Fields? {
    guard let members = try object(name) else { return nil }
    var fields: Fields = [:]
    for member in members {
      guard let value = member.value.fieldValue else {
        throw Self.refusal("\(name).\(member.key) must be a string, a number, true, false or null")
      }
      fields[member.key] = value
    }
    return fields
  }

  /// A member that must be there.
  func required<Value>(_ name: String, _ value: Value?) throws(APIError) -> Value {
    guard let value else { throw Self.refusal("\(name) is needed") }
    return value
  }

  private func read<Value>(
    _ name: String, _ expectation: String, _ convert: (JSON) -> Value?
  ) throws(APIError) -> Value? {
    guard let member = json[name] else { return nil }
    guard let value = convert(member) else { throw Self.refusal("\(name) must be \(expectation)") }
    return value
  }

  static func refusal(_ sentence: String) -> APIError {
    APIError(.jsonParserError, "\(sentence); see docs/org-simulator.md")
  }

  static func list(_ names: [String], or: Bool = false) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "nothing" }
    return "\(names.dropLast().joined(separator: ", ")) \(or ? "or" : "and") \(last)"
  }
}

extension JSON {
  /// The value for a field of a record; `nil` for an array or an object.
  var fieldValue: OrgValue? {
    switch self {
    case .null: .null
    case .bool(let bool): .flag(bool)
    case .integer(let integer): .number(Double(integer))
    case .number(let number): .number(number)
    case .string(let string): .text(string)
    case .array, .object: nil
    }
  }
}
