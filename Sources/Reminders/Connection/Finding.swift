/// Something that was looked at: how it stands, and what to do about it.
package struct Finding: Hashable, Sendable {
  package enum Level: String, Sendable, Comparable, CaseIterable {
    case ok, warning, failure

    package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .ok: 0
      case .warning: 1
      case .failure: 2
      }
    }
  }

  /// Names it for scripts, and stays the same whatever was found: `field.Subject`.
  package let check: String
  /// Names it for people.
  package let subject: String
  package let level: Level
  /// What was found, in one sentence or less.
  package let detail: String
  /// What to do; `nil` where there is nothing to be done.
  package let remedy: String?
  /// The setting by which the user can put it right.
  package let setting: SettingKey?

  package init(
    _ check: String, _ subject: String, _ level: Level, _ detail: String, remedy: String? = nil,
    setting: SettingKey? = nil
  ) {
    self.check = check
    self.subject = subject
    self.level = level
    self.detail = detail
    self.remedy = remedy
    self.setting = setting
  }
}
