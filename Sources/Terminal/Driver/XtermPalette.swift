/// The 256 colours of xterm: 16 that users may change, a cube of 6 × 6 × 6, and 24 greys.
enum XtermPalette {
  /// The number of the colour that looks most like `color`; the lowest of several.
  static func nearest(to color: Color, in numbers: Range<Int>) -> Int {
    let nearest = numbers.min { distance(colors[$0], color) < distance(colors[$1], color) }
    return nearest ?? numbers.lowerBound
  }

  /// How different two colours look: the square of a distance weighted for the eye ("redmean").
  static func distance(_ left: Color, _ right: Color) -> Int {
    let mean = (Int(left.red) + Int(right.red)) / 2
    let red = Int(left.red) - Int(right.red)
    let green = Int(left.green) - Int(right.green)
    let blue = Int(left.blue) - Int(right.blue)
    return ((512 + mean) * red * red) / 256 + 4 * green * green + ((767 - mean) * blue * blue) / 256
  }

  /// The distance of a middle grey from black.
  static let middle = distance(Color(red: 128, green: 128, blue: 128), Color(red: 0, green: 0, blue: 0))

  static let colors: [Color] = ansi + cube + greys

  private static let ansi: [Color] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
  .map { Color(red: $0.0, green: $0.1, blue: $0.2) }

  private static let cube: [Color] = {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    return steps.flatMap { red in
      steps.flatMap { green in steps.map { blue in Color(red: red, green: green, blue: blue) } }
    }
  }()

  private static let greys: [Color] = (0..<24)
    .map { step in
      let level = UInt8(8 + 10 * step)
      return Color(red: level, green: level, blue: level)
    }
}
