extension Org {
  /// The values that the org fills in by itself from the others.
  func derive(_ record: inout Record, from old: Record?, at now: Timestamp) {
    switch record.definition.name {
    case Schema.task.name: deriveTask(&record, from: old, at: now)
    case Schema.contact.name, Schema.lead.name, Schema.user.name:
      let parts = [record["FirstName"].text, record["LastName"].text].compactMap(\.self)
      record["Name"] = parts.isEmpty ? .null : .text(parts.joined(separator: " "))
    default: break
    }
  }

  /// The default rows of the picklists that are data (`TaskStatus`, `TaskPriority`).
  func applyPicklistDefaults(_ record: inout Record) {
    for field in record.definition.fields {
      guard case .picklist(.rows(let object)) = field.kind else { continue }
      record[field.name] = all(object).first { $0["IsDefault"] == .flag(true) }?["ApiName"] ?? .null
    }
  }

  private func deriveTask(_ task: inout Record, from old: Record?, at now: Timestamp) {
    derivePicklists(&task, from: old, at: now)
    task["AccountId"] = account(of: task["WhatId"]) ?? account(of: task["WhoId"]) ?? .null
  }

  /// What a task's Status and Priority say of it. A value that the org no longer has says what it said before.
  func derivePicklists(_ task: inout Record, from old: Record?, at now: Timestamp) {
    if let status = row(of: "TaskStatus", named: task["Status"]) {
      task["IsClosed"] = status["IsClosed"]
      // Only closed tasks are archived.
      if task["IsClosed"] != .flag(true) { task["IsArchived"] = .flag(false) }
      if task["IsClosed"] != old?["IsClosed"] ?? .flag(false) {
        task["CompletedDateTime"] = task["IsClosed"] == .flag(true) ? .time(now) : .null
      }
    }
    if let priority = row(of: "TaskPriority", named: task["Priority"]) {
      task["IsHighPriority"] = priority["IsHighPriority"]
    }
  }

  private func row(of object: String, named name: OrgValue) -> Record? {
    all(object).first { $0["ApiName"] == name }
  }

  private func account(of reference: OrgValue) -> OrgValue? {
    guard let id = reference.id, let record = find(id) else { return nil }
    if record.definition === Schema.account { return reference }
    return record["AccountId"].isNull ? nil : record["AccountId"]
  }
}
