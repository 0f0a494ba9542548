/// Where in a TOML text a key is set; the parser keeps no places.
package struct KeyPlaces {
  /// A key is given a value twice.
  struct Duplicate {
    let key: String
    let place: SourcePlace
    let firstLine: Int
  }

  private var keys: [String: SourcePlace] = [:]
  private var values: [String: SourcePlace] = [:]
  /// The first one; the parser refuses the text for it, in words that few understand.
  private(set) var duplicate: Duplicate?

  package init(_ text: String) {
    var table = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      func place(_ position: Substring.Index) -> SourcePlace {
        SourcePlace(line: index + 1, column: line.distance(from: line.startIndex, to: position) + 1)
      }
      let content = line.drop(while: \.isWhitespace)
      if content.hasPrefix("#") { continue }
      if content.hasPrefix("[") {
        let name = KeyPlaces.name(content.dropFirst().prefix { $0 != "]" })
        add(name, place(content.startIndex))
        table = name + "."
      } else if let equals = content.firstIndex(of: "=") {
        let key = table + KeyPlaces.name(content[..<equals])
        add(key, place(content.startIndex))
        let value = content[equals...].dropFirst().drop { $0.isWhitespace }
        let isQuoted = value.first == "\"" || value.first == "'"
        values[key] = place(isQuoted ? value.index(after: value.startIndex) : value.startIndex)
      }
    }
  }

  /// - Parameter key: With its table before it, e.g. `roles.text`.
  package subscript(key: String) -> SourcePlace? { keys[key] }

  /// The first letter of the value of a key.
  func value(of key: String) -> SourcePlace? { values[key] }

  private mutating func add(_ key: String, _ place: SourcePlace) {
    if let first = keys[key] {
      duplicate = duplicate ?? Duplicate(key: key, place: place, firstLine: first.line)
    } else {
      keys[key] = place
    }
  }

  private static func name(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
  }
}
