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

  /// The target as RETURNING would name it, read as one text so that errors point into what was asked.
  func query() throws(APIError) -> Query {
    var clauses = [fields.isEmpty ? "Id" : fields.joined(separator: ", ")]
    if let condition { clauses.append("WHERE \(condition)") }
    if let order { clauses.append("ORDER BY \(order)") }
    if let limit { clauses.append("LIMIT \(limit)") }
    if offset > 0 { clauses.append("OFFSET \(offset)") }
    return try SOSLParser.target("\(object)(\(clauses.joined(separator: " ")))")
  }
}
