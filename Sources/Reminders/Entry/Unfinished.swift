/// What was typed and neither saved nor discarded, and what the user did not answer. It is kept, so that no crash and no quit loses it.
package struct Unfinished: Codable, Hashable, Sendable {
  /// The line of a new task.
  package var entry: String
  /// The form that is open, if anything was changed in it.
  package var form: FormDraft?
  /// The tasks of which the user was reminded, and has not answered.
  package var reminders: [ReminderID]

  package init(entry: String = "", form: FormDraft? = nil, reminders: [ReminderID] = []) {
    self.entry = entry
    self.form = form
    self.reminders = reminders
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    entry = try values.decode(String.self, forKey: .entry)
    form = try values.decodeIfPresent(FormDraft.self, forKey: .form)
    reminders = try values.decodeIfPresent([ReminderID].self, forKey: .reminders) ?? []
  }

  package var isEmpty: Bool { entry.isEmpty && form == nil && reminders.isEmpty }
}

/// What stands in a form.
package struct FormDraft: Codable, Hashable, Sendable {
  /// The task that is edited; `nil` for a new one.
  package var reminder: ReminderID?
  /// Its fields when the form was opened: what differs from them is what the user changed.
  package var original: ReminderFields
  /// What is typed, by the name of the field.
  package var texts: [String: String]
  /// The records that are chosen, by the name of the field.
  package var records: [String: RecordReference]
  package var priority: Reminder.Priority
  package var kind: Reminder.Kind
  /// The name of the field that is typed in.
  package var focus: String

  package init(
    reminder: ReminderID?, original: ReminderFields, texts: [String: String], records: [String: RecordReference],
    priority: Reminder.Priority, kind: Reminder.Kind, focus: String
  ) {
    self.reminder = reminder
    self.original = original
    self.texts = texts
    self.records = records
    self.priority = priority
    self.kind = kind
    self.focus = focus
  }
}
