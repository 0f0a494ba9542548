extension FieldCheck {
  func scalar(_ value: OrgValue, of kind: FieldKind) throws(APIError) -> OrgValue {
    guard let typed = kind.read(value) else { throw unreadable(value, as: kind.readerName) }
    return typed
  }

  /// The sentence of Salesforce's JSON reader. It names a line and a column there, which this org does not know.
  func unreadable(_ value: OrgValue, as type: String) -> APIError {
    let shown: String =
      switch value {
      case .null: "VALUE_NULL value null"
      case .flag(let flag): "VALUE_\(flag ? "TRUE" : "FALSE") value \(flag)"
      case .number(let number): "VALUE_NUMBER_FLOAT value \(number)"
      case .text, .id, .day, .time: "VALUE_STRING value \(value.written ?? "")"
      }
    return APIError(
      .jsonParserError,
      "Cannot deserialize instance of \(type) from \(shown) or request may be missing a required field at [line:1, column:1]"
    )
  }
}
