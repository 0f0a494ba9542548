import Foundation

extension FieldValue {
  /// - Parameter time: how a dateTime is written.
  fileprivate func json(_ time: (Date) -> String) -> JSON {
    switch self {
    case .null: .null
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .time(let date): .text(time(date))
    }
  }
}

extension TaskValues {
  /// The fields by their API names, as the REST API takes them.
  var fields: [String: JSON] { fields(SalesforceTime.text) }

  /// The fields by their API names, as the User Interface API takes them: its times end with `Z` (User Interface API
  /// Developer Guide, "Record Input").
  var recordInput: [String: JSON] { fields(SalesforceTime.zuluText) }

  /// A record of sObject Collections: only these fields are written; an `id` says which task is changed.
  func record(id: String? = nil) -> JSON {
    record(adding: ["id": id].compactMapValues { $0 })
  }

  /// A record to upsert: it has no Id but the value of an external Id field.
  func record(externalID: String, in field: String) -> JSON {
    record(adding: [field: externalID])
  }

  private func record(adding identity: [String: String]) -> JSON {
    var members = fields
    members["attributes"] = .object(["type": .text("Task")])
    for (name, value) in identity { members[name] = .text(value) }
    return .object(members)
  }

  private func fields(_ time: (Date) -> String) -> [String: JSON] {
    reduce(into: [:]) { fields, entry in fields[entry.key.rawValue] = entry.value.json(time) }
  }
}
