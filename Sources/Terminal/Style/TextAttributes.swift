/// How a text stands out besides its colours.
package struct TextAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = TextAttributes(rawValue: 1 << 0)
  package static let dim = TextAttributes(rawValue: 1 << 1)
  package static let italic = TextAttributes(rawValue: 1 << 2)
  package static let underline = TextAttributes(rawValue: 1 << 3)
  package static let reverse = TextAttributes(rawValue: 1 << 4)
  package static let strikethrough = TextAttributes(rawValue: 1 << 5)

  static let seenOnBlank: TextAttributes = [.underline, .reverse, .strikethrough]

  /// Every attribute with the name that themes use for it.
  package static let named: [(name: String, attribute: TextAttributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ("strikethrough", .strikethrough),
  ]
}

extension TextAttributes {
  /// The attribute that themes call `name`; nil if there is none.
  package init?(named name: String) {
    guard let match = TextAttributes.named.first(where: { $0.name == name }) else { return nil }
    self = match.attribute
  }

  /// The names of all that are set, in a fixed order.
  package var names: [String] {
    TextAttributes.named.filter { contains($0.attribute) }.map(\.name)
  }
}
