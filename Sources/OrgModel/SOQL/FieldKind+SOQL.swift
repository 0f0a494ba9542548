extension FieldKind {
  var isText: Bool {
    switch self {
    case .text, .longText, .picklist: true
    case .id, .reference, .flag, .day, .time, .number, .integer: false
    }
  }

  var isReference: Bool {
    switch self {
    case .id, .reference: true
    case .text, .longText, .picklist, .flag, .day, .time, .number, .integer: false
    }
  }

  /// As an error message names the type.
  var soqlName: String {
    switch self {
    case .id, .reference: "ID"
    case .text, .longText, .picklist: "string"
    case .flag: "boolean"
    case .day: "date"
    case .time: "dateTime"
    case .number: "double"
    case .integer: "int"
    }
  }
}
