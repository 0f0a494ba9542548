extension Binder {
  func condition(_ condition: Query.Condition) throws(APIError) -> BoundCondition {
    switch condition {
    case .all(let conditions): return .all(try self.conditions(conditions))
    case .any(let conditions): return .any(try self.conditions(conditions))
    case .not(let condition): return .not(try self.condition(condition))
    case .compare(let path, let comparison, let literal): return try comparing(path, comparison, literal)
    case .like(let path, let literal):
      let bound = try filterable(path)
      guard bound.field.kind.isText else { throw invalidOperator(bound, at: path.offset) }
      guard case .text(let quoted) = literal.value else { throw wrongType(bound.field, "string", at: literal.offset) }
      return .like(bound, quoted.pattern)
    case .among(let path, let literals, let negated):
      let bound = try filterable(path)
      var values: Set<OrgValue> = []
      for literal in literals { values.insert(try value(literal, for: bound.field)) }
      return negated ? .not(.among(bound, values)) : .among(bound, values)
    case .joined(let path, let other, let negated):
      let joined = BoundCondition.joined(try filterable(path), try semiJoin(of: path, with: other))
      return negated ? .not(joined) : joined
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
      return .relative(bound, comparison, days)
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

  private func value(_ literal: Query.Literal, for field: FieldDefinition) throws(APIError) -> OrgValue {
    switch (field.kind, literal.value) {
    case (_, .null): return .null
    case (.id, .text(let quoted)), (.reference, .text(let quoted)): return try id(quoted.text, at: literal.offset)
    case (.text, .text(let quoted)), (.picklist, .text(let quoted)), (.longText, .text(let quoted)):
      let text = quoted.text
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
      throw SOQLError.filter("invalid ID field: \(text)", in: query.text, at: offset)
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
    SOQLError.filter("invalid operator on \(path.field.kind.soqlName) field", in: query.text, at: offset)
  }
}
