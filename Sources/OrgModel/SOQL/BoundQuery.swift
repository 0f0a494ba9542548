/// A query that is ready to run, as often as one likes.
struct BoundQuery: Sendable {
  let definition: ObjectDefinition
  /// What to select; empty for `COUNT()`.
  let columns: [BoundPath]
  let isCount: Bool
  let condition: BoundCondition?
  let order: [RecordOrder.Term]
  let limit: Int?
  let offset: Int

  init(_ text: String, for reader: FieldReader) throws(APIError) {
    let query = try Parser.query(text)
    let binder = try Binder(query, for: reader)
    definition = binder.definition
    var columns: [BoundPath] = []
    if case .fields(let paths) = query.selection {
      for path in paths { columns.append(try binder.path(path)) }
      isCount = false
    } else {
      isCount = true
    }
    self.columns = columns
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
      throw APIError(.invalidQueryFilterOperator, "Maximum SOQL offset allowed is 2000")
    }
  }

  /// The records that match, in order, as of now.
  func run(in context: QueryContext, where isVisible: (Record) -> Bool) -> [Record] {
    guard let table = context.org.tables[definition.name] else { return [] }
    let candidates = candidatePositions(in: table).map(table.records(at:)) ?? table.rows.compactMap(\.self)
    let matches = candidates.filter { record in
      isVisible(record) && condition?.holds(for: record, in: context) ?? true
    }
    let wanted = limit.map { offset + $0 }
    let ordered =
      order.isEmpty ? matches : RecordOrder(terms: order, context: context).sorted(matches, first: wanted)
    return Array(ordered.prefix(wanted ?? ordered.count).dropFirst(offset))
  }

  /// Where the matches can only be, if an index tells: by Id or by owner. `nil`: anywhere.
  private func candidatePositions(in table: Table) -> [Int]? {
    var best: [Int]?
    for condition in condition?.conjuncts ?? [] {
      guard let (path, ids) = condition.possibleIDs, case .own(_, let field) = path else { continue }
      let positions: [Int]
      switch field.name {
      case "Id": positions = table.positions(of: ids)
      // Most of the table in its own order is quicker than most of it by an index.
      case "OwnerId" where table.count(ownedBy: ids) * 4 < table.rows.count: positions = table.positions(ownedBy: ids)
      default: continue
      }
      if positions.count < best?.count ?? .max { best = positions }
    }
    return best
  }
}

extension BoundCondition {
  /// The conditions that must all hold.
  fileprivate var conjuncts: [BoundCondition] {
    if case .all(let conditions) = self { conditions.flatMap(\.conjuncts) } else { [self] }
  }

  /// The Ids that the path must be one of, if this condition says so.
  fileprivate var possibleIDs: (path: BoundPath, ids: [RecordID])? {
    switch self {
    case .equal(let path, .id(let id)): (path, [id])
    case .among(let path, let values) where values.allSatisfy({ $0.id != nil }): (path, values.compactMap(\.id))
    default: nil
    }
  }

  /// The fields of the record itself that this condition looks at.
  var fieldNames: Set<String> {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.reduce(into: []) { $0.formUnion($1.fieldNames) }
    case .not(let condition): condition.fieldNames
    case .equal(let path, _), .ordered(let path, _, _), .within(let path, _, _), .like(let path, _),
      .among(let path, _):
      [path.field.name]
    }
  }
}
