import Foundation

/// A colour as the eye sees it: CIE 1976 L*a*b* under daylight (D65), in which distances can be compared.
struct LabColor: Sendable {
  /// 0 (black) to 100 (white).
  let lightness: Double
  /// From green to red.
  let a: Double
  /// From blue to yellow.
  let b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// By CIE 15.
  init(_ color: Color) {
    let light = LinearColor(color)
    let (red, green, blue) = (light.red, light.green, light.blue)
    func root(_ value: Double) -> Double { value > 216.0 / 24_389 ? cbrt(value) : (24_389.0 / 27 * value + 16) / 116 }
    let x = root((0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47)
    let y = root(0.212_672_9 * red + 0.715_152_2 * green + 0.072_175_0 * blue)
    let z = root((0.019_333_9 * red + 0.119_192_0 * green + 0.950_304_1 * blue) / 1.088_83)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// 0 for greys; the palest colours of themes have some 16.
  var chroma: Double { hypot(a, b) }

  /// How different two colours look: CIEDE2000, in the steps and names of Sharma, Wu and Dalal, "The CIEDE2000
  /// Color-Difference Formula" (2005).
  func difference(from other: LabColor) -> Double {
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1 + 0.5 * (1 - LabColor.saturation(meanChroma))
    let (a1, a2) = (stretch * a, stretch * other.a)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (LabColor.angle(a1, b), LabColor.angle(a2, other.b))
    let isGrey = c1 * c2 == 0

    var turn = isGrey ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let deltaL = other.lightness - lightness
    let deltaC = c2 - c1
    let deltaH = 2 * (c1 * c2).squareRoot() * sin(turn / 2 * .pi / 180)

    let meanC = (c1 + c2) / 2
    var meanH = h1 + h2
    if !isGrey { meanH = (abs(h1 - h2) <= 180 ? meanH : meanH < 360 ? meanH + 360 : meanH - 360) / 2 }

    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let t =
      1 - 0.17 * cosine(meanH - 30) + 0.24 * cosine(2 * meanH) + 0.32 * cosine(3 * meanH + 6)
      - 0.20 * cosine(4 * meanH - 63)
    let l = deltaL / lightnessWeight(other)
    let c = deltaC / (1 + 0.045 * meanC)
    let h = deltaH / (1 + 0.015 * meanC * t)
    let blueTurn = 30 * exp(-pow((meanH - 275) / 25, 2))
    let rotation = -2 * LabColor.saturation(meanC) * sin(2 * blueTurn * .pi / 180)
    return (l * l + c * c + h * h + rotation * c * h).squareRoot()
  }

  /// What the difference is at least: that of lightness alone, for a tenth of the time.
  func leastDifference(from other: LabColor) -> Double {
    abs(other.lightness - lightness) / lightnessWeight(other)
  }

  /// S_L: differences of light and of dark colours are seen less.
  private func lightnessWeight(_ other: LabColor) -> Double {
    let offset = (lightness + other.lightness) / 2 - 50
    return 1 + 0.015 * offset * offset / (20 + offset * offset).squareRoot()
  }

  private static func saturation(_ chroma: Double) -> Double {
    let seventh = pow(chroma, 7)
    return (seventh / (seventh + pow(25, 7))).squareRoot()
  }

  /// In degrees, 0 to 360.
  private static func angle(_ a: Double, _ b: Double) -> Double {
    if a == 0, b == 0 { return 0 }
    let angle = atan2(b, a) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }
}
