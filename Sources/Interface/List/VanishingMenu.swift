import Localization
import Reminders
import Terminal

/// Whether tasks that are gone from Salesforce all at once, deleted or out of sight, shall go here too (sync-rules.md §3).
struct VanishingMenu: ScreenState {
  static let keys = [
    KeyBinding(.letVanish, "d", "they go here too", hint: "let go"),
    KeyBinding(.keepVanishing, "k", "they stay here, only here", hint: "keep here"),
    .menuPalette,
    KeyBinding(.back, "esc", "decide later; until then they stay", hint: "later"),
  ]

  /// The question in a few words.
  static func question(_ count: Int) -> String {
    localized(
      count, one: "\(count) task is gone from Salesforce", other: "\(count) tasks are gone from Salesforce")
  }

  var title: String { localized("Gone from Salesforce") }
  var scopes: [Scope] { [.vanishing, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .letVanish: return [.effect(.perform(.answerVanishing(.delete))), .close]
    case .keepVanishing: return [.effect(.perform(.answerVanishing(.keep))), .close]
    default: return [.close]
    }
  }

  /// Any other key leaves it unanswered.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let count = context.list.counts.vanishing
    let short = localized(count, one: "\(count) gone", other: "\(count) gone")
    MenuLine([VanishingMenu.question(count), short], context.keys[.vanishing], context)
      .render(into: &frame, context)
  }
}
