import Terminal
import TOMLKit

/// The keys that `config.toml` gives to commands, as they are written.
///
/// ```toml
/// [keys]                                    # wherever it is a command
/// undo = "z"
/// half_page_down = ["ctrl-d", "ctrl-f"]
/// snooze = ""                               # no key; the palette still has it
///
/// [keys.profiles_screen]                     # on one screen
/// delete = "D"
/// ```
struct KeyFile {
  struct Entry {
    /// `nil`: in every scope that has the command.
    let scope: Scope?
    let command: Command
    let keys: [KeyPress]
    let line: Int?
  }

  /// In the order of their lines.
  private(set) var entries: [Entry] = []
  private let path: String
  private let places: KeyPlaces

  init(_ text: String, path: String) throws(KeyError) {
    self.path = path
    places = KeyPlaces(text)
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw KeyError(file: path, line: error.source.begin.line, problem: .syntax(error.description))
    } catch {
      throw KeyError(file: path, line: nil, problem: .syntax("\(error)"))
    }
    guard let value = table["keys"] else { return }
    guard let keys = value.table else { throw self.error(["keys"], .notATable) }
    for name in inOrder(keys, ["keys"]) {
      guard let value = keys[name] else { continue }
      if let inner = value.table {
        try read(inner, of: name)
      } else {
        entries.append(try entry(name, value, nil))
      }
    }
    entries.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func read(_ table: TOMLTable, of name: String) throws(KeyError) {
    guard let scope = Scope(rawValue: name) else {
      let nearest = NearestName.of(name, among: Scope.allCases.map(\.rawValue))
      throw error(["keys", name], .unknownScope(name, nearest: nearest))
    }
    for command in inOrder(table, ["keys", name]) {
      guard let value = table[command] else { continue }
      entries.append(try entry(command, value, scope))
    }
  }

  private func entry(_ name: String, _ value: any TOMLValueConvertible, _ scope: Scope?) throws(KeyError) -> Entry {
    let place = ["keys", scope?.rawValue, name].compactMap(\.self)
    guard let command = Command(rawValue: name) else {
      let nearest = NearestName.of(name, among: Command.allCases.map(\.rawValue))
      throw error(place, .unknownCommand(name, nearest: nearest))
    }
    if let scope, !KeyTable.standard.has(command, in: [scope]) {
      let nearest = NearestName.of(name, among: KeyTable.standard[scope].map(\.command.rawValue))
      throw error(place, .notThere(command: name, scope: scope.rawValue, nearest: nearest))
    }
    guard let names = KeyFile.names(value) else { throw error(place, .notKeys(command: name)) }
    var keys: [KeyPress] = []
    for name in names {
      guard let press = KeyPress(named: name) else {
        throw error(place, .unknownKey(name, nearest: NearestName.of(name, among: KeyPress.names)))
      }
      guard press.arrival == press else {
        throw error(place, .arrivesAs(key: name, arrival: press.arrival.name))
      }
      if !keys.contains(press) { keys.append(press) }
    }
    return Entry(scope: scope, command: command, keys: keys, line: line(place))
  }

  /// One text with spaces between the names, or an array of texts; `nil` if it is neither.
  private static func names(_ value: any TOMLValueConvertible) -> [String]? {
    if let text = value.string { return text.split(separator: " ").map(String.init) }
    guard let array = value.array else { return nil }
    var names: [String] = []
    for element in array {
      guard let text = element.string else { return nil }
      names += text.split(separator: " ").map(String.init)
    }
    return names
  }

  /// By lines, so that the first mistake of the file is the one that is told.
  private func inOrder(_ table: TOMLTable, _ place: [String]) -> [String] {
    table.keys.sorted { (line(place + [$0]) ?? 0, $0) < (line(place + [$1]) ?? 0, $1) }
  }

  /// Where it is written; what is on one line with its table has the line of that.
  private func line(_ place: [String]) -> Int? {
    (1...place.count).reversed().lazy.compactMap { places[place.prefix($0).joined(separator: ".")]?.line }.first
  }

  func error(_ place: [String], _ problem: KeyError.Problem) -> KeyError {
    KeyError(file: path, line: line(place), problem: problem)
  }

  func error(in entry: Entry, _ problem: KeyError.Problem) -> KeyError {
    KeyError(file: path, line: entry.line, problem: problem)
  }
}
