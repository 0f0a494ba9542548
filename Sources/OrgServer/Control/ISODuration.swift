/// Durations as ISO 8601 writes them, without years and months, which have no fixed length: `P1DT2H30M`, `PT0.5S`, `-PT5M`.
enum ISODuration {
  private static let dateUnits: [Character: Double] = ["W": 604_800, "D": 86_400]
  private static let timeUnits: [Character: Double] = ["H": 3600, "M": 60, "S": 1]

  /// `nil` if it is none.
  static func seconds(_ text: String) -> Double? {
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative ? text.dropFirst() : text[...]
    guard unsigned.first == "P", unsigned.count > 2, unsigned.last != "T" else { return nil }
    let halves = unsigned.dropFirst().split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let days = sum(halves[0], dateUnits), let time = sum(halves.count == 2 ? halves[1] : "", timeUnits) else {
      return nil
    }
    return isNegative ? -(days + time) : days + time
  }

  private static func sum(_ text: Substring, _ units: [Character: Double]) -> Double? {
    var sum = 0.0
    var rest = text
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      guard let number = Double(digits), let unit = rest.popFirst().flatMap({ units[$0] }) else { return nil }
      sum += number * unit
    }
    return sum
  }
}
