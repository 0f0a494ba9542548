/// On which line of a TOML text a key is set; the parser keeps no places.
struct KeyLines {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var table = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.drop(while: \.isWhitespace)
      if line.hasPrefix("[") {
        table = KeyLines.name(line.dropFirst().prefix { $0 != "]" }) + "."
        lines[String(table.dropLast())] = index + 1
      } else if let equals = line.firstIndex(of: "=") {
        lines[table + KeyLines.name(line[..<equals])] = index + 1
      }
    }
  }

  /// - Parameter key: With its table before it, e.g. `roles.text`.
  subscript(key: String) -> Int? { lines[key] }

  private static func name(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
  }
}
