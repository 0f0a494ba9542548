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
    if let palette { return Int32(XtermPalette.nearest(to: color, in: palette)) }
    // xterm-direct takes numbers below 8 for the palette.
    return self == .none ? -1 : max(8, Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue))
  }

  /// The numbers to choose from, where there are few.
  private var palette: Range<Int>? {
    switch self {
    case .none, .trueColor: nil
    case .ansi8: 0..<8
    case .ansi16: 0..<16
    // The first 16 look as the user set them, so only the others are sure to be what we mean.
    case .palette256: 16..<256
    }
  }

  /// The contrast of text (WCAG 2.2, 1.4.3). Of 16 colours nobody knows how bright they really are; 3 leaves red on black,
  /// and not blue.
  private var enoughContrast: Double { self == .palette256 ? 4.5 : 3 }

  /// Below it a colour is a tint of grey: those of borders and of what is muted.
  private static let leastChroma = 14.0

  /// The numbers of a text's colours.
  ///
  /// The text is as easy to read as in the colours that are meant, as far as `enoughContrast`: of few colours the nearest
  /// one often is not, such as blue for a grey on black. Of 16 or 8, a colour that is nearly grey becomes grey, since all
  /// others are far more vivid than it.
  func numbers(of style: Style) -> (foreground: Int32, background: Int32) {
    let background = number(style.background)
    guard let palette, background >= 0, let front = style.foreground, let back = style.background,
      let ratio = Contrast.ratio(front, back)
    else { return (number(style.foreground), background) }
    let ground = XtermPalette.colors[Int(background)]
    func contrast(_ number: Int) -> Double { Contrast.ratio(XtermPalette.colors[number], ground) ?? 1 }
    let least = min(ratio, enoughContrast)
    var legible = palette.filter { contrast($0) >= least }
    if self != .palette256, LabColor(front).chroma < Self.leastChroma {
      let greys = legible.filter { LabColor(XtermPalette.colors[$0]).chroma < 1 }
      if !greys.isEmpty { legible = greys }
    }
    let nearest =
      legible.isEmpty ? palette.max { contrast($0) < contrast($1) } : XtermPalette.nearest(to: front, in: legible)
    return (Int32(nearest ?? 0), background)
  }
}
