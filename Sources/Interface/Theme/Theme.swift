package import Terminal

/// The colours of the interface.
package struct Theme: Hashable, Sendable {
  package enum Appearance: String, Sendable, CaseIterable {
    case light, dark
  }

  package let name: String
  package let appearance: Appearance
  /// It is meant for those who need 7:1 (WCAG 2.2, 1.4.6), and is held to it.
  package let isHighContrast: Bool
  private let styles: [Role: Style]

  package init(name: String, appearance: Appearance, isHighContrast: Bool = false, styles: [Role: Style]) {
    self.name = name
    self.appearance = appearance
    self.isHighContrast = isHighContrast
    self.styles = styles
  }

  /// The style of a role; plain where the theme says nothing of it.
  package subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The roles that it says something of.
  package var roles: [Role] { Role.allCases.filter { styles[$0] != nil } }
}
