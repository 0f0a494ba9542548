import Reminders

/// How well what is typed fits a text: all its letters must be in it, in their order. Case and accents do not matter.
struct FuzzyMatch: Hashable, Sendable {
  /// The higher, the better. A letter counts more at the beginning of a word, and right after the one before it.
  let score: Int
  /// The characters of the text that were meant.
  let places: Set<Int>

  private static let letter = 1
  private static let contiguous = 10
  private static let wordStart = 8
  private static let textStart = 10
  /// Nobody types as much; a paste might.
  private static let longest = 64

  /// The best of all ways to find it there; `nil` if there is none.
  init?(_ typed: String, in text: String) {
    let wanted = FoldedText.letters(of: typed).map(\.letter).filter { !$0.isWhitespace }.prefix(FuzzyMatch.longest)
    let letters = FoldedText.letters(of: text)
    let bonuses = FuzzyMatch.bonuses(letters.map(\.letter))
    guard wanted.count <= letters.count else { return nil }
    /// The best way whose last letter is at this place, and where the one before it is.
    struct Way {
      let score: Int
      let previous: Int?
    }
    var rows: [[Way?]] = []
    for letter in wanted {
      var row = [Way?](repeating: nil, count: letters.count)
      // The best of the ways so far that end with a gap before this place.
      var apart: (score: Int, end: Int)?
      for place in letters.indices {
        if place >= 2, let way = rows.last?[place - 2], way.score > apart?.score ?? .min {
          apart = (way.score, place - 2)
        }
        guard letters[place].letter == letter else { continue }
        let own = FuzzyMatch.letter + bonuses[place]
        guard let before = rows.last else {
          row[place] = Way(score: own, previous: nil)
          continue
        }
        let next = place > 0 ? before[place - 1].map { $0.score + FuzzyMatch.contiguous } : nil
        if let next, next >= apart?.score ?? .min {
          row[place] = Way(score: next + own, previous: place - 1)
        } else if let apart {
          row[place] = Way(score: apart.score + own, previous: apart.end)
        }
      }
      rows.append(row)
    }
    var score = 0
    var places: Set<Int> = []
    if let last = rows.last {
      guard let best = last.indices.max(by: { last[$0]?.score ?? .min < last[$1]?.score ?? .min }), last[best] != nil
      else { return nil }
      score = last[best]?.score ?? 0
      var place: Int? = best
      for row in rows.reversed() {
        guard let here = place else { break }
        places.insert(letters[here].place)
        place = row[here]?.previous
      }
    }
    self.score = score
    self.places = places
  }

  /// What a letter counts by its place.
  private static func bonuses(_ letters: [Character]) -> [Int] {
    letters.indices.map { place in
      guard place > 0 else { return textStart }
      let before = letters[place - 1]
      return before.isLetter || before.isNumber ? 0 : wordStart
    }
  }
}
