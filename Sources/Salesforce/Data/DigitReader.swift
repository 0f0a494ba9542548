/// Reads fixed numbers of ASCII digits and single characters from the front of a text.
struct DigitReader {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// - Parameter text: has to be there as long as it is read.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  var isAtEnd: Bool { index == text.count }

  private var next: UInt8? { isAtEnd ? nil : text[index] }

  mutating func number(_ width: Int) -> Int? {
    var value = 0
    for _ in 0..<width {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// The digits that follow, of which there is at least one, as a fraction in thousandths; further digits are dropped.
  mutating func thousandths() -> Int? {
    guard var value = digit() else { return nil }
    var count = 1
    while let digit = digit() {
      if count < 3 { value = value * 10 + digit }
      count += 1
    }
    while count < 3 {
      value *= 10
      count += 1
    }
    return value
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func digit() -> Int? {
    guard let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    index += 1
    return Int(byte - UInt8(ascii: "0"))
  }
}
