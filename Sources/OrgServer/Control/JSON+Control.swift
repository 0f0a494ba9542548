import OrgModel

/// Reading what a request to one of the simulator's own endpoints says. What is wrong is told in a sentence that says what
/// is allowed.
extension JSON {
  /// This object; one with members of other names is refused, so that a slip does not go unnoticed.
  @discardableResult
  func allowing(_ names: [String], in whole: String = "The body") throws(APIError) -> JSON {
    guard let members else { throw Self.mistake("\(whole) must be an object with \(Self.listed(names))") }
    if let stranger = members.first(where: { !names.contains($0.key) }) {
      throw Self.mistake("\(whole) has no \(stranger.key); it has \(Self.listed(names))")
    }
    return self
  }

  func text(_ key: String) throws(APIError) -> String? {
    try read(key, "a text", \.string)
  }

  func flag(_ key: String) throws(APIError) -> Bool? {
    try read(key, "true or false", \.bool)
  }

  func object(_ key: String) throws(APIError) -> JSON? {
    try read(key, "an object") { $0.members.map { .object($0) } }
  }

  func list(_ key: String) throws(APIError) -> [JSON]? {
    try read(key, "a list", \.array)
  }

  func whole(_ key: String, _ range: ClosedRange<Int>) throws(APIError) -> Int? {
    try read(key, "a whole number from \(range.lowerBound) to \(range.upperBound)") { json in
      json.integer.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func number(_ key: String, _ range: ClosedRange<Double>) throws(APIError) -> Double? {
    try read(key, "a number from \(range.lowerBound) to \(range.upperBound)") { json in
      json.double.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A number, whole or not.
  var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  /// A list of texts.
  func texts(_ key: String) throws(APIError) -> [String]? {
    try read(key, "a list of texts") { json in
      json.array.flatMap { list in
        let texts = list.compactMap(\.string)
        return texts.count == list.count ? texts : nil
      }
    }
  }

  /// The value of one of these names.
  func choice<Value>(_ key: String, among choices: [(name: String, value: Value)]) throws(APIError) -> Value? {
    try read(key, Self.listed(choices.map(\.name), or: true)) { json in
      choices.first { $0.name == json.string }?.value
    }
  }

  /// The values that a record's fields are given.
  func fields(_ key: String) throws(APIError) -> Fields? {
    guard let members = try object(key)?.members else { return nil }
    var fields: Fields = [:]
    for member in members {
      guard let value = member.value.scalar else {
        throw Self.mistake("\(key).\(member.key) must be a string, a number, true, false or null")
      }
      fields[member.key] = value
    }
    return fields
  }

  /// A value that must be there.
  func required<Value>(_ key: String, _ value: Value?) throws(APIError) -> Value {
    guard let value else { throw Self.mistake("\(key) is needed") }
    return value
  }

  /// The value under a key; `nil` where there is none, or null.
  private func read<Value>(
    _ key: String, _ expected: String, _ value: (JSON) -> Value?
  ) throws(APIError) -> Value? {
    guard let json = self[key], json != .null else { return nil }
    guard let value = value(json) else { throw Self.mistake("\(key) must be \(expected)") }
    return value
  }

  /// Names for a sentence: `a, b and c`.
  static func listed(_ names: [String], or: Bool = false) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "nothing" }
    return "\(names.dropLast().joined(separator: ", ")) \(or ? "or" : "and") \(last)"
  }

  static func mistake(_ sentence: String) -> APIError {
    APIError(.jsonParserError, "\(sentence); see docs/org-simulator.md")
  }

  /// This object with the members of `other`, which count where both have one; objects within are joined too.
  func joined(with other: JSON) -> JSON {
    guard let mine = members, let theirs = other.members else { return other }
    let kept = mine.map { member in
      JSON.Member(key: member.key, value: other[member.key].map { member.value.joined(with: $0) } ?? member.value)
    }
    return .object(kept + theirs.filter { self[$0.key] == nil })
  }
}
