import Terminal

extension Theme {
  /// A role that is hard to read on something that it stands on.
  package struct Weakness: Hashable, Sendable, CustomStringConvertible {
    package let role: Role
    package let background: Role
    package let ratio: Double

    package var description: String {
      let rounded = (ratio * 100).rounded(.down) / 100
      return "\(role.rawValue) on \(background.rawValue): \(rounded):1, \(role.leastContrast):1 is the least"
    }
  }

  /// The roles whose contrast is too low; colours that the terminal decides on are passed over.
  package var weaknesses: [Weakness] {
    Role.allCases.flatMap { role in
      role.backgrounds.compactMap { background in
        guard let front = color(of: role), let back = self[background].background ?? self[.text].background,
          let ratio = Contrast.ratio(front, back), ratio < role.leastContrast
        else { return nil }
        return Weakness(role: role, background: background, ratio: ratio)
      }
    }
  }

  private func color(of role: Role) -> Color? { self[role].foreground ?? self[.text].foreground }
}

extension Role {
  /// The roles whose backgrounds it is seen on.
  fileprivate var backgrounds: [Role] {
    switch self {
    case .text: [.text, .selection, .changed, .header, .bar, .field]
    case .muted: [.text, .selection, .changed, .bar]
    case .accent, .heading: [.text, .selection]
    case .overdue, .high, .badge, .pending, .conflict, .error, .live, .localOnly, .completed:
      [.text, .selection, .changed] + ([.pending, .conflict, .error, .live].contains(self) ? [.bar] : [])
    case .syncing, .offline: [.text, .bar]
    case .key, .border, .today, .tomorrow: [.text]
    case .header, .sandbox, .bar, .field: [self]
    case .selection, .changed: []
    }
  }
}
