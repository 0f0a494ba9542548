extension OrgValue {
  /// As a text field would keep it; `nil` where there is no value.
  var written: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .id(let id): id.text
    case .flag(let flag): String(flag)
    case .number(let number): OrgModel.written(number)
    case .day(let day): day.description
    case .time(let time): time.description
    }
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
