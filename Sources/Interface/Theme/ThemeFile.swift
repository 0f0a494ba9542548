import Terminal
import TOMLKit

/// A theme file as it is written: colours by name, roles by those names.
///
/// ```toml
/// name = "mine"
/// appearance = "dark"
/// inherits = "default-dark"
///
/// [palette]
/// ink = "#d5dae3"
///
/// [roles]
/// text = "ink on #000000"
/// selection = "on #303030 bold"
/// ```
struct ThemeFile {
  /// A value, and where it is written.
  struct Entry<Value> {
    let value: Value
    let file: String
    let line: Int?
  }

  let name: String
  let appearance: Theme.Appearance?
  let inherits: Entry<String>?
  let palette: [String: Color]
  let roles: [Role: Entry<String>]

  init(_ source: ThemeSource) throws(ThemeError) {
    let reader = try TableReader(source)
    try reader.refuseOtherKeys(than: ["name", "appearance", "inherits", "palette", "roles"])
    guard let name = try reader.text("name") else { throw ThemeError(file: source.path, .missing(key: "name")) }
    self.name = name.value
    appearance = try ThemeFile.appearance(try reader.text("appearance"))
    inherits = try reader.text("inherits")
    palette = try ThemeFile.palette(try reader.texts(in: "palette"))
    roles = try ThemeFile.roles(try reader.texts(in: "roles"))
  }

  private static func appearance(_ entry: Entry<String>?) throws(ThemeError) -> Theme.Appearance? {
    guard let entry else { return nil }
    guard let appearance = Theme.Appearance(rawValue: entry.value) else {
      throw ThemeError(file: entry.file, line: entry.line, .unknownAppearance(entry.value))
    }
    return appearance
  }

  private static func palette(_ entries: [String: Entry<String>]) throws(ThemeError) -> [String: Color] {
    var palette: [String: Color] = [:]
    for (name, entry) in entries.sorted(by: ThemeFile.isBefore) {
      guard let color = Color(entry.value) else {
        throw ThemeError(file: entry.file, line: entry.line, .badColor(entry.value))
      }
      palette[name] = color
    }
    return palette
  }

  private static func roles(_ entries: [String: Entry<String>]) throws(ThemeError) -> [Role: Entry<String>] {
    var roles: [Role: Entry<String>] = [:]
    for (name, entry) in entries.sorted(by: ThemeFile.isBefore) {
      guard let role = Role(rawValue: name) else {
        let nearest = NearestName.of(name, among: Role.allCases.map(\.rawValue))
        throw ThemeError(file: entry.file, line: entry.line, .unknownRole(name, nearest: nearest))
      }
      roles[role] = entry
    }
    return roles
  }

  /// By lines, so that the first mistake of a file is the one that is told.
  private static func isBefore(
    _ left: (key: String, value: Entry<String>), _ right: (key: String, value: Entry<String>)
  ) -> Bool {
    (left.value.line ?? 0, left.key) < (right.value.line ?? 0, right.key)
  }
}
