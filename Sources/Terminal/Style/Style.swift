/// How a cell looks. What a style leaves open (nil) comes from the style below it, at last from the terminal.
package struct Style: Hashable, Sendable {
  package var foreground: Color?
  package var background: Color?
  package var attributes: TextAttributes

  package init(foreground: Color? = nil, background: Color? = nil, attributes: TextAttributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  package static let plain = Style()

  package static let bold = Style(attributes: .bold)
  package static let dim = Style(attributes: .dim)
  package static let reverse = Style(attributes: .reverse)

  /// This style with another laid on top: the colours that `top` names replace ours, its attributes are added.
  package func overlaid(with top: Style) -> Style {
    Style(
      foreground: top.foreground ?? foreground, background: top.background ?? background,
      attributes: attributes.union(top.attributes))
  }

  /// Whether nobody sees which of the two a blank has.
  func looksTheSameOnBlank(as other: Style) -> Bool {
    background == other.background && attributes.union(other.attributes).isDisjoint(with: .seenOnBlank)
  }
}

extension Style: CustomStringConvertible {
  /// For snapshots and messages, e.g. `#ffffff on #000000 bold`; `plain` if nothing is set.
  package var description: String {
    var words: [String] = []
    if let foreground { words.append("\(foreground)") }
    if let background { words.append("on \(background)") }
    words += attributes.names
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
