import Foundation
import Interface
import Localization

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
  private var error: (any Error)?

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
      self.error = error
    }
  }

  /// What is wrong with the file.
  private var problem: String? { error.map { CommandFailure($0).line } }

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
    let heading = [localized("NAME"), localized("APPEARANCE"), localized("FROM"), localized("IN USE")]
    return TextTable.text([heading] + themes.map(\.cells))
  }

  private var cells: [String] {
    let origin = from == .yours ? localized("yours", "theme") : localized("bundled", "theme")
    return [name, look, origin, isInUse ? localized("in use") : ""]
  }

  private var look: String {
    switch (appearance, isHighContrast) {
    case ("light", false): localized("light", "theme")
    case ("light", true): localized("light, high contrast")
    case ("dark", false): localized("dark", "theme")
    case ("dark", true): localized("dark, high contrast")
    default: localized("broken: see themes check")
    }
  }
}
