import TOMLKit

/// Reads the values of a theme file with their lines.
struct TableReader {
  private let table: TOMLTable
  private let path: String
  private let lines: KeyLines

  init(_ source: ThemeSource) throws(ThemeError) {
    path = source.path
    lines = KeyLines(source.text)
    do {
      table = try TOMLTable(string: source.text)
    } catch let error as TOMLParseError {
      throw ThemeError(file: path, line: error.source.begin.line, .syntax(error.description))
    } catch {
      throw ThemeError(file: path, .syntax("\(error)"))
    }
  }

  func refuseOtherKeys(than known: [String]) throws(ThemeError) {
    for key in table.keys.sorted() where !known.contains(key) {
      throw ThemeError(
        file: path, line: lines[key], .unknownKey(key, nearest: NearestName.of(key, among: known)))
    }
  }

  func text(_ key: String) throws(ThemeError) -> ThemeFile.Entry<String>? {
    try table[key].map { value throws(ThemeError) in try entry(value, key) }
  }

  /// The texts of a table; none if it is not there.
  func texts(in tableKey: String) throws(ThemeError) -> [String: ThemeFile.Entry<String>] {
    guard let value = table[tableKey] else { return [:] }
    guard let inner = value.table else {
      throw ThemeError(file: path, line: lines[tableKey], .notATable(key: tableKey))
    }
    var entries: [String: ThemeFile.Entry<String>] = [:]
    for key in inner.keys {
      guard let value = inner[key] else { continue }
      entries[key] = try entry(value, key, in: tableKey)
    }
    return entries
  }

  private func entry(_ value: any TOMLValueConvertible, _ key: String, in table: String? = nil)
    throws(ThemeError) -> ThemeFile.Entry<String>
  {
    let line = lines[table.map { "\($0).\(key)" } ?? key]
    guard let text = value.string else { throw ThemeError(file: path, line: line, .notText(key: key)) }
    return ThemeFile.Entry(value: text, file: path, line: line)
  }
}
