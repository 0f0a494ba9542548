/// The positions of records in a table, in the order of their SystemModstamps.
///
/// It lies in short pieces: a change moves the few entries of one piece, and a change to a copy of the index copies one
/// piece and the list of pieces, however large the table is.
struct StampIndex: Sendable {
  private struct Entry: Comparable {
    let stamp: Timestamp
    let position: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.stamp == right.stamp ? left.position < right.position : left.stamp < right.stamp
    }
  }

  /// In order, none of them empty.
  private var pieces: [[Entry]] = []

  private static let maximumPiece = 512

  mutating func insert(_ position: Int, at stamp: Timestamp) {
    let entry = Entry(stamp: stamp, position: position)
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

  mutating func remove(_ position: Int, at stamp: Timestamp) {
    let entry = Entry(stamp: stamp, position: position)
    let place = place(of: entry)
    guard place.piece < pieces.count, pieces[place.piece][place.offset] == entry else { return }
    pieces[place.piece].remove(at: place.offset)
    if pieces[place.piece].isEmpty { pieces.remove(at: place.piece) }
  }

  /// How many records have a stamp in the span.
  func count(in span: Range<Timestamp>) -> Int {
    let (start, end) = places(of: span)
    guard start.piece < end.piece else { return end.offset - start.offset }
    return pieces[start.piece..<end.piece].reduce(0) { $0 + $1.count } - start.offset + end.offset
  }

  /// All positions.
  var positions: [Int] { pieces.flatMap { $0.map(\.position) } }

  func positions(in span: Range<Timestamp>) -> [Int] {
    var positions: [Int] = []
    positions.reserveCapacity(count(in: span))
    forEachPosition(in: span, descending: false) { position in
      positions.append(position)
      return true
    }
    return positions
  }

  /// Calls `body` with one position after the other, in the order of the stamps, until it returns false.
  func forEachPosition(in span: Range<Timestamp>, descending: Bool, _ body: (Int) -> Bool) {
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

  private func places(of span: Range<Timestamp>) -> (start: Place, end: Place) {
    (
      place(of: Entry(stamp: span.lowerBound, position: .min)),
      place(of: Entry(stamp: span.upperBound, position: .min))
    )
  }

  /// Where the entry is, or where it would be; one piece beyond the last if it comes after all.
  private func place(of entry: Entry) -> Place {
    let piece = pieces.firstIndex { $0[$0.count - 1] >= entry }
    guard piece < pieces.count else { return Place(piece: piece, offset: 0) }
    return Place(piece: piece, offset: pieces[piece].firstIndex { $0 >= entry })
  }

  private mutating func split(_ index: Int) {
    let piece = pieces[index]
    guard piece.count > Self.maximumPiece else { return }
    let middle = piece.count / 2
    pieces[index] = Array(piece[..<middle])
    pieces.insert(Array(piece[middle...]), at: index + 1)
  }
}

extension Array {
  /// The first index whose element is one for which `predicate` is true, as it is for all after it; by bisection.
  fileprivate func firstIndex(_ predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
