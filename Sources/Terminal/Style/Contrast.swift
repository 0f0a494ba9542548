/// How well a colour can be told from another, by WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
package enum Contrast {
  /// From 1 (the same) to 21 (black and white); `nil` where one is the terminal's own, which nobody here knows.
  package static func ratio(_ one: Color, _ other: Color) -> Double? {
    guard !one.isTerminalDefault, !other.isTerminalDefault else { return nil }
    let (dark, light) = { ($0.min() ?? 0, $0.max() ?? 0) }([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)
  }

  /// E.g. `4.49:1`, rounded down, so that what is not enough never looks as if it were.
  package static func text(_ ratio: Double) -> String {
    "\((ratio * 100).rounded(.down) / 100):1"
  }

  private static func luminance(_ color: Color) -> Double {
    let light = LinearColor(color)
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }
}
