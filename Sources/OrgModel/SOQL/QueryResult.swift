/// The records that a query found, as they were when it ran.
package struct QueryResult: Sendable {
  /// How many there are, also for `COUNT()`.
  package let totalSize: Int
  let records: [Record]
  let columns: [BoundPath]

  /// The rows at these places; what is beyond the end is left out.
  package func rows(_ range: Range<Int>, in org: Org) -> [QueryRow] {
    records[range.clamped(to: 0..<records.count)].map { QueryRow($0, columns: columns, of: org) }
  }
}
