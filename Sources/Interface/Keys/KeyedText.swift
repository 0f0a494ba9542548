/// A sentence that names keys by what they do: `"\(.undo) undoes it"`.
///
/// Which keys those are says the table (`KeyTable.text`), since the user may have bound others.
struct KeyedText: ExpressibleByStringInterpolation, Hashable, Sendable {
  fileprivate enum Piece: Hashable, Sendable {
    case text(String)
    case key(Command)
  }

  private let pieces: [Piece]

  private init(pieces: [Piece]) { self.pieces = pieces }
  init(stringLiteral text: String) { pieces = [.text(text)] }
  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { pieces.append(.text(text)) }
    mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }
    mutating func appendInterpolation(_ command: Command) { pieces.append(.key(command)) }
  }

  /// Its keys, one after the other, where there is no room for a sentence.
  var keys: KeyedText {
    KeyedText(
      pieces: pieces.filter { piece in
        if case .key = piece { true } else { false }
      })
  }

  /// The sentence, with these names of keys in it.
  func text(naming name: (Command) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .key(let command): name(command)
      }
    }
    .joined()
  }
}
