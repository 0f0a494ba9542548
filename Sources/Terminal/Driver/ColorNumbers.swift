/// Remembers what was computed: a screen has few styles, and a nearest colour takes hundreds of comparisons.
struct ColorNumbers {
  let depth: ColorDepth
  private var known: [Style: (foreground: Int32, background: Int32)] = [:]

  init(depth: ColorDepth) {
    self.depth = depth
  }

  mutating func numbers(of style: Style) -> (foreground: Int32, background: Int32) {
    if let numbers = known[style] { return numbers }
    // Far more than the styles of any theme; live previews of themes could go on for ever.
    if known.count > 1000 { known = [:] }
    let numbers = depth.numbers(of: style)
    known[style] = numbers
    return numbers
  }
}
