/// The text of a theme file, and where it is from.
package struct ThemeSource: Hashable, Sendable {
  /// For errors, e.g. `themes/default-dark.toml`.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
