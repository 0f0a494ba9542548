/// The 256 colours of xterm: 16 that users may change, a cube of 6 × 6 × 6, and 24 greys.
enum XtermPalette {
  /// The number of the colour that looks most like `color` (CIEDE2000); the lowest of several.
  static func nearest(to color: Color, in numbers: some Collection<Int>) -> Int {
    let seen = LabColor(color)
    var nearest = (number: 0, difference: Double.infinity)
    for number in numbers where seenColors[number].leastDifference(from: seen) < nearest.difference {
      let difference = seenColors[number].difference(from: seen)
      if difference < nearest.difference { nearest = (number, difference) }
    }
    return nearest.number
  }

  static let colors: [Color] = ansi + cube + greys

  private static let seenColors = colors.map(LabColor.init)

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
