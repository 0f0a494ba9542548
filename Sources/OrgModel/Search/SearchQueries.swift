/// What a search asks: one query an object, in the order of its answer.
struct SearchQueries {
  let reader: FieldReader
  private(set) var bound: [BoundQuery] = []

  init(for reader: FieldReader) {
    self.reader = reader
  }

  /// Adds what is asked of an object; where no fields are, its Id.
  ///
  /// Source: SOQL and SOSL Reference, "RETURNING FieldSpec": an object cannot be repeated.
  mutating func add(_ query: Query) throws(APIError) {
    let query = try BoundQuery(query.selectingID, for: reader)
    let name = query.definition.name
    guard SearchScope.nameFields[name] != nil else {
      throw APIError(.invalidType, "entity type \(name) does not support search")
    }
    guard !bound.contains(where: { $0.definition === query.definition }) else {
      throw APIError(.malformedSearch, "\(name) is repeated; each object to return must be distinct")
    }
    bound.append(query)
  }

  /// Adds all objects that can be searched and exist for the one who asks.
  mutating func addEverything() throws(APIError) {
    for name in SearchScope.nameFields.keys.sorted() {
      guard let definition = Schema.object(name), reader.org.canRead(definition, reader.user) else { continue }
      try add(Query(text: name, selection: .fields([]), object: name, objectOffset: 0))
    }
  }
}

extension Query {
  fileprivate var selectingID: Query {
    guard case .fields(let items) = selection, items.isEmpty else { return self }
    return Query(
      text: text, selection: .fields([.path(Path(parts: ["Id"], offset: objectOffset))]), object: object,
      objectOffset: objectOffset, alias: alias, condition: condition, order: order, limit: limit, offset: offset)
  }
}
