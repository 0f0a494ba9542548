import Terminal

/// The style that a role has in a theme file: `ink`, `ink on night`, `on hill bold`, `#d5dae3 underline`.
struct ThemeStyle {
  let style: Style

  init(_ entry: ThemeFile.Entry<String>, palette: [String: Color]) throws(ThemeError) {
    var style = Style.plain
    var isBackground = false
    for word in entry.value.split(whereSeparator: \.isWhitespace).map(String.init) {
      if word == "on", !isBackground, style.background == nil {
        isBackground = true
      } else if let color = try ThemeStyle.color(word, entry, palette) {
        guard isBackground || style.foreground == nil && style.background == nil else {
          throw ThemeError(file: entry.file, line: entry.line, .badStyle(entry.value))
        }
        if isBackground { style.background = color } else { style.foreground = color }
        isBackground = false
      } else if let attribute = TextAttributes(named: word) {
        style.attributes.insert(attribute)
      } else {
        let names = Array(palette.keys) + TextAttributes.named.map(\.name)
        throw ThemeError(
          file: entry.file, line: entry.line, .unknownColor(word, nearest: NearestName.of(word, among: names)))
      }
    }
    if isBackground { throw ThemeError(file: entry.file, line: entry.line, .badStyle(entry.value)) }
    self.style = style
  }

  /// `nil` for a word that is not meant as a colour.
  private static func color(_ word: String, _ entry: ThemeFile.Entry<String>, _ palette: [String: Color])
    throws(ThemeError) -> Color?
  {
    if let color = palette[word] ?? Color(word) { return color }
    if word.hasPrefix("#") { throw ThemeError(file: entry.file, line: entry.line, .badColor(word)) }
    return nil
  }
}
