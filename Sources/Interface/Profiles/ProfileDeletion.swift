import Localization
import Reminders
import Terminal

/// Whether a profile shall go with its tasks, settings and login; it cannot be undone.
struct ProfileDeletion: ScreenState {
  private let profile: ProfileSummary

  static let keys = [
    KeyBinding(.confirm, "y", "delete it, with its tasks, settings and login", hint: "delete"),
    KeyBinding(.back, "esc n", "keep it", hint: "keep"),
  ]

  init(_ profile: ProfileSummary) {
    self.profile = profile
  }

  var title: String { localized("Delete a profile") }
  var scopes: [Scope] { [.profileDeletion, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    command == .confirm ? [.effect(.deleteProfile(profile.name, losing: profile.pending)), .close] : [.close]
  }

  /// Any other key keeps it.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let count = profile.pending
    let lost =
      count == 0
      ? ""
      : " "
        + localized(
          count, one: "\(count) change was not sent, and is lost.",
          other: "\(count) changes were not sent, and are lost.")
    MenuLine(
      [
        localized("Delete “\(profile.name)” with its tasks and login here?") + lost,
        localized("Delete “\(profile.name)”?") + lost,
        count == 0 ? localized("Delete?") : localized("Delete? \(count) not sent!"),
      ],
      context.keys[.profileDeletion], context
    )
    .render(into: &frame, context)
  }
}
