import Terminal
import TOML

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
  private let document: TOMLDocument

  init(_ text: String, path: String) throws(KeyError) {
    self.path = path
    do {
      document = try TOMLDocument(text)
    } catch {
      throw KeyError(file: path, line: error.place.line, problem: .syntax(error.reason))
    }
    guard let table = document.table.entry("keys") else { return }
    guard let keys = table.value.table else { throw error(at: table, .notATable) }
    for key in keys.entries {
      if let table = key.value.table {
        try read(table, of: key)
      } else {
        entries.append(try entry(key, nil))
      }
    }
    entries.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func read(_ table: TOMLTable, of key: TOMLTable.Entry) throws(KeyError) {
    guard let scope = Scope(rawValue: key.key) else {
      let nearest = NearestName.of(key.key, among: Scope.allCases.map(\.rawValue))
      throw error(at: key, .unknownScope(key.key, nearest: nearest))
    }
    for command in table.entries { entries.append(try entry(command, scope)) }
  }

  private func entry(_ written: TOMLTable.Entry, _ scope: Scope?) throws(KeyError) -> Entry {
    let name = written.key
    guard let command = Command(rawValue: name) else {
      let nearest = NearestName.of(name, among: Command.allCases.map(\.rawValue))
      throw error(at: written, .unknownCommand(name, nearest: nearest))
    }
    if let scope, !KeyTable.standard.has(command, in: [scope]) {
      let nearest = NearestName.of(name, among: KeyTable.standard[scope].map(\.command.rawValue))
      throw error(at: written, .notThere(command: name, scope: scope.rawValue, nearest: nearest))
    }
    guard let names = KeyFile.names(written.value) else { throw error(at: written, .notKeys(command: name)) }
    var keys: [KeyPress] = []
    for name in names {
      guard let press = KeyPress(named: name) else {
        throw error(at: written, .unknownKey(name, nearest: NearestName.of(name, among: KeyPress.names)))
      }
      guard press.arrival == press else {
        throw error(at: written, .arrivesAs(key: name, arrival: press.arrival.name))
      }
      if !keys.contains(press) { keys.append(press) }
    }
    return Entry(scope: scope, command: command, keys: keys, line: document.place(written.position).line)
  }

  /// One text with spaces between the names, or an array of texts; `nil` if it is neither.
  private static func names(_ value: TOMLValue) -> [String]? {
    if let text = value.string { return text.split(separator: " ").map(String.init) }
    guard let array = value.array else { return nil }
    var names: [String] = []
    for element in array {
      guard let text = element.string else { return nil }
      names += text.split(separator: " ").map(String.init)
    }
    return names
  }

  private func error(at entry: TOMLTable.Entry, _ problem: KeyError.Problem) -> KeyError {
    KeyError(file: path, line: document.place(entry.position).line, problem: problem)
  }

  func error(in entry: Entry, _ problem: KeyError.Problem) -> KeyError {
    KeyError(file: path, line: entry.line, problem: problem)
  }
}
