import OrgModel

/// How the REST API describes a field to a user.
///
/// Source: SOAP API Developer Guide, "DescribeSObjectResult", "Field".
struct FieldDescription {
  private let field: FieldDefinition
  private let definition: ObjectDefinition
  private let org: Org
  private let type: FieldType
  /// Whether the user's profile lets him write the field at all.
  private let isEditable: Bool

  init(_ field: FieldDefinition, of definition: ObjectDefinition, _ org: Org, for user: RecordID) {
    self.field = field
    self.definition = definition
    self.org = org
    type = FieldType(field, of: definition)
    isEditable = org.access(of: user, to: field, on: definition) == .editable
  }

  var json: JSON { .sorted(identity, use, text, reference, unused) }

  private var identity: JSON {
    [
      "custom": .bool(field.isCustom), "externalId": .bool(field.externalID != nil),
      "idLookup": .bool(field.kind == .id || field.externalID != nil), "label": .string(field.label),
      "name": .string(field.name), "nameField": .bool(field.name == definition.nameField),
      "soapType": .string(type.soapType), "type": .string(type.name), "unique": .bool(field.externalID == .unique),
    ]
  }

  private var use: JSON {
    let isShort = !field.kind.isLongText
    return [
      "aggregatable": .bool(isShort), "createable": .bool(field.isCreateable && isEditable),
      "defaultedOnCreate": .bool(isDefaulted), "filterable": .bool(isShort),
      "groupable": .bool(isShort && field.kind != .time && field.kind != .number), "nillable": .bool(field.isNillable),
      "permissionable": .bool(field.isNillable && field.isUpdateable), "sortable": .bool(isShort),
      "updateable": .bool(field.isUpdateable && isEditable),
    ]
  }

  /// What the org fills in itself.
  private var isDefaulted: Bool {
    if case .picklist(.rows) = field.kind { return true }
    return !field.defaultValue.isNull || field.name == "OwnerId" || field.kind == .id
      || !field.isCreateable && !field.isNillable
  }

  private var text: JSON {
    let isIDLike = field.kind == .id || field.kind.relationship != nil
    let length = field.kind.maximumLength ?? (isIDLike ? 18 : 0)
    return [
      "byteLength": .integer(isIDLike ? 18 : length * 3), "caseSensitive": false,
      "defaultValue": field.defaultValue.flag.map { .bool($0) } ?? .null, "digits": .integer(type.digits),
      "length": .integer(length), "picklistValues": .array(org.picklistValues(of: field.kind)),
      "precision": .integer(type.precision), "restrictedPicklist": .bool(field.kind.isRestricted),
      "scale": .integer(type.scale),
    ]
  }

  private var reference: JSON {
    [
      "namePointing": .bool(field.kind.targets.count > 1), "polymorphicForeignKey": .bool(field.kind.targets.count > 1),
      "referenceTargetField": .null, "referenceTo": .array(field.kind.targets.map { .string($0) }),
      "relationshipName": field.kind.relationship.map { .string($0) } ?? .null, "relationshipOrder": .null,
    ]
  }

  /// What no field of this org makes use of.
  private var unused: JSON {
    [
      "aiPredictionField": false, "autoNumber": false, "calculated": false, "calculatedFormula": .null,
      "cascadeDelete": false, "compoundFieldName": .null, "controllerName": .null, "defaultValueFormula": .null,
      "dependentPicklist": false, "deprecatedAndHidden": false, "displayLocationInDecimal": false, "encrypted": false,
      "extraTypeInfo": .null, "filteredLookupInfo": .null, "formulaTreatNullNumberAsZero": false,
      "highScaleNumber": false, "htmlFormatted": false, "inlineHelpText": .null, "mask": .null, "maskType": .null,
      "queryByDistance": false, "restrictedDelete": false, "searchPrefilterable": false,
      "writeRequiresMasterRead": false,
    ]
  }
}

extension Org {
  /// The values that a picklist offers, as descriptions list them; none of another field.
  func picklistValues(of kind: FieldKind) -> [JSON] {
    guard case .picklist(let picklist) = kind else { return [] }
    func value(_ name: String, _ label: String, isDefault: Bool = false) -> JSON {
      [
        "active": true, "defaultValue": .bool(isDefault), "label": .string(label), "validFor": .null,
        "value": .string(name),
      ]
    }
    switch picklist {
    case .open(let names), .restricted(let names): return names.map { value($0, $0) }
    case .rows(let object):
      return all(object)
        .map { row in
          let name = row["ApiName"].text ?? ""
          return value(name, row["MasterLabel"].text ?? name, isDefault: row["IsDefault"] == .flag(true))
        }
    }
  }
}
