import OrgModel

extension REST {
  static func describeGlobal(_ call: RESTCall) -> HTTPAnswer {
    HTTPAnswer(
      200,
      [
        "encoding": "UTF-8", "maxBatchSize": 200,
        "sobjects": .array(Schema.objects.map { .object(summary(of: $0, call)) }),
      ])
  }

  /// `sobjects/{object}`.
  static func basicInformation(_ call: RESTCall) throws(APIError) -> HTTPAnswer {
    HTTPAnswer(200, ["objectDescribe": .object(summary(of: try call.object(), call)), "recentItems": []])
  }

  static func describe(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object()
    let org = state.org
    return HTTPAnswer(
      200,
      .object(
        summary(of: definition, call)
          + [.init(key: "fields", value: .array(definition.fields.map { field($0, org) }))]))
  }

  private static func summary(of definition: ObjectDefinition, _ call: RESTCall) -> [JSON.Member] {
    let path = "/services/data/\(call.version)/sobjects/\(definition.name)"
    let json: JSON = [
      "name": .string(definition.name), "label": .string(definition.label),
      "labelPlural": .string(definition.labelPlural), "keyPrefix": .string(definition.keyPrefix),
      "createable": .bool(definition.isWritable), "updateable": .bool(definition.isWritable),
      "deletable": .bool(definition.isWritable && definition.field("IsDeleted") != nil), "queryable": true,
      "retrieveable": true, "replicateable": true, "custom": false,
      "urls": [
        "sobject": .string(path), "describe": .string("\(path)/describe"), "rowTemplate": .string("\(path)/{ID}"),
      ],
    ]
    return json.members ?? []
  }

  private static func field(_ field: FieldDefinition, _ org: Org) -> JSON {
    [
      "name": .string(field.name), "label": .string(field.label), "type": .string(type(of: field.kind)),
      "length": .integer(field.kind.maximumLength ?? (field.kind.isIDLike ? 18 : 0)),
      "createable": .bool(field.isCreateable), "updateable": .bool(field.isUpdateable),
      "nillable": .bool(field.isNillable), "defaultedOnCreate": .bool(!field.defaultValue.isNull),
      "filterable": .bool(!field.kind.isLongText), "sortable": .bool(!field.kind.isLongText), "custom": false,
      "referenceTo": .array(field.kind.targets.map { .string($0) }),
      "relationshipName": field.kind.relationship.map { .string($0) } ?? .null,
      "polymorphicForeignKey": .bool(field.kind.targets.count > 1),
      "restrictedPicklist": .bool(field.kind.isRestricted),
      "picklistValues": .array(values(of: field.kind, org)),
    ]
  }

  private static func values(of kind: FieldKind, _ org: Org) -> [JSON] {
    guard case .picklist(let picklist) = kind else { return [] }
    func value(_ name: String, _ label: String, isDefault: Bool) -> JSON {
      ["active": true, "defaultValue": .bool(isDefault), "label": .string(label), "value": .string(name)]
    }
    switch picklist {
    case .open(let names), .restricted(let names): return names.map { value($0, $0, isDefault: false) }
    case .rows(let object):
      return org.all(object)
        .map { row in
          let name = row["ApiName"].text ?? ""
          return value(name, row["MasterLabel"].text ?? name, isDefault: row["IsDefault"] == .flag(true))
        }
    }
  }

  private static func type(of kind: FieldKind) -> String {
    switch kind {
    case .id: "id"
    case .reference: "reference"
    case .text: "string"
    case .longText: "textarea"
    case .picklist: "picklist"
    case .flag: "boolean"
    case .day: "date"
    case .time: "datetime"
    case .number: "double"
    case .integer: "int"
    }
  }
}

extension FieldKind {
  fileprivate var isIDLike: Bool { self == .id || relationship != nil }

  fileprivate var isLongText: Bool {
    if case .longText = self { true } else { false }
  }

  fileprivate var targets: [String] {
    if case .reference(let targets, _) = self { targets } else { [] }
  }

  fileprivate var relationship: String? {
    if case .reference(_, let relationship) = self { relationship } else { nil }
  }

  fileprivate var isRestricted: Bool {
    switch self {
    case .picklist(.restricted), .picklist(.rows): true
    default: false
    }
  }
}
