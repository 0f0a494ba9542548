import Terminal

/// The characters that the interface draws with; what they say is also said in words or by their place.
package struct Glyphs: Sendable {
  let box: BoxGlyphs
  let selected: String
  /// Of a task that the next action is about, with others.
  let marked: String
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
  let scrollBarOnLine: String
  let secret: String
  let barFull: String
  let barEmpty: String
  /// Parts of a bar that stands, from the lowest to the whole.
  let barParts: [String]
  let off: String
  let offline: String
  let connecting: String
  let importing: String
  let live: String
  let polling: String
  let syncing: String
  let waiting: String
  /// Nothing goes on without the user.
  let userNeeded: String

  /// For UTF-8 locales; each takes one column in every font that terminals use.
  package static let unicode = Glyphs(
    box: .lines, selected: "▌", marked: "◆", ok: "✓", pending: "↑", refused: "✗", conflict: "!", localOnly: "·",
    vanishing: "?",
    high: "▲", folded: "▸", unfolded: "▾", separator: "·", ellipsis: "…", from: "←", to: "→", prompt: "›",
    scrollBar: "▕", scrollBarOnLine: "┃",
    secret: "•", barFull: "█",
    barEmpty: "░",
    barParts: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    off: "○",
    offline: "◌", connecting: "◌", importing: "↓", live: "●", polling: "◐", syncing: "↻", waiting: "◔",
    userNeeded: "✗")

  /// For every other locale.
  package static let ascii = Glyphs(
    box: .ascii, selected: ">", marked: "*", ok: "+", pending: "+", refused: "x", conflict: "!", localOnly: "-",
    vanishing: "?",
    high: "^", folded: ">", unfolded: "v", separator: "-", ellipsis: "..", from: "<-", to: "->", prompt: ">",
    scrollBar: "#", scrollBarOnLine: "#",
    secret: "*", barFull: "#",
    barEmpty: ".",
    barParts: ["#"],
    off: "o",
    offline: "-", connecting: "~", importing: "v", live: "*", polling: "%", syncing: "~", waiting: "~",
    userNeeded: "x")

  /// For the Linux console, whose usual fonts have the letters of code page 437 and few more.
  package static let console = Glyphs(
    box: .lines, selected: "▌", marked: "♦", ok: "√", pending: "↑", refused: "x", conflict: "!", localOnly: "·",
    vanishing: "?",
    high: "▲", folded: "►", unfolded: "▼", separator: "·", ellipsis: "..", from: "←", to: "→", prompt: ">",
    scrollBar: "▐", scrollBarOnLine: "█",
    secret: "•", barFull: "█",
    barEmpty: "░",
    barParts: ["▄", "█"],
    off: "○",
    offline: "○", connecting: "○", importing: "↓", live: "•", polling: "•", syncing: "↑", waiting: "○",
    userNeeded: "x")

  /// For who listens to the screen: nothing is drawn, and what glyphs say is said in words beside them.
  static let spoken = Glyphs(
    box: .blank, selected: " ", marked: "*", ok: "", pending: "", refused: "", conflict: "", localOnly: "",
    vanishing: "",
    high: "", folded: "", unfolded: "", separator: ",", ellipsis: "..", from: "by", to: "to", prompt: ":",
    scrollBar: " ", scrollBarOnLine: " ",
    secret: "*", barFull: "", barEmpty: "",
    barParts: [" "],
    off: "",
    offline: "", connecting: "", importing: "", live: "", polling: "", syncing: "", waiting: "",
    userNeeded: "")
}
