import Localization

/// What the user may do with tasks, and what it means where he may not.
extension ConnectionFacts {
  var taskFindings: [Finding] {
    let actions: [(check: String, may: Bool, level: Finding.Level, detail: String, meaning: String)] = [
      ("read", rights.mayRead, .failure, localized("you may not read them"), localized("No task can be synced.")),
      (
        "create", rights.mayCreate, .failure, localized("you may not create them"),
        localized("Tasks that you add stay here.")
      ),
      (
        "edit", rights.mayEdit, .failure, localized("you may not change them"),
        localized("What you change in a task of Salesforce stays here.")
      ),
      (
        "delete", rights.mayDelete, .warning, localized("you may not delete them"),
        localized("A task that you delete here stays in Salesforce.")
      ),
    ]
    let missing = actions.filter { !$0.may }
    guard !missing.isEmpty else {
      return [Finding("task", localized("Tasks"), .ok, localized("you may read, create, change and delete them"))]
    }
    let wait = localized("It is sent as soon as your administrator gives you the right.")
    return missing.map { action in
      Finding(
        "task.\(action.check)", localized("Tasks"), action.level, action.detail, remedy: "\(action.meaning) \(wait)")
    }
  }

  /// One for each field that is hidden or cannot be changed, and one for all others.
  var fieldFindings: [Finding] {
    guard rights.mayRead else { return [] }
    let trouble = Self.fields.compactMap(trouble)
    guard trouble.isEmpty else { return trouble }
    return [Finding("fields", localized("Fields"), .ok, localized("all that are synced can be read and changed"))]
  }

  private func trouble(_ field: Field) -> Finding? {
    if !rights.isReadable(field.name) {
      return Finding(
        "field.\(field.name)", field.label, field.level, localized("\(field.name) is hidden from you"),
        remedy: "\(field.meaningHidden) \(localized("Ask your administrator for access to the field."))")
    }
    // Without the right to change tasks at all, no field can be changed.
    guard field.isWritten, rights.mayEdit, !rights.isUpdateable(field.name) else { return nil }
    return Finding(
      "field.\(field.name)", field.label, .warning, localized("\(field.name) is read-only for you"),
      remedy: localized(
        "What you change of it stays here, and is sent as soon as your administrator lets you edit the field."))
  }

  /// The four mapped values (sync-rules.md §1).
  func mappingFindings(_ settings: SyncSettings) -> [Finding] {
    guard !statuses.isEmpty || !priorities.isEmpty else {
      return [
        Finding(
          "picklists", localized("Values"), .warning, localized("the values of Status and Priority cannot be read"),
          remedy: localized("Ask your administrator for access to the fields Status and Priority of Task."))
      ]
    }
    let missing = Set(missingValues(of: settings).map(\.key))
    return SettingKey.mapped.compactMap { key -> Finding? in
      guard let choices = choices(for: key) else { return nil }
      let value = settings[key: key] ?? ""
      guard missing.contains(key) else {
        return Finding(
          "picklist.\(key.rawValue)", key.mappedTitle, .ok,
          localized("“\(value)”; the org has \(choices.joined(separator: ", "))"), setting: key)
      }
      return Finding(
        "picklist.\(key.rawValue)", key.mappedTitle, .failure, localized("the org has no value “\(value)”"),
        remedy: localized("Sync waits. Choose one of the org's own: \(choices.joined(separator: ", "))."),
        setting: key)
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
  private static var fields: [Field] {
    [
      Field(
        name: "Subject", label: localized("Name"), level: .failure,
        meaningHidden: localized("Tasks come here without a name.")),
      Field(
        name: "Status", label: localized("Status"), level: .failure,
        meaningHidden: localized("What is completed there is not known here.")),
      Field(
        name: "Priority", label: localized("Priority"),
        meaningHidden: localized("Every task comes here with normal priority.")),
      Field(
        name: "ActivityDate", label: localized("Due date"), level: .failure,
        meaningHidden: localized("Tasks come here without a due date.")),
      Field(
        name: "Description", label: localized("Details"),
        meaningHidden: localized("Details stay here, and none come from there.")),
      Field(
        name: "OwnerId", label: localized("Assignee", "field"),
        meaningHidden: localized("Whose a task is, is not known.")),
      Field(
        name: "WhoId", label: localized("Person"),
        meaningHidden: localized("The person of a task stays here, and none comes from there.")),
      Field(
        name: "WhatId", label: localized("Related to", "field"),
        meaningHidden: localized("What a task is about is not known here.")),
      Field(name: "IsReminderSet", label: localized("Reminder"), meaningHidden: localized("Reminders stay here.")),
      Field(name: "ReminderDateTime", label: localized("Reminder"), meaningHidden: localized("Reminders stay here.")),
      Field(
        name: "IsClosed", label: localized("Closed"), isWritten: false,
        meaningHidden: localized("A task that is closed there under another status looks open here.")),
      Field(
        name: "TaskSubtype", label: localized("Kind"), isWritten: false,
        meaningHidden: localized("Calls and e-mails come here as plain tasks.")
      ),
      Field(
        name: "CompletedDateTime", label: localized("Completed"), isWritten: false,
        meaningHidden: localized("When a task was completed is taken from its last change.")),
    ]
  }
}

extension SettingKey {
  /// What a mapped value stands for.
  fileprivate var mappedTitle: String {
    switch self {
    case .statusOpen: localized("Open is")
    case .statusCompleted: localized("Completed is")
    case .priorityNormal: localized("Normal is")
    case .priorityHigh: localized("High is")
    default: rawValue
    }
  }
}
