import Terminal

extension Theme {
  /// The default theme, for when its file is not there: `themes/default-dark.toml`.
  package static let standard = Theme(
    name: "default-dark", appearance: .dark,
    styles: [
      .text: Style(foreground: .rgb(0xD5DAE3), background: .rgb(0x1B1F27)),
      .muted: Style(foreground: .rgb(0x949DAE)),
      .accent: Style(foreground: .rgb(0x8FB8F0)),
      .key: Style(foreground: .rgb(0x8FB8F0)),
      .selection: Style(background: .rgb(0x2E3748), attributes: .bold),
      .header: Style(foreground: .rgb(0xD5DAE3), background: .rgb(0x262C38)),
      .sandbox: Style(foreground: .rgb(0x1B1F27), background: .rgb(0xF2C265), attributes: .bold),
      .bar: Style(foreground: .rgb(0xD5DAE3), background: .rgb(0x262C38)),
      .border: Style(foreground: .rgb(0x6B7488)),
      .heading: Style(foreground: .rgb(0xD5DAE3), attributes: .bold),
      .overdue: Style(foreground: .rgb(0xF4A97B), attributes: .bold),
      .today: Style(foreground: .rgb(0x8FB8F0), attributes: .bold),
      .tomorrow: Style(foreground: .rgb(0xB9ACE8), attributes: .bold),
      .completed: Style(foreground: .rgb(0x949DAE)),
      .high: Style(foreground: .rgb(0xF2C265), attributes: .bold),
      .badge: Style(foreground: .rgb(0xB9ACE8)),
      .changed: Style(background: .rgb(0x23402F)),
      .localOnly: Style(foreground: .rgb(0x949DAE)),
      .pending: Style(foreground: .rgb(0xF2C265)),
      .conflict: Style(foreground: .rgb(0xF4A97B), attributes: .bold),
      .error: Style(foreground: .rgb(0xF59A9A), attributes: .bold),
      .live: Style(foreground: .rgb(0x8CCF9A)),
      .syncing: Style(foreground: .rgb(0x8FB8F0)),
      .offline: Style(foreground: .rgb(0x949DAE)),
      .field: Style(foreground: .rgb(0xD5DAE3), background: .rgb(0x262C38)),
    ])
}

extension Color {
  /// `0xRRGGBB`.
  static func rgb(_ code: UInt32) -> Color {
    Color(
      red: UInt8(truncatingIfNeeded: code >> 16), green: UInt8(truncatingIfNeeded: code >> 8),
      blue: UInt8(truncatingIfNeeded: code))
  }
}
