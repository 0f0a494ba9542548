/// How a reminder draws attention, beside the line on the screen (setting `notifications`).
package enum Notifications: String, Sendable, CaseIterable {
  /// The bell, and a notification of the desktop.
  case on
  case bell, desktop, off

  /// Reads the setting; `all` is another word for `on`.
  package init(_ text: String) throws(SettingError) {
    let word = text.trimmed.lowercased()
    guard let found = word == "all" ? .on : Notifications(rawValue: word) else {
      throw .notOneOf(key: .notifications, value: text, choices: Notifications.allCases.map(\.rawValue))
    }
    self = found
  }

  package var rings: Bool { self == .on || self == .bell }
  package var showsOnDesktop: Bool { self == .on || self == .desktop }
}
