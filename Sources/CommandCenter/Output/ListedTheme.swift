import Foundation
import Interface

/// A theme as `themes list` prints it.
struct ListedTheme: Encodable {
  enum Origin: String, Encodable {
    case bundled, yours
  }

  let name: String
  /// `nil` where the file is broken.
  var appearance: String?
  var isHighContrast = false
  let from: Origin
  /// `nil` for the one in the binary.
  let file: String?
  let isInUse: Bool
  /// What is wrong with the file.
  var problem: String?

  init(_ name: String, of files: ThemeFiles, inUse: String) {
    self.name = name
    from = files.isYours(name) ? .yours : .bundled
    file = files.place(of: name)?.path
    isInUse = name == inUse
    do {
      let theme = try files.load(name)
      appearance = theme.appearance.rawValue
      isHighContrast = theme.isHighContrast
    } catch {
      problem = CommandFailure(error).line
    }
  }

  private enum CodingKeys: String, CodingKey {
    case name, appearance, highContrast, from, file, inUse, problem
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(appearance, forKey: .appearance)
    try container.encode(isHighContrast, forKey: .highContrast)
    try container.encode(from, forKey: .from)
    try container.encode(file, forKey: .file)
    try container.encode(isInUse, forKey: .inUse)
    try container.encode(problem, forKey: .problem)
  }

  /// For people.
  static func table(_ themes: [ListedTheme]) -> String {
    TextTable.text([["NAME", "APPEARANCE", "FROM", "IN USE"]] + themes.map(\.cells))
  }

  private var cells: [String] {
    let look = appearance.map { isHighContrast ? "\($0), high contrast" : $0 } ?? "broken: see themes check"
    return [name, look, from.rawValue, isInUse ? "in use" : ""]
  }
}
