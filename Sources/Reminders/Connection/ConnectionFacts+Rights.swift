/// What the user may do with tasks, and what it means where he may not.
extension ConnectionFacts {
  var taskFindings: [Finding] {
    let actions: [(check: String, may: Bool, level: Finding.Level, verb: String, meaning: String)] = [
      ("read", rights.mayRead, .failure, "read", "No task can be synced."),
      ("create", rights.mayCreate, .failure, "create", "Tasks that you add stay here."),
      ("edit", rights.mayEdit, .failure, "change", "What you change in a task of Salesforce stays here."),
      ("delete", rights.mayDelete, .warning, "delete", "A task that you delete here stays in Salesforce."),
    ]
    let missing = actions.filter { !$0.may }
    guard !missing.isEmpty else {
      return [Finding("task", "Tasks", .ok, "you may read, create, change and delete them")]
    }
    return missing.map { action in
      Finding(
        "task.\(action.check)", "Tasks", action.level, "you may not \(action.verb) them",
        remedy: "\(action.meaning) It is sent as soon as your administrator gives you the right.")
    }
  }

  /// One for each field that is hidden or cannot be changed, and one for all others.
  var fieldFindings: [Finding] {
    guard rights.mayRead else { return [] }
    let trouble = Self.fields.compactMap(trouble)
    return trouble.isEmpty ? [Finding("fields", "Fields", .ok, "all that are synced can be read and changed")] : trouble
  }

  private func trouble(_ field: Field) -> Finding? {
    if !rights.isReadable(field.name) {
      return Finding(
        "field.\(field.name)", field.label, field.level, "\(field.name) is hidden from you",
        remedy: "\(field.meaningHidden) Ask your administrator for access to the field.")
    }
    // Without the right to change tasks at all, no field can be changed.
    guard field.isWritten, rights.mayEdit, !rights.isUpdateable(field.name) else { return nil }
    return Finding(
      "field.\(field.name)", field.label, .warning, "\(field.name) is read-only for you",
      remedy: "What you change of it stays here, and is sent as soon as your administrator lets you edit the field.")
  }

  /// The four mapped values (sync-rules.md §1).
  func mappingFindings(_ settings: SyncSettings) -> [Finding] {
    guard !statuses.isEmpty || !priorities.isEmpty else {
      return [
        Finding(
          "picklists", "Values", .warning, "the values of Status and Priority cannot be read",
          remedy: "Ask your administrator for access to the fields Status and Priority of Task.")
      ]
    }
    let missing = Set(missingValues(of: settings).map(\.key))
    return SettingKey.mapped.compactMap { key -> Finding? in
      guard let choices = choices(for: key) else { return nil }
      let value = settings[key: key] ?? ""
      guard missing.contains(key) else {
        return Finding(
          "picklist.\(key.rawValue)", key.mappedTitle, .ok,
          "“\(value)”; the org has \(choices.joined(separator: ", "))",
          setting: key)
      }
      return Finding(
        "picklist.\(key.rawValue)", key.mappedTitle, .failure, "the org has no value “\(value)”",
        remedy: "Sync waits. Choose one of the org's own: \(choices.joined(separator: ", ")).", setting: key)
    }
  }

  /// A field of Task that the program uses.
  private struct Field {
    let name: String
    let label: String
    var isWritten = true
    /// A failure where sync makes no sense without it.
    var level = Finding.Level.warning
    var meaningHidden: String
  }

  /// sync-rules.md §1.
  private static let fields: [Field] = [
    Field(name: "Subject", label: "Name", level: .failure, meaningHidden: "Tasks come here without a name."),
    Field(
      name: "Status", label: "Status", level: .failure, meaningHidden: "What is completed there is not known here."),
    Field(name: "Priority", label: "Priority", meaningHidden: "Every task comes here with normal priority."),
    Field(
      name: "ActivityDate", label: "Due date", level: .failure, meaningHidden: "Tasks come here without a due date."),
    Field(name: "Description", label: "Details", meaningHidden: "Details stay here, and none come from there."),
    Field(name: "OwnerId", label: "Assignee", meaningHidden: "Whose a task is, is not known."),
    Field(name: "WhoId", label: "Person", meaningHidden: "The person of a task stays here, and none comes from there."),
    Field(name: "WhatId", label: "Related to", meaningHidden: "What a task is about is not known here."),
    Field(name: "IsReminderSet", label: "Reminder", meaningHidden: "Reminders stay here."),
    Field(name: "ReminderDateTime", label: "Reminder", meaningHidden: "Reminders stay here."),
    Field(
      name: "IsClosed", label: "Closed", isWritten: false,
      meaningHidden: "A task that is closed there under another status looks open here."),
    Field(
      name: "TaskSubtype", label: "Kind", isWritten: false, meaningHidden: "Calls and e-mails come here as plain tasks."
    ),
    Field(
      name: "CompletedDateTime", label: "Completed", isWritten: false,
      meaningHidden: "When a task was completed is taken from its last change."),
  ]
}

extension SettingKey {
  /// What a mapped value stands for.
  fileprivate var mappedTitle: String {
    switch self {
    case .statusOpen: "Open is"
    case .statusCompleted: "Completed is"
    case .priorityNormal: "Normal is"
    case .priorityHigh: "High is"
    default: rawValue
    }
  }
}
