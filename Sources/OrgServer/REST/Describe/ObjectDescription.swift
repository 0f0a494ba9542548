import OrgModel

/// How the REST API describes an object to a user.
struct ObjectDescription {
  let definition: ObjectDefinition
  private let org: Org
  private let call: RESTCall

  init(_ definition: ObjectDefinition, _ org: Org, _ call: RESTCall) {
    self.definition = definition
    self.org = org
    self.call = call
  }

  /// What the list of all objects tells of each.
  var summary: JSON {
    let access = org.access(of: call.user, to: definition)
    let traits = ObjectTraits(definition)
    return [
      "activateable": false, "associateEntityType": .null, "associateParentEntity": .null,
      "createable": .bool(access.contains(.create)), "custom": false, "customSetting": false, "deepCloneable": false,
      "deletable": .bool(access.contains(.delete)), "deprecatedAndHidden": false, "feedEnabled": .bool(traits.hasFeed),
      "hasSubtypes": false, "isInterface": false, "isSubtype": false, "keyPrefix": .string(definition.keyPrefix),
      "label": .string(definition.label), "labelPlural": .string(definition.labelPlural),
      "layoutable": .bool(traits.isBusinessObject), "mergeable": .bool(traits.isMergeable),
      "mruEnabled": .bool(traits.isBusinessObject), "name": .string(definition.name),
      "queryable": .bool(access.contains(.read)), "replicateable": true, "retrieveable": .bool(access.contains(.read)),
      "searchable": .bool(traits.isSearchable), "triggerable": .bool(traits.isBusinessObject),
      "undeletable": .bool(access.contains(.delete)), "updateable": .bool(access.contains(.edit)), "urls": urls,
    ]
  }

  /// All that there is to tell.
  var whole: JSON {
    let traits = ObjectTraits(definition)
    let rest: JSON = [
      "actionOverrides": [], "childRelationships": .array(childRelationships),
      "compactLayoutable": .bool(traits.isBusinessObject), "dataTranslationEnabled": .null,
      "defaultImplementation": .null, "extendedBy": .null, "extendsInterfaces": .null, "fields": .array(fields),
      "implementedBy": .null, "implementsInterfaces": .null, "listviewable": .null, "lookupLayoutable": .null,
      "namedLayoutInfos": [], "networkScopeFieldName": .null, "recordTypeInfos": [Self.masterRecordType],
      "searchLayoutable": .bool(traits.isBusinessObject), "sobjectDescribeOption": "FULL",
      "supportedScopes": .array(scopes),
    ]
    return .sorted(summary, rest)
  }

  private var fields: [JSON] {
    org.readableFields(of: definition, by: call.user)
      .map { FieldDescription($0, of: definition, org, for: call.user).json }
  }

  private var urls: JSON {
    let path = "/services/data/\(call.version)/sobjects/\(definition.name)"
    return [
      "describe": .string("\(path)/describe"), "rowTemplate": .string("\(path)/{ID}"), "sobject": .string(path),
    ]
  }

  /// The fields of other objects that lead to this one. Only those to business records have names.
  private var childRelationships: [JSON] {
    Schema.relationships(to: definition)
      .map { child, field in
        [
          "cascadeDelete": false, "childSObject": .string(child.name), "deprecatedAndHidden": false,
          "field": .string(field.name), "junctionIdListNames": [], "junctionReferenceTo": [],
          "relationshipName": Schema.childRelationship(of: field, on: child).map { .string($0) } ?? .null,
          "restrictedDelete": false,
        ]
      }
  }

  private var scopes: [JSON] {
    let all: JSON = ["label": .string("All \(definition.labelPlural.lowercased())"), "name": "everything"]
    let mine: JSON = ["label": .string("My \(definition.labelPlural.lowercased())"), "name": "mine"]
    return definition.field("OwnerId") == nil ? [all] : [all, mine]
  }

  /// The record type of objects without record types.
  static let masterRecordTypeID = "012000000000000AAA"

  private static let masterRecordType: JSON = [
    "active": true, "available": true, "defaultRecordTypeMapping": true, "developerName": "Master", "master": true,
    "name": "Master", "recordTypeId": .string(masterRecordTypeID), "urls": [:],
  ]
}
