/// A key of a write in the form that the User Interface API asks for: a UUID of version 4 (RFC 9562 §5.4).
struct IdempotencyKey: Equatable {
  let text: String

  /// - Parameter digits: 32 hexadecimal digits. The bits that say "version 4" are set; in a random UUID they are already,
  ///   so different UUIDs stay different keys. `nil` for anything else.
  init?(digits: String) {
    var nibbles = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
    guard nibbles.count == 32, digits.count == 32 else { return nil }
    nibbles[12] = 4
    nibbles[16] = 8 | nibbles[16] & 3
    var text = ""
    for (index, nibble) in nibbles.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text += String(nibble, radix: 16)
    }
    self.text = text
  }
}
