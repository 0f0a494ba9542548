import OrgModel

/// Writes rows of queries as JSON text. A page of two thousand rows is the largest answer of this org, so no tree of it is
/// made; what many rows refer to, such as their owner, is written once.
struct RowText {
  private let version: String
  private var shapes: [String: Shape] = [:]
  private var related: [Reference: [UInt8]] = [:]

  /// What rows of one type have in common.
  private struct Shape {
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
    for (column, key) in zip(row.columns.indices, shape.keys) {
      bytes.append(contentsOf: key)
      switch row.columns[column].cell {
      case .value(let value): Self.write(value, of: row.columns[column].name, in: shape.object, to: &bytes)
      case .related(let target?): write(target, behind: column, to: &bytes)
      case .related(nil): JSON.null.write(to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func shape(of row: QueryRow) -> Shape {
    if let known = shapes[row.type] { return known }
    let object = Schema.object(of: row.id)
    let url = "/services/data/\(version)/sobjects/\(object?.name ?? row.type)/"
    let shape = Shape(
      object: row.type == object?.name ? object : nil,
      opening: Array("{\"attributes\":{\"type\":\"\(row.type)\",\"url\":\"\(url)".utf8),
      keys: row.columns.map { [UInt8(ascii: ",")] + JSON.string($0.name).utf8 + [UInt8(ascii: ":")] })
    shapes[row.type] = shape
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

extension HTTPAnswer {
  /// An answer with rows of one query; `nil` stands for a row that there is not. With a key they are a member of an object,
  /// behind the others.
  init(
    _ rows: some Collection<QueryRow?>, as key: String? = nil, behind members: [JSON.Member] = [], version: String
  ) {
    var writer = RowText(version: version)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 800)
    if let key {
      bytes.append(UInt8(ascii: "{"))
      for member in members {
        JSON.string(member.key).write(to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      JSON.string(key).write(to: &bytes)
      bytes.append(UInt8(ascii: ":"))
    }
    bytes.append(UInt8(ascii: "["))
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let row { writer.write(row, to: &bytes) } else { JSON.null.write(to: &bytes) }
    }
    bytes.append(UInt8(ascii: "]"))
    if key != nil { bytes.append(UInt8(ascii: "}")) }
    self.init()
    body = .bytes(bytes, type: Body.jsonType)
  }
}
