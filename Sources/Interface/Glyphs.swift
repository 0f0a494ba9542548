import Terminal

/// The characters that the interface draws with; what they say is also said in words or by their place.
package struct Glyphs: Sendable {
  let box: BoxGlyphs
  let selected: String
  let ok: String
  let pending: String
  let refused: String
  let conflict: String
  let localOnly: String
  let vanishing: String
  let high: String
  let folded: String
  let unfolded: String
  let separator: String
  let ellipsis: DisplayText
  let from: String
  let to: String
  let prompt: String
  let scrollBar: String
  let secret: String
  let barFull: String
  let barEmpty: String
  let off: String
  let offline: String
  let connecting: String
  let importing: String
  let live: String
  let polling: String
  let syncing: String
  let waiting: String
  let loginNeeded: String

  /// For UTF-8 locales; each takes one column in every font that terminals use.
  package static let unicode = Glyphs(
    box: .lines, selected: "▌", ok: "✓", pending: "↑", refused: "✗", conflict: "!", localOnly: "·", vanishing: "?",
    high: "▲", folded: "▸", unfolded: "▾", separator: "·", ellipsis: "…", from: "←", to: "→", prompt: "›",
    scrollBar: "▕",
    secret: "•", barFull: "█",
    barEmpty: "░",
    off: "○",
    offline: "◌", connecting: "◌", importing: "↓", live: "●", polling: "◐", syncing: "↻", waiting: "◔",
    loginNeeded: "✗")

  /// For every other locale.
  package static let ascii = Glyphs(
    box: .ascii, selected: ">", ok: "+", pending: "+", refused: "x", conflict: "!", localOnly: "-", vanishing: "?",
    high: "^", folded: ">", unfolded: "v", separator: "-", ellipsis: "..", from: "<-", to: "->", prompt: ">",
    scrollBar: "#",
    secret: "*", barFull: "#",
    barEmpty: ".",
    off: "o",
    offline: "-", connecting: "~", importing: "v", live: "*", polling: "%", syncing: "~", waiting: "~",
    loginNeeded: "x")
}
