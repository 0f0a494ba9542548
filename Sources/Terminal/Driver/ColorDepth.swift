/// How many colours the terminal can show.
package enum ColorDepth: Hashable, Sendable {
  case none, ansi8, ansi16, palette256, trueColor

  /// - Parameter colors: What the terminal description says (`colors`).
  init(colors: Int32, isDirect: Bool) {
    switch colors {
    case ..<8: self = .none
    case 8..<16: self = .ansi8
    case 16..<256: self = .ansi16
    default: self = isDirect ? .trueColor : .palette256
    }
  }

  /// The number of a colour for ncurses; -1 is the terminal's default.
  func number(_ color: Color?) -> Int32 {
    guard let color, !color.isTerminalDefault else { return -1 }
    switch self {
    case .none: return -1
    case .ansi8: return Int32(XtermPalette.nearest(to: color, in: 0..<8))
    case .ansi16: return Int32(XtermPalette.nearest(to: color, in: 0..<16))
    // The first 16 look as the user set them, so only the others are sure to be what we mean.
    case .palette256: return Int32(XtermPalette.nearest(to: color, in: 16..<256))
    // xterm-direct takes numbers below 8 for the palette.
    case .trueColor: return max(8, Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue))
    }
  }

  /// The numbers of a text's colours, which differ if the colours do: a text never vanishes in its background.
  func numbers(of style: Style) -> (foreground: Int32, background: Int32) {
    let foreground = number(style.foreground)
    let background = number(style.background)
    guard foreground == background, foreground >= 0, style.foreground != style.background,
      let color = style.background
    else { return (foreground, background) }
    let isDark = LabColor(color).lightness < 50
    let contrast: UInt8 = isDark ? 255 : 0
    return (number(Color(red: contrast, green: contrast, blue: contrast)), background)
  }
}
