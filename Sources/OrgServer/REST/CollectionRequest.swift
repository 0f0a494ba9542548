import OrgModel

/// The body of a request that writes several records: what is to be done with each, or why that cannot even be tried.
///
/// Source: REST API Developer Guide, "sObject Collections": 200 records in 10 chunks of one object each.
struct CollectionRequest {
  static let maximumWrites = 200
  static let maximumChunks = 10

  let allOrNone: Bool
  private(set) var items: [Result<Change, APIError>] = []

  /// The deletion of the records with these Ids.
  init(deleting ids: [String], allOrNone: Bool) throws(APIError) {
    self.allOrNone = allOrNone
    try Self.check(ids.count, atMost: Self.maximumWrites)
    try Self.checkChunks(ids.map { String($0.prefix(3)) })
    var seen: Set<String> = []
    items = ids.map { id in Self.unrepeated(id, &seen).map { _ in .delete(id: id) } }
  }

  /// The creation of records.
  init(creatingIn body: JSON, _ call: RESTCall) throws(APIError) {
    try self.init(body) { record, definition throws(APIError) in
      .create(object: definition.name, try call.fields(of: record, for: definition))
    }
  }

  /// The change of records, each of which has its Id.
  init(updatingIn body: JSON, _ call: RESTCall) throws(APIError) {
    var seen: Set<String> = []
    try self.init(body) { record, definition throws(APIError) in
      let given = record.members?.last { $0.key.lowercased() == "id" }?.value.string
      guard let given else { throw APIError(.missingArgument, "Id not specified in an update call", fields: []) }
      let id = try Self.unrepeated(given, &seen).get()
      return .update(id: id, try call.fields(of: record, for: definition, ignoring: ["id"]))
    }
  }

  /// The upsert of records of one object by an external Id field, whose values the records hold.
  init(
    upsertingIn body: JSON, _ object: ObjectDefinition, by field: String, _ call: RESTCall
  ) throws(APIError) {
    try self.init(body) { record, definition throws(APIError) in
      guard definition === object else {
        throw APIError(.invalidType, "The records must be of the type \(object.name), not \(definition.name).")
      }
      return .upsert(object: object.name, matching: field, try call.fields(of: record, for: object))
    }
  }

  private init(
    _ body: JSON, change: (JSON, ObjectDefinition) throws(APIError) -> Change
  ) throws(APIError) {
    allOrNone = body["allOrNone"]?.bool ?? false
    guard let records = body["records"]?.array, !records.isEmpty else {
      throw APIError(.jsonParserError, "The request needs records, an array of objects with attributes and fields.")
    }
    try Self.check(records.count, atMost: Self.maximumWrites)
    var definitions: [ObjectDefinition] = []
    for record in records { definitions.append(try Self.definition(of: record)) }
    try Self.checkChunks(definitions.map(\.name))
    for (record, definition) in zip(records, definitions) {
      do throws(APIError) {
        items.append(.success(try change(record, definition)))
      } catch {
        // What is not even of the right form spoils the request as a whole.
        guard error.code != .jsonParserError else { throw error }
        items.append(.failure(error))
      }
    }
  }

  static func check(_ count: Int, atMost limit: Int) throws(APIError) {
    guard count <= limit else {
      throw APIError(
        .exceededIDLimit, "record limit reached. cannot submit more than \(limit) records into this call")
    }
  }

  private static func definition(of record: JSON) throws(APIError) -> ObjectDefinition {
    guard let type = record["attributes"]?["type"]?.string else {
      throw APIError(.invalidType, "Each record needs attributes with a type.")
    }
    guard let definition = Schema.object(type) else {
      throw APIError(.invalidType, "sObject type '\(type)' is not supported.")
    }
    return definition
  }

  /// Neighbours of one type are a chunk.
  private static func checkChunks(_ types: [String]) throws(APIError) {
    let chunks = zip(types, types.dropFirst()).count { $0 != $1 } + 1
    guard chunks <= maximumChunks else {
      throw APIError(
        .limitExceeded,
        "Cannot have more than \(maximumChunks) chunks in a single operation. Please rearrange the data to reduce "
          + "chunking.")
    }
  }

  /// An Id that was not given before.
  private static func unrepeated(_ id: String, _ seen: inout Set<String>) -> Result<String, APIError> {
    seen.insert(RecordID(id)?.text ?? id).inserted
      ? .success(id) : .failure(APIError(.duplicateValue, "Duplicate id specified: \(id)", fields: ["Id"]))
  }
}
