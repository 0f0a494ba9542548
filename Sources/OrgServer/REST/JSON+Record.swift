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

  private static func attributes(type: String, object: String, id: RecordID, version: String) -> Member {
    let url = "/services/data/" + version + "/sobjects/" + object + "/" + id.text
    return Member(key: "attributes", value: ["type": .string(type), "url": .string(url)])
  }
}
