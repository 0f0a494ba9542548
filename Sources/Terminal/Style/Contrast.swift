import Glibc

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
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }
}
