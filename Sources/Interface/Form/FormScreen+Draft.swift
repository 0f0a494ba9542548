import Reminders

/// What is typed, as it is kept over a crash.
extension FormScreen {
  /// `nil` where there is nothing to lose.
  var draft: FormDraft? {
    guard isChanged else { return nil }
    let records = pickers.compactMap { field, picker in picker.chosen.map { (field.rawValue, $0) } }
    return FormDraft(
      reminder: original?.id, original: original?.reminder.fields ?? ReminderFields(name: ""),
      texts: Dictionary(uniqueKeysWithValues: FormField.allCases.map { ($0.rawValue, self[$0].text) }),
      records: Dictionary(uniqueKeysWithValues: records), priority: priority, kind: kind, focus: focus.rawValue)
  }

  /// The form as it was when it was kept.
  ///
  /// - Parameter row: The task that it edits, as it is now; `nil` for a new one. Without it what is typed becomes a new
  ///   task.
  init(_ draft: FormDraft, _ row: ReminderRow?, _ context: Context) {
    if var row {
      row.reminder.fields = draft.original
      self.init(editing: row, context)
    } else {
      self.init()
    }
    for (field, text) in texts {
      guard let typed = draft.texts[field.rawValue] else { continue }
      texts[field] = TextField(typed, isMultiline: text.isMultiline)
    }
    for field in pickers.keys {
      pickers[field]?.restore(draft.texts[field.rawValue] ?? "", draft.records[field.rawValue])
    }
    priority = draft.priority
    kind = draft.kind
    move(to: FormField(rawValue: draft.focus) ?? .name)
  }
}
