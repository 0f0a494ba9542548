import OrgModel

/// Reading what a request to one of the simulator's own endpoints says. What is wrong is told in a sentence that says what
/// is allowed.
extension JSON {
  /// Refuses members of other names, so that a slip does not go unnoticed.
  func allow(_ names: [String], in whole: String) throws(APIError) {
    guard let members else { throw Self.mistake("\(whole) must be an object") }
    if let stranger = members.first(where: { !names.contains($0.key) }) {
      throw Self.mistake("\(whole) has no \(stranger.key); it has \(names.joined(separator: ", "))")
    }
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

  /// The value under a key; `nil` where there is none.
  private func read<Value>(
    _ key: String, _ expected: String, _ value: (JSON) -> Value?
  ) throws(APIError) -> Value? {
    guard let json = self[key] else { return nil }
    guard let value = value(json) else { throw Self.mistake("\(key) must be \(expected)") }
    return value
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
