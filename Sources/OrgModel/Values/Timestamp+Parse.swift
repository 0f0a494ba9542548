extension Timestamp {
  /// Reads ISO 8601 as Salesforce accepts it: seconds, an optional fraction, and a zone `Z`, `+0000` or `+00:00`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 40, bytes[10] == UInt8(ascii: "T"),
      let day = CalendarDay(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Self.number(bytes[11..<13], below: 24), let minute = Self.number(bytes[14..<16], below: 60),
      let second = Self.number(bytes[17..<19], below: 60)
    else { return nil }
    var index = 19
    var fraction = 0
    if bytes[index] == UInt8(ascii: ".") {
      let digits = bytes[(index + 1)...].prefix(while: isASCIIDigit)
      guard !digits.isEmpty else { return nil }
      let milliseconds =
        Array(digits.prefix(3)) + [UInt8](repeating: UInt8(ascii: "0"), count: 3).dropFirst(digits.count)
      fraction = Self.number(milliseconds[...], below: 1000) ?? 0
      index = digits.endIndex
    }
    guard let offset = Self.offset(bytes[index...]) else { return nil }
    let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second - offset
    self.init(milliseconds: seconds * 1000 + fraction)
  }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard digits.allSatisfy(isASCIIDigit) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return value < limit ? value : nil
  }

  /// Seconds east of Greenwich.
  private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
    guard let sign = zone.first else { return nil }
    if zone.count == 1 { return sign == UInt8(ascii: "Z") ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var digits = Array(zone.dropFirst())
    if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
    guard digits.count == 4, let hours = number(digits[0..<2], below: 24),
      let minutes = number(digits[2..<4], below: 60)
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }
}
