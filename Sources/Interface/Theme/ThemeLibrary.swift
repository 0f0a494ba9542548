import Terminal

/// The themes that there are, wherever they lie.
package struct ThemeLibrary: Sendable {
  /// The names to choose from; the default theme is always among them.
  package let names: [String]
  private let read: @Sendable (String) -> ThemeSource?

  /// - Parameters:
  ///   - names: The names of the theme files, without `.toml`.
  ///   - reading: The text of the theme of a name; `nil` if there is none that can be read.
  package init(names: [String], reading: @escaping @Sendable (String) -> ThemeSource?) {
    self.names = names.contains(Theme.standard.name) ? names : [Theme.standard.name] + names
    read = reading
  }

  /// A theme with all that it inherits.
  ///
  /// What inherits may give a colour of the palette another value: the roles that use it change with it.
  package func theme(named name: String) throws(ThemeError) -> Theme {
    var files: [ThemeFile] = []
    var seen: [String] = []
    var next: (name: String, from: ThemeFile.Entry?) = (name, nil)
    while true {
      let origin = next.from
      if let start = seen.firstIndex(of: next.name) {
        throw mistake(at: origin, .cycle(seen[start...] + [next.name]))
      }
      seen.append(next.name)
      guard let source = read(next.name) else {
        if next.name == Theme.standard.name { return try merge(files, onto: .standard) }
        let nearest = NearestName.of(next.name, among: names)
        throw mistake(at: origin, .noSuchTheme(next.name, nearest: nearest))
      }
      let file = try ThemeFile(source)
      files.append(file)
      guard let inherits = file.inherits else { break }
      next = (inherits.value, inherits)
    }
    return try merge(files, onto: nil)
  }

  private func mistake(at origin: ThemeFile.Entry?, _ problem: ThemeError.Problem) -> ThemeError {
    origin?.mistake(problem) ?? ThemeError(nil, nil, problem)
  }

  /// - Parameter files: The theme itself first, then what it inherits.
  private func merge(_ files: [ThemeFile], onto base: Theme?) throws(ThemeError) -> Theme {
    guard let first = files.first else { return base ?? .standard }
    var palette: [String: Color] = [:]
    var roles: [Role: ThemeFile.Entry] = [:]
    for file in files.reversed() {
      palette.merge(file.palette) { $1 }
      roles.merge(file.roles) { $1 }
    }
    var styles: [Role: Style] = [:]
    for role in Role.allCases {
      styles[role] =
        try roles[role].map { entry throws(ThemeError) in try ThemeStyle(entry, palette: palette).style }
        ?? base?[role]
    }
    let appearance = files.lazy.compactMap(\.appearance).first ?? base?.appearance ?? .dark
    return Theme(
      name: first.name, appearance: appearance, isHighContrast: files.contains(where: \.isHighContrast),
      styles: styles)
  }
}
