import TOML

/// Reads the values of a theme file with their places.
struct TableReader {
  private let document: TOMLDocument
  private let path: String

  init(_ source: ThemeSource) throws(ThemeError) {
    path = source.path
    do {
      document = try TOMLDocument(source.text)
    } catch {
      switch error.problem {
      case .duplicate(let key, let line): throw ThemeError(path, error.place, .duplicate(key: key, firstLine: line))
      case .syntax(let reason): throw ThemeError(path, error.place, .syntax(reason))
      }
    }
  }

  func refuseOtherKeys(than known: [String]) throws(ThemeError) {
    for entry in document.table.entries where !known.contains(entry.key) {
      let problem = ThemeError.Problem.unknownKey(entry.key, nearest: NearestName.of(entry.key, among: known))
      throw ThemeError(path, document.place(entry.position), problem)
    }
  }

  func text(_ key: String) throws(ThemeError) -> ThemeFile.Entry? {
    try document.table.entry(key).map { entry throws(ThemeError) in try text(entry) }
  }

  /// The texts of a table; none if it is not there.
  func texts(in key: String) throws(ThemeError) -> [String: ThemeFile.Entry] {
    guard let entry = document.table.entry(key) else { return [:] }
    guard let table = entry.value.table else {
      throw ThemeError(path, document.place(entry.position), .notATable(key: key))
    }
    var texts: [String: ThemeFile.Entry] = [:]
    for entry in table.entries { texts[entry.key] = try text(entry) }
    return texts
  }

  private func text(_ entry: TOMLTable.Entry) throws(ThemeError) -> ThemeFile.Entry {
    let start = document.place(entry.valuePosition)
    guard let text = entry.value.string else { throw ThemeError(path, start, .notText(key: entry.key)) }
    return ThemeFile.Entry(value: text, file: path, key: document.place(entry.position), start: start)
  }
}
