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
    shape = query.shape
  }

  /// Calls `body` with the rows at these places, with the values that `org` holds now; what is beyond the end, or was purged since the
  /// query ran, is left out.
  ///
  /// Source: SOAP API Developer Guide, "queryMore()": a cursor gathers the Ids.
  package func forEachRow(_ range: Range<Int>, in org: Org, _ body: (QueryRow) -> Void) {
    guard let table = org.tables[object] else { return }
    var maker = RowMaker(shape, of: org)
    for position in positions[range.clamped(to: 0..<positions.count)] {
      guard table.rows.indices.contains(position), let record = table.rows[position] else { continue }
      body(maker.row(record))
    }
  }

  /// All these rows at once.
  func rows(_ range: Range<Int>, in org: Org) -> [QueryRow] {
    var rows: [QueryRow] = []
    forEachRow(range, in: org) { rows.append($0) }
    return rows
  }
}
