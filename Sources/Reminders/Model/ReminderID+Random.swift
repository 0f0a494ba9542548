import Synchronization

extension ReminderID {
  /// One that no other has: the digits of a random UUID (RFC 9562 §5.4), but that some thousand in a row begin alike.
  ///
  /// So the rows of an import stand near each other in the indexes of identifiers; else each would be on a page of its own,
  /// and all of the index would be written with every page of tasks.
  package static func random() -> ReminderID {
    let shelf = shelf.withLock { $0.next() }
    var generator = SystemRandomNumberGenerator()
    var high: UInt64 = generator.next()
    var low: UInt64 = generator.next()
    high = high >> 8 | UInt64(shelf) << 56
    high = high & ~0xF000 | 0x4000
    low = low & ~(3 << 62) | 2 << 62
    return ReminderID(
      rawValue: String(unsafeUninitializedCapacity: 32) { text in
        for index in 0..<16 {
          text[index] = digit(high >> (60 - index * 4))
          text[16 + index] = digit(low >> (60 - index * 4))
        }
        return 32
      })
  }

  private static func digit(_ bits: UInt64) -> UInt8 {
    let value = UInt8(bits & 15)
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// With what the next ones begin.
  private struct Shelf {
    private var first = UInt8.random(in: 0...255)
    private var places = Self.size
    /// As many as there are in a page of an import.
    private static let size = 2_000

    mutating func next() -> UInt8 {
      if places == 0 { self = Shelf() }
      places -= 1
      return first
    }
  }

  private static let shelf = Mutex(Shelf())
}
