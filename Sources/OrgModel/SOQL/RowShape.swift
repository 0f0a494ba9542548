/// What a row of an answer consists of: the selected columns, those of one relationship together, where the first of them
/// was selected.
struct RowShape: Sendable {
  enum Column: Sendable {
    case field(name: String, slot: Int)
    /// The fields of the record that a reference names.
    case related(name: String, reference: Int, RowShape)
    /// The fields of a record of whatever object a reference names.
    case polymorphic(name: String, reference: Int, fields: [PolymorphicField])
  }

  let columns: [Column]

  init(_ paths: [BoundPath]) {
    var columns: [Column] = []
    var seen: Set<String> = []
    for path in paths where seen.insert(path.columnName).inserted {
      switch path {
      case .own(let slot, let field):
        columns.append(.field(name: field.name, slot: slot))
      case .related(let reference, let name, _, _):
        columns.append(.related(name: name, reference: reference, RowShape(paths.compactMap { $0.rest(behind: name) })))
      case .polymorphic(let reference, let name, _):
        columns.append(
          .polymorphic(name: name, reference: reference, fields: paths.compactMap { $0.field(behind: name) }))
      }
    }
    self.columns = columns
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
