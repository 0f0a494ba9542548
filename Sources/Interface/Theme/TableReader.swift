import TOMLKit

/// Reads the values of a theme file with their places.
struct TableReader {
  private let table: TOMLTable
  private let path: String
  private let places: KeyPlaces

  init(_ source: ThemeSource) throws(ThemeError) {
    path = source.path
    places = KeyPlaces(source.text)
    do {
      table = try TOMLTable(string: source.text)
    } catch let error as TOMLParseError {
      let begin = SourcePlace(line: error.source.begin.line, column: error.source.begin.column)
      if let duplicate = places.duplicate, duplicate.place.line <= begin.line {
        throw ThemeError(path, duplicate.place, .duplicate(key: duplicate.key, firstLine: duplicate.firstLine))
      }
      throw ThemeError(path, begin, .syntax(error.description))
    } catch {
      throw ThemeError(path, nil, .syntax("\(error)"))
    }
  }

  func refuseOtherKeys(than known: [String]) throws(ThemeError) {
    for key in table.keys.sorted() where !known.contains(key) {
      throw ThemeError(path, places[key], .unknownKey(key, nearest: NearestName.of(key, among: known)))
    }
  }

  func text(_ key: String) throws(ThemeError) -> ThemeFile.Entry? {
    try table[key].map { value throws(ThemeError) in try entry(value, key) }
  }

  /// The texts of a table; none if it is not there.
  func texts(in tableKey: String) throws(ThemeError) -> [String: ThemeFile.Entry] {
    guard let value = table[tableKey] else { return [:] }
    guard let inner = value.table else { throw ThemeError(path, places[tableKey], .notATable(key: tableKey)) }
    var entries: [String: ThemeFile.Entry] = [:]
    for key in inner.keys {
      guard let value = inner[key] else { continue }
      entries[key] = try entry(value, key, in: tableKey)
    }
    return entries
  }

  private func entry(_ value: any TOMLValueConvertible, _ key: String, in table: String? = nil)
    throws(ThemeError) -> ThemeFile.Entry
  {
    let name = table.map { "\($0).\(key)" } ?? key
    guard let text = value.string else {
      throw ThemeError(path, places.value(of: name) ?? places[name], .notText(key: key))
    }
    return ThemeFile.Entry(value: text, file: path, key: places[name], start: places.value(of: name))
  }
}
