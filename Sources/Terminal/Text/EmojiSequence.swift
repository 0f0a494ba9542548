/// Emoji of several scalars that are one picture (Unicode Technical Standard 51).
enum EmojiSequence {
  /// Whether the whole cluster is one picture, two columns wide: emoji presentation, flags, skin tones, joined emoji.
  static func isOneGlyph(_ scalars: String.UnicodeScalarView, base: Unicode.Scalar) -> Bool {
    if isRegionalIndicator(base) { return scalars.dropFirst().first.map(isRegionalIndicator) ?? false }
    return base.properties.isEmoji
      && scalars.dropFirst().contains { $0.value == 0xFE0F || $0.properties.isEmojiModifier }
      || base.properties.isEmojiPresentation
  }

  static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}
