import Foundation
import OrgModel

extension OrgSetting {
  /// `[{"name": "Open", "label": "Offen", "closed": false, "default": true, "was": "Not Started"}]`.
  static let statuses = OrgSetting(
    name: "statuses",
    value: { PicklistInput.json(of: "TaskStatus", flag: ("closed", "IsClosed"), in: $0) },
    set: { org, input, now throws(APIError) in
      let values = try PicklistInput.list("statuses", of: input, flag: "closed")
      org.setStatuses(
        values.map { .init($0.name, label: $0.label, isClosed: $0.flag) },
        default: values.first(where: \.isDefault)?.name ?? "", replacing: PicklistInput.replacements(values), at: now)
    })

  /// `[{"name": "Normal", "label": "Normal", "high": false, "default": true, "was": "Medium"}]`.
  static let priorities = OrgSetting(
    name: "priorities",
    value: { PicklistInput.json(of: "TaskPriority", flag: ("high", "IsHighPriority"), in: $0) },
    set: { org, input, now throws(APIError) in
      let values = try PicklistInput.list("priorities", of: input, flag: "high")
      org.setPriorities(
        values.map { .init($0.name, label: $0.label, isHigh: $0.flag) },
        default: values.first(where: \.isDefault)?.name ?? "", replacing: PicklistInput.replacements(values), at: now)
    })
}

/// A value of a picklist in a control request.
private struct PicklistInput {
  let name: String
  let label: String?
  /// What makes the value special: closed or high.
  let flag: Bool
  let isDefault: Bool
  /// The value that tasks have until now and are to have this one for.
  let former: String?

  init(_ json: JSON, flag: String) throws(APIError) {
    let input = try json.allowing(["name", "label", flag, "default", "was"])
    name = try input.required("name", try input.text("name"))
    label = try input.text("label")
    self.flag = try input.flag(flag) ?? false
    isDefault = try input.flag("default") ?? false
    former = try input.text("was")
    guard [name, label ?? "x"].allSatisfy({ (1...255).contains($0.utf16.count) }) else {
      throw JSON.mistake("name and label must have 1 to 255 characters")
    }
  }

  static func list(_ name: String, of input: JSON, flag: String) throws(APIError) -> [PicklistInput] {
    var values: [PicklistInput] = []
    for value in try input.list(name) ?? [] { values.append(try PicklistInput(value, flag: flag)) }
    guard values.count(where: \.isDefault) == 1, Set(values.map { $0.name.lowercased() }).count == values.count else {
      throw JSON.mistake("\(name) must have different names, and exactly one of them is the default")
    }
    return values
  }

  static func replacements(_ values: [PicklistInput]) -> [String: String] {
    Dictionary(
      values.compactMap { value in value.former.map { ($0, value.name) } }, uniquingKeysWith: { first, _ in first })
  }

  static func json(of object: String, flag: (name: String, field: String), in org: Org) -> JSON {
    .array(
      org.all(object)
        .map { row in
          [
            "name": JSON(row["ApiName"]), "label": JSON(row["MasterLabel"]), flag.name: JSON(row[flag.field]),
            "default": JSON(row["IsDefault"]),
          ]
        })
  }
}
