/// A SOSL search by name for records of some objects, for look-ahead: each word may be the beginning of one.
///
/// See SOQL and SOSL Reference, "FIND {SearchQuery}": words without an operator between them must all be there, `*` stands
/// for the rest of a word, and a term of fewer than two characters is refused.
package struct RecordSearch: Sendable, Equatable {
  package let words: [String]
  package let objects: [OrgObject]
  /// The most records of each object.
  package let limit: Int

  /// `nil` for a text of which nothing can be searched for.
  package init?(_ text: String, in objects: [OrgObject], limit: Int = 20) {
    words = text.split(whereSeparator: \.isWhitespace).map(String.init).filter(Self.isSearchable)
    self.objects = objects
    self.limit = limit
    if words.isEmpty || objects.isEmpty { return nil }
  }

  /// A single letter is too short, but not a single Chinese, Japanese or Korean character.
  private static func isSearchable(_ word: String) -> Bool {
    let characters = word.filter { $0.isLetter || $0.isNumber }
    return characters.count > 1 || characters.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  /// - Parameter onlyNecessary: for a user who may not read one of the other fields.
  package func sosl(onlyNecessary: Bool = false) -> String {
    let targets = objects.map { object in
      let fields = object.fieldNames(onlyNecessary: onlyNecessary).joined(separator: ", ")
      let condition = object == .user ? " WHERE UserType = 'Standard' AND IsActive = true" : ""
      return "\(object.rawValue)(\(fields)\(condition) LIMIT \(limit))"
    }
    let term = words.map { Self.escaped($0) + "*" }.joined(separator: " ")
    return "FIND {\(term)} IN NAME FIELDS RETURNING \(targets.joined(separator: ", "))"
  }

  /// Whatever the user typed stays a text; an operator in capitals becomes a word.
  private static func escaped(_ word: String) -> String {
    word.lowercased()
      .reduce(into: "") { escaped, character in
        if reserved.contains(character) { escaped.append("\\") }
        escaped.append(character)
      }
  }

  private static let reserved: Set<Character> = [
    "?", "&", "|", "!", "{", "}", "[", "]", "(", ")", "^", "~", "*", ":", "\\", "\"", "'", "+", "-",
  ]
}
