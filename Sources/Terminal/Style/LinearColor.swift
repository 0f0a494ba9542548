import Foundation

/// A colour by the light that it is made of (IEC 61966-2-1, sRGB), each from 0 to 1.
struct LinearColor {
  let red: Double
  let green: Double
  let blue: Double

  init(_ color: Color) {
    (red, green, blue) = (Self.light[Int(color.red)], Self.light[Int(color.green)], Self.light[Int(color.blue)])
  }

  /// Of each value of a channel: the nearest of 256 colours is looked for before the first picture.
  private static let light: [Double] = (0...255)
    .map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}
