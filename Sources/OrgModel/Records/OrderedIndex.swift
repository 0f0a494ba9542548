/// The positions of records in a table by SystemModstamp.
typealias StampIndex = OrderedIndex<Timestamp>

/// The positions of records in a table, in the order of a value that each of them has.
///
/// It lies in short pieces: a change moves the few entries of one piece, and a change to a copy of the index copies one
/// piece and the list of pieces, however large the table is.
struct OrderedIndex<Key: Comparable & Sendable>: Sendable {
  private struct Entry: Comparable {
    let key: Key
    let position: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.key == right.key ? left.position < right.position : left.key < right.key
    }
  }

  /// In order, none of them empty.
  private var pieces: [[Entry]] = []

  private static var maximumPiece: Int { 512 }

  mutating func insert(_ position: Int, at key: Key) {
    let entry = Entry(key: key, position: position)
    let place = place(of: entry)
    if place.piece < pieces.count {
      pieces[place.piece].insert(entry, at: place.offset)
      split(place.piece)
    } else if let last = pieces.indices.last, pieces[last].count < Self.maximumPiece {
      pieces[last].append(entry)
    } else {
      pieces.append([entry])
    }
  }

  mutating func remove(_ position: Int, at key: Key) {
    let entry = Entry(key: key, position: position)
    let place = place(of: entry)
    guard place.piece < pieces.count, pieces[place.piece][place.offset] == entry else { return }
    pieces[place.piece].remove(at: place.offset)
    if pieces[place.piece].isEmpty { pieces.remove(at: place.piece) }
  }

  /// How many records have a value in the span.
  func count(in span: Range<Key>) -> Int {
    let (start, end) = places(of: span)
    guard start.piece < end.piece else { return end.offset - start.offset }
    return pieces[start.piece..<end.piece].reduce(0) { $0 + $1.count } - start.offset + end.offset
  }

  func positions(in span: Range<Key>) -> [Int] {
    var positions: [Int] = []
    positions.reserveCapacity(count(in: span))
    forEachPosition(in: span, descending: false) { position in
      positions.append(position)
      return true
    }
    return positions
  }

  /// Calls `body` with one position after the other, in the order of the values, until it returns false.
  func forEachPosition(in span: Range<Key>, descending: Bool, _ body: (Int) -> Bool) {
    let (start, end) = places(of: span)
    func offsets(_ piece: Int) -> Range<Int> {
      let upper = piece == end.piece ? end.offset : pieces[piece].count
      return (piece == start.piece ? start.offset : 0)..<upper
    }
    let touched = start.piece..<min(end.piece + 1, pieces.count)
    if descending {
      for piece in touched.reversed() {
        for offset in offsets(piece).reversed() where !body(pieces[piece][offset].position) { return }
      }
    } else {
      for piece in touched {
        for offset in offsets(piece) where !body(pieces[piece][offset].position) { return }
      }
    }
  }

  // MARK: Places

  private struct Place {
    let piece: Int
    let offset: Int
  }

  private func places(of span: Range<Key>) -> (start: Place, end: Place) {
    (
      place(of: Entry(key: span.lowerBound, position: .min)),
      place(of: Entry(key: span.upperBound, position: .min))
    )
  }

  /// Where the entry is, or where it would be; one piece beyond the last if it comes after all.
  private func place(of entry: Entry) -> Place {
    let piece = pieces.partitioningIndex { $0[$0.count - 1] >= entry }
    guard piece < pieces.count else { return Place(piece: piece, offset: 0) }
    return Place(piece: piece, offset: pieces[piece].partitioningIndex { $0 >= entry })
  }

  private mutating func split(_ index: Int) {
    let piece = pieces[index]
    guard piece.count > Self.maximumPiece else { return }
    let middle = piece.count / 2
    pieces[index] = Array(piece[..<middle])
    pieces.insert(Array(piece[middle...]), at: index + 1)
  }
}
