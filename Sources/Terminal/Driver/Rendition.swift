/// What the terminal draws letters with: the state that SGR sequences change (ECMA-48 §8.3.117, and xterm's colours).
struct Rendition: Equatable {
  /// By their parameters: 1 bold, 2 faint, 3 italic, 4 underlined, 7 reverse, 9 crossed out.
  private var attributes: Set<UInt8> = []
  /// As they were asked for, e.g. `38;5;234`; empty for the terminal's own.
  private var foreground: [UInt8] = []
  private var background: [UInt8] = []

  /// What switches an attribute off; 22 is for bold and faint together.
  private static let ends: [UInt8: UInt8] = [1: 22, 2: 22, 3: 23, 4: 24, 7: 27, 9: 29]

  /// Changes it as a sequence does.
  ///
  /// - Parameter parameters: What stands between `ESC [` and `m`.
  /// - Returns: false for one that is not known, which leaves it as it was.
  mutating func apply(_ parameters: some Collection<UInt8>) -> Bool {
    var next = self
    var rest = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
    while let word = rest.popFirst() {
      // A colour in one word: 38:2::r:g:b.
      if let colon = word.firstIndex(of: UInt8(ascii: ":")) {
        switch Rendition.number(word[..<colon]) {
        case 38: next.foreground = Array(word)
        case 48: next.background = Array(word)
        default: return false
        }
        continue
      }
      guard let number = Rendition.number(word) else { return false }
      switch number {
      case 0: next = Rendition()
      case 1, 2, 3, 4, 7, 9: next.attributes.insert(number)
      case 22, 23, 24, 27, 29: next.attributes = next.attributes.filter { Rendition.ends[$0] != number }
      case 30...37, 90...97: next.foreground = Array(word)
      case 40...47, 100...107: next.background = Array(word)
      case 39: next.foreground = []
      case 49: next.background = []
      case 38, 48:
        // 38;5;n and 38;2;r;g;b.
        let count = rest.first.flatMap { Rendition.number($0) } == 5 ? 2 : 4
        guard rest.count >= count else { return false }
        let color = Array(([word] + rest.prefix(count)).joined(separator: [UInt8(ascii: ";")]))
        rest = rest.dropFirst(count)
        if number == 38 { next.foreground = color } else { next.background = color }
      default: return false
      }
    }
    self = next
    return true
  }

  /// The shortest sequence that makes it of another one; nothing where they are the same.
  func sequence(from other: Rendition) -> [UInt8] {
    guard self != other else { return [] }
    let whole = parameters(from: Rendition(), ends: [[UInt8(ascii: "0")]])
    let ends = Set(other.attributes.subtracting(attributes).compactMap { Rendition.ends[$0] })
    // Bold goes with faint.
    var kept = other
    kept.attributes = kept.attributes.filter { Rendition.ends[$0].map(ends.contains) != true }
    let change = parameters(from: kept, ends: ends.sorted().map { Array(String($0).utf8) })
    let shortest = self == Rendition() ? [] : change.count <= whole.count ? change : whole
    return [0x1B, UInt8(ascii: "[")] + shortest + [UInt8(ascii: "m")]
  }

  private func parameters(from other: Rendition, ends: [[UInt8]]) -> [UInt8] {
    var words = ends
    words += attributes.subtracting(other.attributes).sorted().map { Array(String($0).utf8) }
    if foreground != other.foreground { words.append(foreground.isEmpty ? Array("39".utf8) : foreground) }
    if background != other.background { words.append(background.isEmpty ? Array("49".utf8) : background) }
    return Array(words.joined(separator: [UInt8(ascii: ";")]))
  }

  /// An empty parameter is 0.
  private static func number(_ digits: some Collection<UInt8>) -> UInt8? {
    digits.isEmpty ? 0 : UInt8(String(decoding: digits, as: UTF8.self))
  }
}
