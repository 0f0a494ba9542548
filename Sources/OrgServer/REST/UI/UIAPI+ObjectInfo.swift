import OrgModel

/// Source: User Interface API Developer Guide, "Object Info", "Field", "Child Relationship", "Theme Info".
extension UIAPI {
  /// `object-info/{object}`
  static func objectInfo(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    try check(definition, state.org)
    let info = info(of: definition, state, call)
    let precondition = Precondition(entityTag: info["eTag"]?.string.map { "\"\($0)\"" })
    return try precondition.refusal(of: call.request, isRead: true) ?? precondition.adding(to: HTTPAnswer(200, info))
  }

  /// `object-info/batch/{objects}`: each with a status of its own.
  static func objectInfos(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let names = try batch(call)
    let results = names.map { name -> JSON in
      guard let definition = Schema.object(name), state.org.canRead(definition, call.user) else {
        return ["result": HTTPAnswer.uiError(.noResource, ofWrite: false).json ?? .null, "statusCode": 404]
      }
      do throws(APIError) {
        try check(definition, state.org)
      } catch {
        let answer = HTTPAnswer.uiError(error, ofWrite: false)
        return ["result": answer.json ?? .null, "statusCode": .integer(answer.status)]
      }
      return ["result": info(of: definition, state, call), "statusCode": 200]
    }
    return HTTPAnswer(200, ["results": .array(results)])
  }

  private static func info(of definition: ObjectDefinition, _ state: OrgState, _ call: RESTCall) -> JSON {
    let access = state.org.access(of: call.user, to: definition)
    let traits = ObjectTraits(definition)
    let visible = state.org.readableFields(of: definition, by: call.user)
    let fields = visible.map { JSON.Member(key: $0.name, value: field($0, of: definition, state.org, call)) }
    let masterID = ObjectDescription.masterRecordTypeID
    let info: JSON = [
      "apiName": .string(definition.name), "associateEntityType": .null, "associateParentEntity": .null,
      "childRelationships": .array(childRelationships(of: definition)), "createable": .bool(access.contains(.create)),
      "custom": false, "defaultRecordTypeId": .string(masterID), "deletable": .bool(access.contains(.delete)),
      "dependentFields": [:], "feedEnabled": .bool(traits.hasFeed), "fields": .object(fields),
      "keyPrefix": .string(definition.keyPrefix), "label": .string(definition.label),
      "labelPlural": .string(definition.labelPlural), "layoutable": .bool(traits.isBusinessObject),
      "mruEnabled": .bool(traits.isBusinessObject),
      "nameFields": .array(nameFields(of: definition).map { .string($0) }), "queryable": .bool(access.contains(.read)),
      "recordTypeInfos": .object([
        .init(
          key: masterID,
          value: [
            "available": true, "defaultRecordTypeMapping": true, "master": true, "name": "Master",
            "recordTypeId": .string(masterID),
          ])
      ]), "searchable": .bool(traits.isSearchable), "searchLayoutable": .bool(traits.isBusinessObject),
      "themeInfo": .null, "updateable": .bool(access.contains(.edit)),
    ]
    return .sorted(info, ["eTag": .string(UIRecord.tag(of: info))])
  }

  private static func field(
    _ field: FieldDefinition, of definition: ObjectDefinition, _ org: Org, _ call: RESTCall
  ) -> JSON {
    let description = FieldDescription(field, of: definition, org, for: call.user).json
    let type = FieldType(field, of: definition)
    let shared = [
      "calculated", "createable", "custom", "extraTypeInfo", "filterable", "filteredLookupInfo", "highScaleNumber",
      "htmlFormatted", "inlineHelpText", "label", "length", "nameField", "polymorphicForeignKey", "precision",
      "referenceTargetField", "relationshipName", "scale", "searchPrefilterable", "sortable", "unique", "updateable",
    ]
    let targets = field.kind.targets.map { target -> JSON in
      let names = Schema.object(target).map(nameFields) ?? []
      return ["apiName": .string(target), "nameFields": .array(names.map { .string($0) })]
    }
    return .sorted(
      .object((description.members ?? []).filter { shared.contains($0.key) }),
      [
        "apiName": .string(field.name), "compound": false, "compoundComponentName": .null, "compoundFieldName": .null,
        "controllerName": .null, "controllingFields": [], "dataType": .string(type.dataType),
        "reference": .bool(field.kind.relationship != nil), "referenceToInfos": .array(targets),
        "required": .bool(!field.isNillable && field.isCreateable && field.defaultValue.isNull),
      ])
  }

  private static func childRelationships(of definition: ObjectDefinition) -> [JSON] {
    Schema.relationships(to: definition)
      .compactMap { child, field in
        guard let name = Schema.childRelationship(of: field, on: child) else { return nil }
        return [
          "childObjectApiName": .string(child.name), "fieldName": .string(field.name), "junctionIdListNames": [],
          "junctionReferenceTo": [], "relationshipName": .string(name),
        ]
      }
  }

  /// The fields that make up the name of a record.
  private static func nameFields(of definition: ObjectDefinition) -> [String] {
    let parts = ["FirstName", "LastName"].filter { definition.field($0) != nil }
    return parts + [definition.nameField].compactMap(\.self)
  }
}
