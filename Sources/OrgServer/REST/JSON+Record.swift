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
    let object = Schema.object(of: row.id)
    self = .object(
      [Self.attributes(type: row.type, object: object?.name ?? row.type, id: row.id, version: version)]
        + row.columns.map { column in
          switch column.cell {
          case .value(let value):
            let field = row.type == object?.name ? object?.field(column.name) : nil
            return Member(key: column.name, value: field.map { JSON(value, of: $0) } ?? JSON(value))
          case .related(let related):
            return Member(key: column.name, value: related.map { JSON($0, version: version) } ?? .null)
          }
        })
  }

  private static func attributes(type: String, object: String, id: RecordID, version: String) -> Member {
    Member(
      key: "attributes",
      value: ["type": .string(type), "url": .string("/services/data/\(version)/sobjects/\(object)/\(id)")])
  }
}
