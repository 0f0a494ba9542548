extension FieldCheck {
  func flag(_ value: OrgValue) throws(APIError) -> OrgValue {
    switch value {
    case .flag: return value
    case .text(let text) where ["true", "false"].contains(text.lowercased()): return .flag(text.lowercased() == "true")
    default: throw unreadable(value, as: "boolean")
    }
  }

  func day(_ value: OrgValue) throws(APIError) -> OrgValue {
    switch value {
    case .day: return value
    case .text(""): return .null
    case .text(let text):
      guard let day = CalendarDay(text) else { throw unreadable(value, as: "date") }
      return .day(day)
    default: throw unreadable(value, as: "date")
    }
  }

  func time(_ value: OrgValue) throws(APIError) -> OrgValue {
    switch value {
    case .time: return value
    case .text(""): return .null
    case .text(let text):
      guard let time = Timestamp(text) else { throw unreadable(value, as: "datetime") }
      return .time(time)
    default: throw unreadable(value, as: "datetime")
    }
  }

  func number(_ value: OrgValue) throws(APIError) -> OrgValue {
    switch value {
    case .number: return value
    case .text(let text):
      guard let number = Double(text), number.isFinite else { throw unreadable(value, as: "double") }
      return .number(number)
    default: throw unreadable(value, as: "double")
    }
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
