/// Finds what the names of a query mean and gives its literals the types of their fields.
struct Binder {
  let query: Query
  let definition: ObjectDefinition
  let reader: FieldReader

  init(_ query: Query, for reader: FieldReader) throws(APIError) {
    self.query = query
    self.reader = reader
    guard let definition = Schema.object(query.object), reader.org.canRead(definition, reader.user) else {
      throw SOQLError.unknownObject(query.object, in: query.text, at: query.objectOffset)
    }
    self.definition = definition
  }

  func path(_ path: Query.Path) throws(APIError) -> BoundPath {
    try BoundPath(withoutAlias(path), of: definition, for: reader, in: query.text)
  }

  /// `t.Subject` and `Task.Subject` mean `Subject` in a query of `Task t`.
  private func withoutAlias(_ path: Query.Path) -> Query.Path {
    guard path.parts.count > 1, let first = path.parts.first?.lowercased(),
      first == query.alias?.lowercased() || first == definition.name.lowercased()
    else { return path }
    return Query.Path(parts: Array(path.parts.dropFirst()), offset: path.offset)
  }

  /// A path that may be sorted by.
  func sortable(_ path: Query.Path) throws(APIError) -> BoundPath {
    let bound = try self.path(path)
    if case .longText = bound.field.kind {
      throw error("field '\(bound.field.name)' can not be sorted in a query call", at: path.offset)
    }
    return bound
  }

  /// A path that may be filtered by.
  func filterable(_ path: Query.Path) throws(APIError) -> BoundPath {
    let bound = try self.path(path)
    if case .longText = bound.field.kind {
      throw error("field '\(bound.field.name)' can not be filtered in a query call", at: path.offset)
    }
    return bound
  }

  func error(_ message: String, at offset: Int) -> APIError { SOQLError.field(message, in: query.text, at: offset) }

  // MARK: SELECT

  /// Source: SOQL and SOSL Reference, "SELECT": FIELDS() means the fields that the user may see; a field may be selected
  /// once only.
  func columns(_ items: [Query.Item]) throws(APIError) -> [BoundPath] {
    var columns: [BoundPath] = []
    for item in items {
      switch item {
      case .path(let path): columns.append(try self.path(path))
      case .group(let group): columns += try fields(of: group)
      }
    }
    var seen: Set<String> = []
    for column in columns where !seen.insert(column.name).inserted {
      throw APIError(.invalidField, "duplicate field selected: \(column.name)")
    }
    return columns
  }

  private func fields(of group: Query.FieldGroup) throws(APIError) -> [BoundPath] {
    guard group == .standard || query.limit.map({ $0 <= 200 }) ?? false else {
      throw APIError(.malformedQuery, "The SOQL FIELDS function must have a LIMIT of at most 200")
    }
    return definition.fields.enumerated()
      .filter { _, field in
        (group == .all || field.isCustom == (group == .custom)) && reader.canRead(field, on: definition)
      }
      .map { .own(position: $0.offset, field: $0.element) }
  }
}
