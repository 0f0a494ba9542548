import OrgModel

/// The type of a field as the APIs name it.
struct FieldType {
  /// In the REST API (SOAP API Developer Guide, "FieldType").
  let name: String
  /// In the User Interface API ("Field", `dataType`).
  let dataType: String
  let soapType: String
  /// Whole digits and decimals of a number.
  var precision = 0
  var scale = 0
  var digits = 0

  init(_ field: FieldDefinition, of definition: ObjectDefinition) {
    self = Self.special["\(definition.name).\(field.name)"] ?? Self.special[field.name] ?? Self(field.kind)
  }

  private init(_ name: String, _ dataType: String, _ soapType: String = "xsd:string") {
    self.name = name
    self.dataType = dataType
    self.soapType = soapType
  }

  private init(_ kind: FieldKind) {
    switch kind {
    case .id: self.init("id", "Reference", "tns:ID")
    case .reference: self.init("reference", "Reference", "tns:ID")
    case .text: self.init("string", "String")
    case .longText: self.init("textarea", "TextArea")
    case .picklist: self.init("picklist", "Picklist")
    case .flag: self.init("boolean", "Boolean", "xsd:boolean")
    case .day: self.init("date", "Date", "xsd:date")
    case .time: self.init("datetime", "DateTime", "xsd:dateTime")
    case .number:
      self.init("double", "Double", "xsd:double")
      precision = 18
      scale = 2
    case .integer:
      self.init("int", "Int", "xsd:int")
      digits = 9
    }
  }

  /// The fields that are told apart by what their text is for, by name.
  private static let special: [String: FieldType] = [
    "Email": FieldType("email", "Email"), "Phone": FieldType("phone", "Phone"),
    "MobilePhone": FieldType("phone", "Phone"), "Task.Subject": FieldType("combobox", "ComboBox"),
    "User.TimeZoneSidKey": FieldType("picklist", "Picklist"),
    "Opportunity.Amount": {
      var type = FieldType("currency", "Currency", "xsd:double")
      type.precision = 18
      type.scale = 2
      return type
    }(),
  ]
}
