/// Leaves out of what ncurses sends the SGR sequences that change nothing, and makes those that follow each other one.
///
/// ncurses sends both colours when one changes, and all of a style after an attribute ends: more than half of what a key
/// costs in a list, which is felt where the line is slow.
struct RenditionFilter {
  /// What the terminal has; `nil` where that is unknown.
  private var present: Rendition?
  /// What ncurses has asked for.
  private var wanted = Rendition()
  /// Whether the terminal's letters are ASCII, and not its line graphics; to end attributes, xterm's description asks for
  /// that each time.
  private var hasLetters = false

  /// Designates ASCII as the first character set (ECMA-35).
  private static let letters = Array("\u{1B}(B".utf8)

  /// The same picture in fewer bytes.
  mutating func reduce(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if let end = RenditionFilter.endOfSGR(bytes, at: place) {
        if !wanted.apply(bytes[(place + 2)..<end]) {
          catchUp(&result)
          result += bytes[place...end]
          present = nil
        }
        place = end + 1
      } else if hasLetters, bytes[place...].starts(with: RenditionFilter.letters) {
        place += RenditionFilter.letters.count
      } else if bytes[place] == 0x1B, place + 2 < bytes.count, bytes[place + 1] == RenditionFilter.letters[1] {
        hasLetters = bytes[place + 2] == RenditionFilter.letters[2]
        result += bytes[place..<(place + 3)]
        place += 3
      } else {
        catchUp(&result)
        result.append(bytes[place])
        place += 1
      }
    }
    catchUp(&result)
    return result
  }

  /// Somebody else had the terminal.
  mutating func forget() {
    present = nil
    hasLetters = false
  }

  private mutating func catchUp(_ result: inout [UInt8]) {
    if let present {
      if present != wanted { result += wanted.sequence(from: present) }
    } else {
      result += Array("\u{1B}[0m".utf8) + wanted.sequence(from: Rendition())
    }
    present = wanted
  }

  /// Where the `m` of a sequence stands that begins here; `nil` where none begins.
  private static func endOfSGR(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 2 < bytes.count, bytes[start] == 0x1B, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    var place = start + 2
    while place < bytes.count, (0x30...0x3B).contains(bytes[place]) { place += 1 }
    return place < bytes.count && bytes[place] == UInt8(ascii: "m") ? place : nil
  }
}
