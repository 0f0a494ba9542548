/// A pattern of LIKE: `%` stands for any text, `_` for one character, a backslash takes their meaning away; case does
/// not matter.
struct LikePattern: Sendable {
  private enum Piece: Equatable {
    case character(Character)
    case anyCharacter
    case anyText
  }

  private let pieces: [Piece]

  init(_ pattern: String) {
    var pieces: [Piece] = []
    var isEscaped = false
    for character in pattern.lowercased() {
      switch character {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "%" where !isEscaped:
        if pieces.last != .anyText { pieces.append(.anyText) }
      case "_" where !isEscaped: pieces.append(.anyCharacter)
      default: pieces.append(.character(character))
      }
      isEscaped = false
    }
    self.pieces = pieces
  }

  /// Linear but for `%`, which goes back to the last one only; so no pattern takes exponential time.
  func matches(_ text: String) -> Bool {
    let characters = Array(text.lowercased())
    var index = 0
    var piece = 0
    var retry: (piece: Int, index: Int)?
    while index < characters.count {
      if piece < pieces.count, pieces[piece] == .anyText {
        retry = (piece + 1, index)
        piece += 1
      } else if piece < pieces.count, pieces[piece] == .anyCharacter || pieces[piece] == .character(characters[index]) {
        piece += 1
        index += 1
      } else if let last = retry {
        retry = (last.piece, last.index + 1)
        piece = last.piece
        index = last.index + 1
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anyText }
  }
}
