package import Localization
package import TOML

/// Why a theme cannot be used: where, what is wrong, and what is meant most likely.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Problem: Hashable, Sendable {
    case syntax(LocalizedText)
    case unknownKey(String, nearest: String?)
    case unknownRole(String, nearest: String?)
    /// A word of a role that is no colour of the palette, no `#rrggbb` and no modifier.
    case unknownColor(String, nearest: String?)
    case badColor(String)
    case duplicate(key: String, firstLine: Int)
    case notText(key: String)
    case notATable(key: String)
    case missing(key: String)
    case unknownAppearance(String)
    case unknownContrast(String)
    /// `on` without a colour after it, or a second colour.
    case badStyle(String)
    case noSuchTheme(String, nearest: String?)
    /// Each inherits the next, the last one the first.
    case cycle([String])
  }

  /// `nil` where no file was read.
  package let file: String?
  package let place: SourcePlace?
  package let problem: Problem

  package init(_ file: String?, _ place: SourcePlace? = nil, _ problem: Problem) {
    self.file = file
    self.place = place
    self.problem = problem
  }

  /// E.g. `themes/mine.toml:12:1: There is no role “overdu”: did you mean overdue?`
  package var description: String {
    let parts = [file, place.map { "\($0.line)" }, place.map { "\($0.column)" }].compactMap(\.self)
    return (file == nil ? "" : parts.joined(separator: ":") + ": ") + problem.description
  }
}

extension ThemeError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .syntax(let message): localized("This is not TOML: \(message).")
    case .unknownKey(let key, let nearest): suggesting(nearest, localized("There is no key “\(key)” in a theme"))
    case .unknownRole(let role, let nearest): suggesting(nearest, localized("There is no role “\(role)”"))
    case .unknownColor(let word, let nearest):
      suggesting(nearest, localized("“\(word)” is no colour of the palette and no modifier"))
    case .badColor(let text): localized("“\(text)” is not a colour: write #rrggbb, or default.")
    case .duplicate(let key, let line):
      localized("“\(key)” is there twice, first in line \(String(line)): delete one of the two.")
    case .notText(let key): localized("“\(key)” must be a text in quotes.")
    case .notATable(let key): localized("“\(key)” must be a table: write [\(key)] and its values below.")
    case .missing(let key): localized("A theme needs “\(key)”: add it at the top.")
    case .unknownAppearance(let text): localized("“\(text)” is not an appearance: write \"light\" or \"dark\".")
    case .unknownContrast(let text):
      localized("“\(text)” is not a contrast: write \"high\", or leave it out.")
    case .badStyle(let text): localized("“\(text)” is not a style: write a colour, or \"colour on colour bold\".")
    case .noSuchTheme(let name, let nearest): suggesting(nearest, localized("There is no theme “\(name)”"))
    case .cycle(let names):
      localized("These themes inherit each other: \(names.joined(separator: " → ")): cut the circle.")
    }
  }

  private func suggesting(_ nearest: String?, _ problem: String) -> String {
    nearest.map { localized("\(problem): did you mean \($0)?") } ?? "\(problem)."
  }
}
