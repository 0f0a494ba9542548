/// How much of an answer's body.
enum Portion: Sendable, Equatable {
  case bytes(Int)
  /// 0 to 1.
  case fraction(Double)

  /// So many of `total` bytes.
  func count(of total: Int) -> Int {
    switch self {
    case .bytes(let count): min(max(count, 0), total)
    case .fraction(let fraction): Int(Double(total) * min(max(fraction, 0), 1))
    }
  }
}
