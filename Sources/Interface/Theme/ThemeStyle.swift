import Terminal

/// The style that a role has in a theme file: `ink`, `ink on night`, `on hill bold`, `#d5dae3 underline`.
struct ThemeStyle {
  let style: Style

  init(_ entry: ThemeFile.Entry, palette: [String: Color]) throws(ThemeError) {
    var style = Style.plain
    var isBackground = false
    for part in entry.value.split(whereSeparator: \.isWhitespace) {
      let word = String(part)
      if word == "on", !isBackground, style.background == nil {
        isBackground = true
      } else if let color = palette[word] ?? Color(word) {
        guard isBackground || style.foreground == nil && style.background == nil else {
          throw entry.mistake(at: part.startIndex, .badStyle(entry.value))
        }
        if isBackground { style.background = color } else { style.foreground = color }
        isBackground = false
      } else if let attribute = TextAttributes(named: word) {
        style.attributes.insert(attribute)
      } else if word.hasPrefix("#") {
        throw entry.mistake(at: part.startIndex, .badColor(word))
      } else {
        let names = Array(palette.keys) + TextAttributes.named.map(\.name)
        throw entry.mistake(at: part.startIndex, .unknownColor(word, nearest: NearestName.of(word, among: names)))
      }
    }
    if isBackground { throw entry.mistake(.badStyle(entry.value)) }
    self.style = style
  }
}
