import Synchronization

/// The beginning of a query up to its FROM, which clients send again and again: the same text is read once, and bound once
/// as long as the same fields exist for those who ask.
final class SelectList: Sendable {
  let selection: Query.Selection
  /// Where FROM begins, in UTF-8 bytes.
  let end: Int
  private let latest = Mutex<(terms: Terms, columns: BoundColumns)?>(nil)

  /// All that the columns depend on beside the text.
  private struct Terms: Equatable {
    let object: String
    let alias: String?
    let objectAccess: [String: ObjectAccess]?
    let restrictedFields: [FieldName: FieldAccess]?
    let optionalFields: Set<FieldName>
  }

  private init(_ selection: Query.Selection, to end: Int) {
    self.selection = selection
    self.end = end
  }

  /// The columns of a query that begins with this list.
  func columns(by binder: Binder) throws(APIError) -> BoundColumns {
    let member = binder.reader.org.members[binder.reader.user]
    let terms = Terms(
      object: binder.definition.name, alias: binder.query.alias, objectAccess: member?.objectAccess,
      restrictedFields: member?.restrictedFields, optionalFields: binder.reader.org.optionalFields)
    if let (known, columns) = latest.withLock({ $0 }), known == terms { return columns }
    let columns = try BoundColumns(selection, by: binder)
    latest.withLock { $0 = (terms, columns) }
    return columns
  }

  // MARK: - Those that were read

  private static let known = Mutex<[String: SelectList]>([:])
  private static let capacity = 100

  /// The list that a text begins with, if it was read before.
  static func beginning(_ text: String) -> SelectList? {
    guard let end = end(in: text) else { return nil }
    return known.withLock { $0[String(decoding: text.utf8.prefix(end), as: UTF8.self)] }
  }

  /// Keeps what was read of a text up to its FROM; FIELDS() depends on what follows.
  static func keep(_ selection: Query.Selection, of text: String, to end: Int) -> SelectList? {
    guard case .fields(let items) = selection, self.end(in: text) == end,
      items.allSatisfy({ if case .path = $0 { true } else { false } })
    else { return nil }
    let list = SelectList(selection, to: end)
    known.withLock { known in
      if known.count >= capacity { known = [:] }
      known[String(decoding: text.utf8.prefix(end), as: UTF8.self)] = list
    }
    return list
  }

  /// Where the first FROM is, as clients write it.
  private static func end(in text: String) -> Int? {
    var text = text
    let from = Array(" FROM ".utf8)
    return text.withUTF8 { bytes in
      guard bytes.count > from.count else { return nil }
      return (0..<(bytes.count - from.count))
        .first { start in
          bytes[start] == from[0] && bytes[start + 1] == from[1]
            && bytes[start..<(start + from.count)].elementsEqual(from)
        }
        .map { $0 + 1 }
    }
  }
}

/// What SELECT lists, found in the schema.
struct BoundColumns: Sendable {
  let columns: [BoundPath]
  let shape: RowShape

  init(_ selection: Query.Selection, by binder: Binder) throws(APIError) {
    columns = if case .fields(let items) = selection { try binder.columns(items) } else { [] }
    shape = RowShape(columns)
  }
}
