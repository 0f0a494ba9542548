import Testing

@testable import Terminal

@Suite("Colours as the eye sees them")
struct LabColorTests {
  @Test(
    "Differences are those of the test data of Sharma, Wu and Dalal (2005), either way round",
    arguments: [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425), ([50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615),
      ([50, 2.8361, -74.0200], [50, 0, -82.7485], 3.4412), ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0000),
      ([50, 0, 0], [50, -1, 2], 2.3669), ([50, 2.4900, -0.0010], [50, -2.4900, 0.0009], 7.1792),
      ([50, 2.4900, -0.0010], [50, -2.4900, 0.0011], 7.2195), ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([50, 2.5, 0], [56, -27, -3], 31.9030), ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
      ([90.8027, -2.0831, 1.4410], [91.1528, -1.6435, 0.0447], 1.4441),
    ] as [([Double], [Double], Double)])
  func differences(one: [Double], other: [Double], expected: Double) {
    let (one, other) = (lab(one), lab(other))
    #expect(abs(one.difference(from: other) - expected) < 0.0001)
    #expect(abs(other.difference(from: one) - expected) < 0.0001)
  }

  @Test(
    "Colours of the screen have the known values",
    arguments: [
      ("#ffffff", [100, 0, 0]), ("#000000", [0, 0, 0]), ("#ff0000", [53.24, 80.09, 67.20]),
      ("#00ff00", [87.73, -86.18, 83.18]), ("#0000ff", [32.30, 79.19, -107.86]), ("#777777", [50.03, 0, 0]),
    ] as [(String, [Double])])
  func known(text: String, expected: [Double]) throws {
    let color = LabColor(try #require(Color(text)))
    let found = [color.lightness, color.a, color.b]
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 0.02 }, "\(found)")
  }

  private func lab(_ values: [Double]) -> LabColor { LabColor(lightness: values[0], a: values[1], b: values[2]) }
}
