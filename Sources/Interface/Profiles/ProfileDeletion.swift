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

  var title: String { "Delete a profile" }
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
    let lost =
      switch profile.pending {
      case 0: ""
      case 1: " 1 change was not sent, and is lost."
      default: " \(profile.pending.grouped) changes were not sent, and are lost."
      }
    let short = profile.pending == 0 ? "" : " \(profile.pending.grouped) not sent!"
    MenuLine(
      [
        "Delete “\(profile.name)” with its tasks and login here?\(lost)", "Delete “\(profile.name)”?\(lost)",
        "Delete?\(short)",
      ],
      context.keys[.profileDeletion], context
    )
    .render(into: &frame, context)
  }
}
