/// By which way to the records that a query may find: the shortest that the indexes of the table offer.
struct AccessPath {
  private enum Way {
    case positions([Int])
    case stamps(StampIndex, Range<Timestamp>, descending: Bool)
    case everything
  }

  private let way: Way
  /// Whether the records come in the order that was asked for, so that enough of them is enough.
  let isOrdered: Bool

  init(to table: Table, where condition: BoundCondition?, order: [RecordOrder.Term]) {
    let conjuncts = condition?.conjuncts ?? []
    let wanted = Self.order(of: order)
    if let ids = conjuncts.lazy.compactMap({ $0.possibleIDs(of: "Id") }).first {
      way = .positions(table.positions(of: ids))
      isOrdered = wanted == .creation
      return
    }
    if let positions = conjuncts.lazy.compactMap({ $0.positionsOfBranches(in: table) }).first {
      way = .positions(positions)
      isOrdered = wanted == .creation
      return
    }
    let span = condition?.stampSpan ?? .always
    let owners = conjuncts.lazy.compactMap { $0.possibleIDs(of: "OwnerId") }.first
    let indexes = owners.map { Set($0).map(table.stamps(ownedBy:)) } ?? [table.stamps]
    if case .stamp(let descending) = wanted, indexes.count == 1 {
      way = .stamps(indexes[0], span, descending: descending)
      isOrdered = true
    } else if let positions = condition?.fewPositions(in: table) {
      way = .positions(positions.sorted())
      isOrdered = wanted == .creation
    } else if case .stamp(let descending) = wanted {
      way = .stamps(table.stamps, span, descending: descending)
      isOrdered = true
    } else {
      // Most of the table in its own order is quicker than most of it by an index.
      way = .everything
      isOrdered = wanted == .creation
    }
  }

  /// Calls `body` with one position after the other until it returns false.
  func forEachPosition(in table: Table, _ body: (Int) -> Bool) {
    switch way {
    case .positions(let positions): _ = positions.allSatisfy(body)
    case .stamps(let index, let span, let descending): index.forEachPosition(in: span, descending: descending, body)
    case .everything: _ = table.rows.indices.allSatisfy(body)
    }
  }

  // MARK: Order

  /// An order in which a table can give its records without sorting.
  private enum NaturalOrder: Equatable {
    case creation
    case stamp(descending: Bool)
  }

  /// A query that asks for no order gets the order of creation; among equal stamps that is the order of the Ids.
  private static func order(of terms: [RecordOrder.Term]) -> NaturalOrder? {
    guard let first = terms.first else { return .creation }
    let rest = terms.dropFirst()
    switch first.path.ownName {
    case "Id" where !first.isDescending: return .creation
    case "SystemModstamp":
      let isByID = rest.first.map { $0.path.ownName == "Id" && $0.isDescending == first.isDescending }
      return isByID ?? true ? .stamp(descending: first.isDescending) : nil
    default: return nil
    }
  }
}

extension BoundPath {
  /// The name of a field of the record itself.
  fileprivate var ownName: String? {
    if case .own(_, let field) = self { field.name } else { nil }
  }
}

extension BoundCondition {
  /// The conditions that must all hold.
  fileprivate var conjuncts: [BoundCondition] {
    if case .all(let conditions) = self { conditions.flatMap(\.conjuncts) } else { [self] }
  }

  /// The Ids of which the field must hold one, if this condition says so.
  fileprivate func possibleIDs(of name: String) -> [RecordID]? {
    switch self {
    case .equal(let path, .id(let id)) where path.ownName == name: return [id]
    case .among(let path, let values) where path.ownName == name:
      let ids = values.compactMap(\.id)
      return ids.count == values.count ? ids : nil
    default: return nil
    }
  }

  /// Where the matches are, if an index leads to few records; some of them may be no match.
  fileprivate func fewPositions(in table: Table) -> [Int]? {
    if let ids = conjuncts.lazy.compactMap({ $0.possibleIDs(of: "Id") }).first { return table.positions(of: ids) }
    let owners = conjuncts.lazy.compactMap { $0.possibleIDs(of: "OwnerId") }.first
    let indexes = owners.map { Set($0).map(table.stamps(ownedBy:)) } ?? [table.stamps]
    let span = stampSpan
    guard indexes.reduce(0, { $0 + $1.count(in: span) }) * 4 < table.rows.count else { return nil }
    return indexes.flatMap { $0.positions(in: span) }
  }

  /// The records to which the branches of an OR lead, if each leads to few.
  fileprivate func positionsOfBranches(in table: Table) -> [Int]? {
    guard case .any(let branches) = self else { return nil }
    var positions: Set<Int> = []
    for branch in branches {
      guard let few = branch.fewPositions(in: table) else { return nil }
      positions.formUnion(few)
    }
    return positions.sorted()
  }

  /// The stamps that a match can have.
  fileprivate var stampSpan: Range<Timestamp> {
    switch self {
    case .all(let conditions):
      return conditions.reduce(.always) { $0.clamped(to: $1.stampSpan) }
    case .any(let conditions):
      let spans = conditions.map(\.stampSpan)
      guard let lower = spans.map(\.lowerBound).min(), let upper = spans.map(\.upperBound).max() else { return .always }
      return lower..<upper
    case .equal(let path, .time(let time)) where path.ownName == "SystemModstamp":
      return time..<time.next
    case .ordered(let path, let comparison, .time(let time)) where path.ownName == "SystemModstamp":
      return Range<Timestamp>.always.clamped(to: comparison.span(from: time, to: time.next))
    case .within(let path, let comparison, let span) where path.ownName == "SystemModstamp":
      guard let lower = span.lowerBound.time, let upper = span.upperBound.time else { return .always }
      return comparison.span(from: lower, to: upper)
    default: return .always
    }
  }
}

extension Query.Comparison {
  /// What is in this relation to the span.
  fileprivate func span(from lower: Timestamp, to upper: Timestamp) -> Range<Timestamp> {
    let (first, last) = (Range<Timestamp>.always.lowerBound, Range<Timestamp>.always.upperBound)
    switch self {
    case .equal: return lower..<upper
    case .notEqual: return first..<last
    case .less: return first..<lower
    case .lessOrEqual: return first..<upper
    case .greater: return upper..<last
    case .greaterOrEqual: return lower..<last
    }
  }
}

extension Range<Timestamp> {
  /// All of time.
  fileprivate static var always: Range<Timestamp> {
    Timestamp(milliseconds: .min)..<Timestamp(milliseconds: .max)
  }
}

extension Timestamp {
  fileprivate var next: Timestamp { Timestamp(milliseconds: milliseconds + 1) }
}
