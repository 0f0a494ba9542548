/// Of which object a search returns records, which fields of them, and which records only.
package struct SearchTarget: Sendable {
  /// The API name of the object.
  package var object: String
  /// The fields to return, as in the SELECT of a query; none: the Id.
  package var fields: [String]
  /// As in the WHERE of a query.
  package var condition: String?
  /// As in the ORDER BY of a query.
  package var order: String?
  /// At most so many records; `nil`: as many as the whole search may return.
  package var limit: Int?
  /// So many records are skipped.
  package var offset: Int

  package init(
    object: String, fields: [String] = [], condition: String? = nil, order: String? = nil, limit: Int? = nil,
    offset: Int = 0
  ) {
    self.object = object
    self.fields = fields
    self.condition = condition
    self.order = order
    self.limit = limit
    self.offset = offset
  }

  func query() throws(APIError) -> Query {
    var items: [Query.Item] = []
    for field in fields {
      var parser = try Parser(field)
      items += try parser.items()
      try parser.expectEnd()
    }
    var query = Query(
      text: object, selection: .fields(items), object: object, objectOffset: 0, limit: limit, offset: offset)
    if let condition {
      var parser = try Parser(condition)
      query.condition = try parser.condition()
      try parser.expectEnd()
    }
    if let order {
      var parser = try Parser(order)
      query.order = try parser.orderTerms()
      try parser.expectEnd()
    }
    return query
  }
}
