/// A table of a TOML text, its keys in the order in which they are written.
package final class TOMLTable {
  /// A key with its value, and where in the text both begin.
  package struct Entry {
    package let key: String
    /// Of the key, or of the `[` of the line that makes the table.
    package internal(set) var position: Int
    package let value: TOMLValue
    /// Of a text its first letter, within the quotes.
    package let valuePosition: Int
  }

  /// What made a table, and so what may still be added to it.
  enum Origin {
    /// A line `[a.b]` of which it is `a`; a line of its own may follow.
    case path
    case header
    /// A key `a.b` of which it is `a`.
    case dotted
    case inline
  }

  package private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  var origin: Origin
  let depth: Int

  init(_ origin: Origin, depth: Int) {
    self.origin = origin
    self.depth = depth
  }

  package subscript(key: String) -> TOMLValue? { entry(key)?.value }

  package func entry(_ key: String) -> Entry? { indices[key].map { entries[$0] } }

  func add(_ entry: Entry) {
    indices[entry.key] = entries.count
    entries.append(entry)
  }

  func move(_ key: String, to position: Int) {
    guard let index = indices[key] else { return }
    entries[index].position = position
  }
}

package enum TOMLValue {
  case string(String)
  case table(TOMLTable)
  case array([TOMLValue])
  /// `[[a]]`, to which more may be added.
  case tables(TOMLTables)
  /// A number, a truth value or a time: it is well-formed, and nothing here asks for more.
  case other

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var table: TOMLTable? {
    guard case .table(let table) = self else { return nil }
    return table
  }

  package var array: [TOMLValue]? {
    switch self {
    case .array(let values): values
    case .tables(let tables): tables.all.map(TOMLValue.table)
    default: nil
    }
  }
}

package final class TOMLTables {
  var all: [TOMLTable] = []
}
