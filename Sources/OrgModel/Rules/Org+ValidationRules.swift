extension Org {
  /// Adds a rule that refuses the records of `object` for which `condition` holds, from now on; returns its Id.
  ///
  /// Throws the error of a query when the condition is not a WHERE clause over the object.
  @discardableResult
  package mutating func addValidationRule(
    on object: String, refusing condition: String, message: String, field: String? = nil, isActive: Bool = true
  ) throws(APIError) -> Int {
    guard let definition = Schema.object(object) else { throw Self.unknownObject(object) }
    let query = try BoundQuery(
      "SELECT Id FROM \(definition.name) WHERE \(condition)",
      for: FieldReader(org: self, user: Self.automatedProcess))
    guard let test = query.condition, query.order.isEmpty, query.limit == nil, query.offset == 0 else {
      throw APIError(.malformedQuery, "A validation rule has nothing but a condition")
    }
    let name = try field.map { name throws(APIError) in
      try readableField(name, of: definition, by: Self.automatedProcess).name
    }
    let id = (validationRules.last?.id ?? 0) + 1
    validationRules.append(
      ValidationRule(
        id: id, object: definition.name, condition: condition, message: message, field: name, isActive: isActive,
        test: test))
    return id
  }

  /// Removes a rule; whether there was one.
  @discardableResult
  package mutating func removeValidationRule(_ id: Int) -> Bool {
    guard let index = validationRules.firstIndex(where: { $0.id == id }) else { return false }
    validationRules.remove(at: index)
    return true
  }

  /// Refuses a record for which the condition of an active rule of its object holds, with the oldest such rule.
  func checkRules(_ record: Record, at now: Timestamp) throws(APIError) {
    for rule in validationRules where rule.isActive && rule.object == record.definition.name {
      guard !rule.test.holds(for: record, in: QueryContext(org: self, now: now)) else {
        throw APIError(
          .fieldCustomValidationException, rule.message, fields: rule.field.map { [$0] } ?? [])
      }
    }
  }
}
