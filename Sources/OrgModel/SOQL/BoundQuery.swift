/// A query that is ready to run, as often as one likes.
struct BoundQuery: Sendable {
  let definition: ObjectDefinition
  /// What to select; empty for `COUNT()`.
  let columns: [BoundPath]
  let shape: RowShape
  let isCount: Bool
  let condition: BoundCondition?
  let order: [RecordOrder.Term]
  let limit: Int?
  let offset: Int

  init(_ text: String, for reader: FieldReader) throws(APIError) {
    try self.init(try Parser.query(text), for: reader)
  }

  init(_ query: Query, for reader: FieldReader) throws(APIError) {
    let binder = try Binder(query, for: reader)
    definition = binder.definition
    let selected =
      if let list = query.list { try list.columns(by: binder) } else { try BoundColumns(query.selection, by: binder) }
    columns = selected.columns
    shape = selected.shape
    isCount = if case .count = query.selection { true } else { false }
    if let condition = query.condition { try binder.checkSemiJoins(in: condition) }
    condition = if let condition = query.condition { try binder.condition(condition) } else { nil }
    var order: [RecordOrder.Term] = []
    for term in query.order {
      order.append(
        RecordOrder.Term(
          path: try binder.sortable(term.path), isDescending: term.isDescending, nullsLast: term.nullsLast))
    }
    self.order = order
    limit = query.limit
    offset = query.offset ?? 0
    guard offset <= 2000 else {
      throw APIError(.numberOutsideValidRange, "Maximum SOQL offset allowed is 2000")
    }
  }

  /// Where in the table the records are that match, in order, as of now; with `most`, the first so many of them.
  func run(
    in context: QueryContext, includesDeleted: Bool = false, atMost most: Int? = nil,
    where isWanted: (Record) -> Bool = { _ in true }
  ) -> [Int] {
    guard let table = context.org.tables[definition.name] else { return [] }
    let condition = condition?.resolved(in: context)
    let wanted = [limit, most].compactMap(\.self).min().map { $0 + offset }
    let access = AccessPath(to: table, where: condition, order: order)
    var visible = Visibility(of: definition, in: context, includesDeleted: includesDeleted)
    var found: [Int] = []
    access.forEachPosition(in: table) { position in
      guard let record = table.rows[position], visible.allows(record),
        condition?.holds(for: record, in: context) ?? true, isWanted(record)
      else { return true }
      found.append(position)
      return !access.isOrdered || wanted.map { found.count < $0 } ?? true
    }
    if !access.isOrdered {
      found = RecordOrder(terms: order, context: context).sorted(found, of: table, first: wanted)
    }
    return Array(found.prefix(wanted ?? .max).dropFirst(offset))
  }

  /// What the one column of a semi-join holds; nulls join nothing.
  func values(in context: QueryContext) -> Set<OrgValue> {
    guard let column = columns.first, let table = context.org.tables[definition.name] else { return [] }
    var values: Set<OrgValue> = []
    for position in run(in: context) {
      guard let record = table.rows[position] else { continue }
      values.insert(column.value(in: record, of: context.org))
    }
    values.remove(.null)
    return values
  }
}
