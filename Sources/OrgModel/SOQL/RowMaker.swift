/// Makes the rows of an answer. What many rows refer to, such as their owner, is looked up once.
struct RowMaker {
  let org: Org
  let shape: RowShape
  private var related: [Reference: QueryRow?] = [:]

  private struct Reference: Hashable {
    let column: Int
    let id: RecordID
  }

  init(_ shape: RowShape, of org: Org) {
    self.org = org
    self.shape = shape
  }

  mutating func row(_ record: Record) -> QueryRow {
    var cells: [QueryRow.Cell] = []
    cells.reserveCapacity(shape.columns.count)
    for (index, column) in shape.columns.enumerated() {
      switch column {
      case .field(let slot): cells.append(.value(record.slots[slot]))
      case .related(let reference, _), .polymorphic(let reference, _, _):
        cells.append(.related(record.slots[reference].id.flatMap { related(column, index, to: $0) }))
      }
    }
    return QueryRow(type: record.definition.name, id: record.id, shape.names, cells)
  }

  private mutating func related(_ column: RowShape.Column, _ index: Int, to id: RecordID) -> QueryRow? {
    let reference = Reference(column: index, id: id)
    if let known = related[reference] { return known }
    let row = org.find(id).flatMap { Self.row(of: $0, in: column, of: org) }
    related[reference] = .some(row)
    return row
  }

  private static func row(of target: Record, in column: RowShape.Column, of org: Org) -> QueryRow? {
    switch column {
    case .field: return nil
    case .related(_, let shape):
      var maker = RowMaker(shape, of: org)
      return maker.row(target)
    case .polymorphic(_, let names, let fields):
      var cells: [QueryRow.Cell] = []
      for field in fields {
        guard let value = field.value(in: target) else { return nil }
        cells.append(.value(value))
      }
      return QueryRow(type: Schema.polymorphicName.name, id: target.id, names, cells)
    }
  }
}
