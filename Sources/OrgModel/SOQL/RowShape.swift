/// What a row of an answer consists of: the selected columns, those of one relationship together, where the first of them
/// was selected.
struct RowShape: Sendable {
  enum Column: Sendable {
    case field(slot: Int)
    /// The fields of the record that a reference names.
    case related(reference: Int, RowShape)
    /// The fields of a record of whatever object a reference names.
    case polymorphic(reference: Int, ColumnNames, fields: [PolymorphicField])
  }

  let columns: [Column]
  let names: ColumnNames

  init(_ paths: [BoundPath]) {
    var columns: [Column] = []
    var names: [String] = []
    var seen: Set<String> = []
    for path in paths where seen.insert(path.columnName).inserted {
      names.append(path.columnName)
      switch path {
      case .own(let slot, _): columns.append(.field(slot: slot))
      case .related(let reference, let name, _, _):
        columns.append(.related(reference: reference, RowShape(paths.compactMap { $0.rest(behind: name) })))
      case .polymorphic(let reference, let name, _):
        let fields = paths.compactMap { $0.field(behind: name) }
        columns.append(
          .polymorphic(reference: reference, ColumnNames(fields.map(\.definition.name)), fields: fields))
      }
    }
    self.columns = columns
    self.names = ColumnNames(names)
  }
}

extension BoundPath {
  /// Under which name it stands in a row.
  fileprivate var columnName: String {
    switch self {
    case .own(_, let field): field.name
    case .related(_, let name, _, _), .polymorphic(_, let name, _): name
    }
  }

  fileprivate func rest(behind relationship: String) -> BoundPath? {
    if case .related(_, relationship, _, let rest) = self { rest } else { nil }
  }

  fileprivate func field(behind relationship: String) -> PolymorphicField? {
    if case .polymorphic(_, relationship, let field) = self { field } else { nil }
  }
}
