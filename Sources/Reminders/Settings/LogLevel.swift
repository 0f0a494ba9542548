/// How much the log tells (setting `log_level`): each level what those before it do, and more.
package enum LogLevel: String, Sendable, CaseIterable {
  case error, warning, info, debug, trace

  package static let standard = LogLevel.info

  /// Reads the setting.
  package init(_ text: String) throws(SettingError) {
    guard let level = LogLevel(rawValue: text.trimmed.lowercased()) else {
      throw .notOneOf(key: .logLevel, value: text, choices: LogLevel.allCases.map(\.rawValue))
    }
    self = level
  }
}
