/// Finds what the names of a query mean and gives its literals the types of their fields.
struct Binder {
  let query: Query
  let definition: ObjectDefinition
  private let reader: FieldReader

  init(_ query: Query, for reader: FieldReader) throws(APIError) {
    self.query = query
    self.reader = reader
    guard let definition = Schema.object(query.object), reader.org.canRead(definition, reader.user) else {
      throw SOQLError.unknownObject(query.object, in: query.text, at: query.objectOffset)
    }
    self.definition = definition
  }

  func path(_ path: Query.Path) throws(APIError) -> BoundPath {
    try BoundPath(path, of: definition, for: reader, in: query.text)
  }

  /// A path that may be sorted by.
  func sortable(_ path: Query.Path) throws(APIError) -> BoundPath {
    let bound = try self.path(path)
    if case .longText = bound.field.kind {
      throw error("field '\(bound.field.name)' can not be sorted in a query call", at: path.offset)
    }
    return bound
  }

  func condition(_ condition: Query.Condition) throws(APIError) -> BoundCondition {
    switch condition {
    case .all(let conditions): return .all(try self.conditions(conditions))
    case .any(let conditions): return .any(try self.conditions(conditions))
    case .not(let condition): return .not(try self.condition(condition))
    case .compare(let path, let comparison, let literal): return try comparing(path, comparison, literal)
    case .like(let path, let literal):
      let bound = try filterable(path)
      guard bound.field.kind.isText else { throw invalidOperator(bound, at: path.offset) }
      guard case .text(let pattern) = literal.value else { throw wrongType(bound.field, "string", at: literal.offset) }
      return .like(bound, LikePattern(pattern))
    case .among(let path, let literals, let negated):
      let bound = try filterable(path)
      var values: Set<OrgValue> = []
      for literal in literals { values.insert(try value(literal, for: bound.field)) }
      return negated ? .not(.among(bound, values)) : .among(bound, values)
    }
  }

  private func conditions(_ conditions: [Query.Condition]) throws(APIError) -> [BoundCondition] {
    var bound: [BoundCondition] = []
    for condition in conditions { bound.append(try self.condition(condition)) }
    return bound
  }

  private func comparing(
    _ path: Query.Path, _ comparison: Query.Comparison, _ literal: Query.Literal
  ) throws(APIError) -> BoundCondition {
    let bound = try filterable(path)
    if case .days(let days) = literal.value {
      guard bound.field.kind == .day || bound.field.kind == .time else {
        throw wrongType(bound.field, bound.field.kind.soqlName, at: literal.offset)
      }
      return .within(bound, comparison, days)
    }
    let value = try value(literal, for: bound.field)
    switch comparison {
    case .equal: return .equal(bound, value)
    case .notEqual: return .not(.equal(bound, value))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard bound.field.kind != .flag else { throw invalidOperator(bound, at: path.offset) }
      return .ordered(bound, comparison, value)
    }
  }

  private func filterable(_ path: Query.Path) throws(APIError) -> BoundPath {
    let bound = try self.path(path)
    if case .longText = bound.field.kind {
      throw error("field '\(bound.field.name)' can not be filtered in a query call", at: path.offset)
    }
    return bound
  }

  private func value(_ literal: Query.Literal, for field: FieldDefinition) throws(APIError) -> OrgValue {
    switch (field.kind, literal.value) {
    case (_, .null): return .null
    case (.id, .text(let text)), (.reference, .text(let text)): return try id(text, at: literal.offset)
    case (.text, .text(let text)), (.picklist, .text(let text)), (.longText, .text(let text)):
      return text.isEmpty ? .null : OrgValue.text(text).folded
    case (.flag, .flag(let flag)): return .flag(flag)
    case (.day, .day(let day)): return .day(day)
    case (.time, .time(let time)): return .time(time)
    case (.number, .number(let number)), (.integer, .number(let number)): return .number(number)
    default: throw wrongType(field, field.kind.soqlName, at: literal.offset)
    }
  }

  private func id(_ text: String, at offset: Int) throws(APIError) -> OrgValue {
    if text.isEmpty { return .null }
    guard let id = RecordID(text) else {
      throw APIError(
        .invalidQueryFilterOperator, SOQLError.field("invalid ID field: \(text)", in: query.text, at: offset).message)
    }
    return .id(id)
  }

  private func wrongType(_ field: FieldDefinition, _ type: String, at offset: Int) -> APIError {
    let quoting = field.kind.isText || field.kind.isReference ? "should be enclosed" : "should not be enclosed"
    return error(
      "value of filter criterion for field '\(field.name)' must be of type \(type) and \(quoting) in quotes", at: offset
    )
  }

  private func invalidOperator(_ path: BoundPath, at offset: Int) -> APIError {
    APIError(
      .invalidQueryFilterOperator,
      SOQLError.field("invalid operator on \(path.field.kind.soqlName) field", in: query.text, at: offset).message)
  }

  private func error(_ message: String, at offset: Int) -> APIError {
    SOQLError.field(message, in: query.text, at: offset)
  }
}
