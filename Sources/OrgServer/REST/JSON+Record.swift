import OrgModel

extension JSON {
  /// A field's value as the REST API writes it.
  init(_ value: OrgValue?) {
    switch value {
    case nil, .null: self = .null
    case .text(let text): self = .string(text)
    case .flag(let flag): self = .bool(flag)
    case .number(let number): self = .number(number)
    case .day(let day): self = .string(day.description)
    case .time(let time): self = .string(time.description)
    case .id(let id): self = .string(id.text)
    }
  }

  /// A field's value, where whole numbers are told from fractions by the kind of the field.
  init(_ value: OrgValue, of field: FieldDefinition) {
    if field.kind == .integer, let number = value.number, let integer = Int(exactly: number) {
      self = .integer(integer)
    } else {
      self.init(value)
    }
  }

  /// A record with the given fields, or all.
  init(_ record: Record, fields: [FieldDefinition]? = nil, version: String) {
    let name = record.definition.name
    let shown = fields ?? record.definition.fields
    self = .object(
      [Self.attributes(type: name, object: name, id: record.id, version: version)]
        + shown.map { Member(key: $0.name, value: JSON(record[$0.name], of: $0)) })
  }

  /// A row of a query.
  init(_ row: QueryRow, version: String) {
    var rows = RowJSON(version: version)
    self = rows.json(row)
  }

  fileprivate static func attributes(type: String, object: String, id: RecordID, version: String) -> Member {
    let url = "/services/data/" + version + "/sobjects/" + object + "/" + id.text
    return Member(key: "attributes", value: ["type": .string(type), "url": .string(url)])
  }
}

/// Writes the rows of one answer. What many rows refer to, such as their owner, is written once.
struct RowJSON {
  let version: String
  private var related: [Reference: JSON] = [:]

  private struct Reference: Hashable {
    let name: String
    let id: RecordID
  }

  init(version: String) {
    self.version = version
  }

  mutating func json(_ row: QueryRow) -> JSON {
    let object = Schema.object(of: row.id)
    var members: [JSON.Member] = []
    members.reserveCapacity(row.columns.count + 1)
    members.append(JSON.attributes(type: row.type, object: object?.name ?? row.type, id: row.id, version: version))
    for column in row.columns {
      switch column.cell {
      case .value(let value):
        members.append(JSON.Member(key: column.name, value: Self.json(value, of: column.name, in: object)))
      case .related(let target):
        members.append(JSON.Member(key: column.name, value: target.map { json($0, behind: column.name) } ?? .null))
      }
    }
    return .object(members)
  }

  private mutating func json(_ target: QueryRow, behind name: String) -> JSON {
    let reference = Reference(name: name, id: target.id)
    if let known = related[reference] { return known }
    var inner = RowJSON(version: version)
    let json = inner.json(target)
    related[reference] = json
    return json
  }

  private static func json(_ value: OrgValue, of name: String, in object: ObjectDefinition?) -> JSON {
    guard case .number = value, let field = object?.field(name) else { return JSON(value) }
    return JSON(value, of: field)
  }
}
