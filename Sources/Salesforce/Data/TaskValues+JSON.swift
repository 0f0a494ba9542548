extension FieldValue {
  var json: JSON {
    switch self {
    case .null: .null
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .time(let date): .text(SalesforceTime.text(date))
    }
  }
}

extension TaskValues {
  /// A record of sObject Collections: only these fields are written; an `id` says which task is changed.
  func json(id: String?) -> JSON {
    var members: [String: JSON] = ["attributes": .object(["type": .text("Task")])]
    members["id"] = id.map { .text($0) }
    for (field, value) in self { members[field.rawValue] = value.json }
    return .object(members)
  }
}
