import OrgModel

/// Writes rows of queries as JSON text. A page of two thousand rows is the largest answer of this org, so no tree of it is
/// made; what many rows refer to, such as their owner, is written once.
struct RowText {
  private let version: String
  /// The shape of the last row, which mostly is the next one's too.
  private var shape: Shape?
  /// What was written behind the columns of this shape.
  private var related: [Reference: [UInt8]] = [:]

  /// What rows of one type have in common.
  private struct Shape {
    let type: String
    let object: ObjectDefinition?
    /// `{"attributes":{"type":"Task","url":"…/Task/`, to which the Id comes.
    let opening: [UInt8]
    /// `,"Subject":` and so on, one a column.
    let keys: [[UInt8]]
  }

  private struct Reference: Hashable {
    let column: Int
    let id: RecordID
  }

  init(version: String) {
    self.version = version
  }

  /// Appends a row. Rows of one type must have the same columns, as those of one query have.
  mutating func write(_ row: QueryRow, to bytes: inout [UInt8]) {
    let shape = shape(of: row)
    bytes.append(contentsOf: shape.opening)
    bytes.append(contentsOf: row.id.text.utf8)
    bytes.append(contentsOf: "\"}".utf8)
    for (column, key) in zip(row.cells.indices, shape.keys) {
      bytes.append(contentsOf: key)
      switch row.cells[column] {
      case .value(let value): Self.write(value, of: row.names[column], in: shape.object, to: &bytes)
      case .related(let target?): write(target, behind: column, to: &bytes)
      case .related(nil): JSON.null.write(to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func shape(of row: QueryRow) -> Shape {
    if let shape, shape.type == row.type { return shape }
    let object = Schema.object(of: row.id)
    let url = "/services/data/\(version)/sobjects/\(object?.name ?? row.type)/"
    let shape = Shape(
      type: row.type, object: row.type == object?.name ? object : nil,
      opening: Array("{\"attributes\":{\"type\":\"\(row.type)\",\"url\":\"\(url)".utf8),
      keys: row.names.map { [UInt8(ascii: ",")] + JSON.string($0).utf8 + [UInt8(ascii: ":")] })
    self.shape = shape
    related = [:]
    return shape
  }

  private mutating func write(_ target: QueryRow, behind column: Int, to bytes: inout [UInt8]) {
    let reference = Reference(column: column, id: target.id)
    if let known = related[reference] { return bytes.append(contentsOf: known) }
    var inner = RowText(version: version)
    var text: [UInt8] = []
    inner.write(target, to: &text)
    related[reference] = text
    bytes.append(contentsOf: text)
  }

  private static func write(
    _ value: OrgValue, of name: String, in object: ObjectDefinition?, to bytes: inout [UInt8]
  ) {
    if case .number = value, let field = object?.field(name) {
      JSON(value, of: field).write(to: &bytes)
    } else {
      JSON(value).write(to: &bytes)
    }
  }
}

/// The text of a list of rows as it grows.
struct RowList {
  private var writer: RowText
  private(set) var bytes: [UInt8]
  private var isEmpty = true

  /// Begins the list behind what `bytes` holds.
  fileprivate init(behind bytes: [UInt8], version: String) {
    writer = RowText(version: version)
    self.bytes = bytes + [UInt8(ascii: "[")]
  }

  /// Adds a row; `nil` stands for one that there is not.
  mutating func append(_ row: QueryRow?) {
    if isEmpty { isEmpty = false } else { bytes.append(UInt8(ascii: ",")) }
    if let row { writer.write(row, to: &bytes) } else { JSON.null.write(to: &bytes) }
  }

  fileprivate mutating func end(with closing: String) { bytes.append(contentsOf: closing.utf8) }
}

extension HTTPAnswer {
  /// An answer with a list of rows, which `fill` appends. With a key the list is a member of an object, behind the others.
  init(
    as key: String? = nil, behind members: [JSON.Member] = [], version: String, rows fill: (inout RowList) -> Void
  ) {
    var opening: [UInt8] = []
    if let key {
      // An object with the list at its end: all but the closing brace, then the key.
      opening = JSON.object(members + [.init(key: key, value: .null)]).utf8.dropLast("null}".utf8.count)
    }
    var list = RowList(behind: opening, version: version)
    fill(&list)
    list.end(with: key == nil ? "]" : "]}")
    self.init()
    body = .bytes(list.bytes, type: Body.jsonType)
  }
}
