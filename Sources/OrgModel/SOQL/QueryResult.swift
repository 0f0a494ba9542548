/// Which records a query found, when it ran.
package struct QueryResult: Sendable {
  /// How many there are, also for `COUNT()`.
  package let totalSize: Int
  /// How many rows there are to read: none for `COUNT()`.
  package var rowCount: Int { positions.count }
  private let object: String
  private let positions: [Int]
  private let shape: RowShape

  init(_ query: BoundQuery, found positions: [Int]) {
    totalSize = positions.count
    object = query.definition.name
    self.positions = query.isCount ? [] : positions
    shape = RowShape(query.columns)
  }

  /// The rows at these places, with the values that `org` holds now; what is beyond the end, or was purged since the
  /// query ran, is left out.
  ///
  /// Source: SOAP API Developer Guide, "queryMore()": a cursor gathers the Ids.
  package func rows(_ range: Range<Int>, in org: Org) -> [QueryRow] {
    guard let table = org.tables[object] else { return [] }
    var maker = RowMaker(shape, of: org)
    return positions[range.clamped(to: 0..<positions.count)]
      .compactMap { position in
        guard table.rows.indices.contains(position), let record = table.rows[position] else { return nil }
        return maker.row(record)
      }
  }
}
