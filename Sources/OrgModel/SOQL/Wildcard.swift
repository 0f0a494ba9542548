/// A pattern in which a piece may stand for any one character, or for any text: of LIKE in SOQL, or of a word in SOSL.
struct Wildcard: Sendable, Equatable {
  enum Piece: Equatable {
    case character(Character)
    case anyCharacter
    case anyText
  }

  let pieces: [Piece]

  /// Linear but for `anyText`, which goes back to the last one only; so no pattern takes exponential time.
  func matches(_ text: ArraySlice<Character>) -> Bool {
    var place = text.startIndex
    var piece = 0
    var retry: (piece: Int, place: Int)?
    while place < text.endIndex {
      if piece < pieces.count, pieces[piece] == .anyText {
        retry = (piece + 1, place)
        piece += 1
      } else if piece < pieces.count, pieces[piece] == .anyCharacter || pieces[piece] == .character(text[place]) {
        piece += 1
        place += 1
      } else if let last = retry {
        retry = (last.piece, last.place + 1)
        piece = last.piece
        place = last.place + 1
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anyText }
  }
}
