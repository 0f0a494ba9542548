extension [UInt8] {
  /// Writes a number in decimal with leading zeros; of a longer one the last digits.
  mutating func append(decimal value: Int, width: Int) {
    var divisor: UInt = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(value.magnitude / divisor % 10))
      divisor /= 10
    }
  }
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// A number without needless decimals.
func written(_ number: Double) -> String {
  Int64(exactly: number).map { String($0) } ?? String(number)
}
