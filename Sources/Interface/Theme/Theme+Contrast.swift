import Localization
import Terminal

extension Theme {
  /// A role on something that it stands on.
  package struct ContrastPair: Hashable, Sendable, CustomStringConvertible {
    package let role: Role
    package let background: Role
    /// 1 to 21 (`Contrast.ratio`).
    package let ratio: Double
    /// What it must be at least.
    package let least: Double

    package var isEnough: Bool { ratio >= least }

    package var description: String {
      localized(
        "\(role.rawValue) on \(background.rawValue): \(Contrast.text(ratio)), \(Contrast.text(least)) is the least")
    }
  }

  /// Every role on all that it stands on; colours that the terminal decides on are passed over.
  package var contrasts: [ContrastPair] {
    Role.allCases.flatMap { role in
      role.backgrounds.compactMap { background in
        guard let front = color(of: role, on: background),
          let back = self[background].background ?? self[.text].background,
          let ratio = Contrast.ratio(front, back)
        else { return nil }
        return ContrastPair(role: role, background: background, ratio: ratio, least: leastContrast(of: role))
      }
    }
  }

  /// The roles that are hard to read on something that they stand on.
  package var weaknesses: [ContrastPair] { contrasts.filter { !$0.isEnough } }

  /// WCAG 2.2: 1.4.3 for text, 1.4.11 for what is only a help, 1.4.6 for high contrast.
  private func leastContrast(of role: Role) -> Double {
    isHighContrast ? 7 : role.isOnlyAHelp ? 3 : 4.5
  }

  /// A plain text takes the colour of what is laid over its row.
  private func color(of role: Role, on background: Role) -> Color? {
    (role == .text ? self[background].foreground : nil) ?? self[role].foreground ?? self[.text].foreground
  }
}

extension Role {
  /// What it says can be read elsewhere too, or is not there to be read.
  package var isOnlyAHelp: Bool {
    switch self {
    case .muted, .border, .completed, .localOnly, .offline: true
    default: false
    }
  }

  /// The roles whose backgrounds it is seen on.
  fileprivate var backgrounds: [Role] {
    switch self {
    case .text: [.text, .selection, .changed, .header, .bar, .field]
    case .muted: [.text, .selection, .changed, .bar, .field]
    case .accent, .pending, .conflict, .live: [.text, .selection, .changed, .bar]
    case .error: [.text, .selection, .changed, .bar, .field]
    case .overdue, .today, .tomorrow, .high, .badge, .localOnly, .completed: [.text, .selection, .changed]
    case .key, .heading: [.text, .selection]
    case .syncing, .offline: [.text, .bar]
    case .border: [.text]
    case .header, .sandbox, .bar, .field: [self]
    case .selection, .changed: []
    }
  }
}
