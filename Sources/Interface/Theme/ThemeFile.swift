import Terminal
import TOML

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
  /// A text, and where it is written.
  struct Entry {
    let value: String
    let file: String
    /// The first letter of its key, and of itself.
    let key: SourcePlace
    let start: SourcePlace

    /// What is wrong with it from a letter on.
    func mistake(at index: String.Index? = nil, _ problem: ThemeError.Problem) -> ThemeError {
      let offset = index.map { value.distance(from: value.startIndex, to: $0) } ?? 0
      return ThemeError(file, SourcePlace(line: start.line, column: start.column + offset), problem)
    }
  }

  let name: String
  let appearance: Theme.Appearance?
  let inherits: Entry?
  let isHighContrast: Bool
  let palette: [String: Color]
  let roles: [Role: Entry]

  init(_ source: ThemeSource) throws(ThemeError) {
    let reader = try TableReader(source)
    try reader.refuseOtherKeys(than: ["name", "appearance", "contrast", "inherits", "palette", "roles"])
    guard let name = try reader.text("name") else { throw ThemeError(source.path, nil, .missing(key: "name")) }
    self.name = name.value
    appearance = try ThemeFile.appearance(try reader.text("appearance"))
    isHighContrast = try ThemeFile.isHighContrast(try reader.text("contrast"))
    inherits = try reader.text("inherits")
    palette = try ThemeFile.palette(try reader.texts(in: "palette"))
    roles = try ThemeFile.roles(try reader.texts(in: "roles"))
  }

  private static func appearance(_ entry: Entry?) throws(ThemeError) -> Theme.Appearance? {
    guard let entry else { return nil }
    guard let appearance = Theme.Appearance(rawValue: entry.value) else {
      throw entry.mistake(.unknownAppearance(entry.value))
    }
    return appearance
  }

  private static func isHighContrast(_ entry: Entry?) throws(ThemeError) -> Bool {
    guard let entry else { return false }
    guard entry.value == "high" else { throw entry.mistake(.unknownContrast(entry.value)) }
    return true
  }

  private static func palette(_ entries: [String: Entry]) throws(ThemeError) -> [String: Color] {
    var palette: [String: Color] = [:]
    for (name, entry) in entries.sorted(by: ThemeFile.isBefore) {
      guard let color = Color(entry.value) else {
        throw entry.mistake(.badColor(entry.value))
      }
      palette[name] = color
    }
    return palette
  }

  private static func roles(_ entries: [String: Entry]) throws(ThemeError) -> [Role: Entry] {
    var roles: [Role: Entry] = [:]
    for (name, entry) in entries.sorted(by: ThemeFile.isBefore) {
      guard let role = Role(rawValue: name) else {
        let nearest = NearestName.of(name, among: Role.allCases.map(\.rawValue))
        throw ThemeError(entry.file, entry.key, .unknownRole(name, nearest: nearest))
      }
      roles[role] = entry
    }
    return roles
  }

  /// By lines, so that the first mistake of a file is the one that is told.
  private static func isBefore(
    _ left: (key: String, value: Entry), _ right: (key: String, value: Entry)
  ) -> Bool {
    (left.value.key.line, left.key) < (right.value.key.line, right.key)
  }
}
