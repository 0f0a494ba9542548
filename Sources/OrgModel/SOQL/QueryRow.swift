/// A row of an answer: the columns in the order in which they were selected.
package struct QueryRow: Sendable {
  /// What stands under one name.
  package enum Cell: Sendable {
    case value(OrgValue)
    /// The columns that were selected through a relationship; `nil` where it leads nowhere.
    case related(QueryRow?)
  }

  /// The object, or `Name` behind a relationship that may lead to several.
  package let type: String
  /// The record's Id, whether it was selected or not.
  package let id: RecordID
  /// What was selected; a relationship stands once, however many of its fields were.
  package fileprivate(set) var columns: [(name: String, cell: Cell)]

  /// The value of a column, such as `Subject` or `Owner.Name`; null where there is none.
  package subscript(path: String) -> OrgValue {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard let first = parts.first, let column = columns.first(where: { $0.name.lowercased() == first.lowercased() })
    else { return .null }
    switch column.cell {
    case .value(let value): return value
    case .related(let row): return row.flatMap { row in parts.last.map { row[String($0)] } } ?? .null
    }
  }
}

extension QueryRow {
  init(_ record: Record, columns paths: [BoundPath], type: String? = nil, of org: Org) {
    self.type = type ?? record.definition.name
    id = record.id
    columns = []
    var seen: Set<String> = []
    for path in paths {
      guard let relation = path.relation else {
        if seen.insert(path.field.name).inserted {
          columns.append((path.field.name, .value(path.value(in: record, of: org))))
        }
        continue
      }
      guard seen.insert(relation.name).inserted else { continue }
      let inner = paths.filter { $0.relation?.name == relation.name }
      columns.append((relation.name, .related(Self.related(record, relation.reference, inner, of: org))))
    }
  }

  private static func related(_ record: Record, _ reference: Int, _ paths: [BoundPath], of org: Org) -> QueryRow? {
    guard let target = record.slots[reference].id.flatMap(org.find) else { return nil }
    var rest: [BoundPath] = []
    var names: [FieldDefinition] = []
    for path in paths {
      switch path {
      case .own: continue
      case .related(_, _, _, let inner): rest.append(inner)
      case .polymorphic(_, _, let field): names.append(field)
      }
    }
    guard names.isEmpty else {
      var row = QueryRow(target, columns: [], type: Schema.polymorphicName.name, of: org)
      row.columns = names.map { field in
        (field.name, .value(field.name == "Type" ? .text(target.definition.name) : target[field.name]))
      }
      return row
    }
    return QueryRow(target, columns: rest, of: org)
  }
}

extension BoundPath {
  fileprivate var relation: (name: String, reference: Int)? {
    switch self {
    case .own: nil
    case .related(let reference, let name, _, _), .polymorphic(let reference, let name, _): (name, reference)
    }
  }
}
