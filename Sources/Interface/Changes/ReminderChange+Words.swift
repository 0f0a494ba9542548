import Localization
import Reminders
import Terminal

extension ReminderChange {
  var shownName: DisplayText {
    // An import tells its number of tasks by its name.
    if isOfMany {
      let count = kind == .imported ? Int(name.prefix { $0.isASCII && $0.isNumber }) ?? count : count
      return DisplayText(localized(count, one: "\(count) task", other: "\(count) tasks"))
    }
    return DisplayText(name.isEmpty ? localized("(no name)") : name)
  }

  var isOfMany: Bool { kind == .imported || count > 1 }

  /// What became of the task, in a few words: `due Fri 27 Nov → Mon 30 Nov, given to Carla Jones`.
  func words(_ context: Context) -> String {
    switch kind {
    case .created: localized("created")
    case .appeared: localized("new here")
    case .deleted: localized("deleted")
    case .restored: localized("restored")
    case .imported: localized("imported")
    case .changed where fields.isEmpty: localized("changed")
    case .changed: fields.map { $0.words(side, isOfMany: isOfMany, context) }.joined(separator: ", ")
    }
  }
}

extension FieldChange {
  fileprivate func words(_ side: Merge.Side, isOfMany: Bool, _ context: Context) -> String {
    switch (field, old, new) {
    case (.status, "open", "completed"): return localized("completed")
    case (.status, "completed", "open"): return localized("reopened")
    // What it was is not the same of all.
    case (_, _, _) where isOfMany && ![.details, .assignee].contains(field):
      return "\(field.word) \(context.glyphs.to) \(context.shown(new, of: field))"
    case (.details, _, _): return localized("details")
    case (.assignee, _, _): return localized("given to \(context.shown(new, of: field))")
    case (.name, _, _) where side == .here: return localized("renamed from \(context.shown(old, of: field))")
    default:
      // The name here is the user's own: what changes there is the Subject (sync-rules.md §1).
      let word = field == .name ? localized("Subject") : field.word
      return "\(word) \(context.shown(old, of: field)) \(context.glyphs.to) \(context.shown(new, of: field))"
    }
  }
}

extension ReminderField {
  /// Its name before what became of it.
  fileprivate var word: String {
    switch self {
    case .name: localized("name")
    case .status: localized("status")
    case .priority: localized("priority")
    case .due: localized("due")
    case .details: localized("details")
    case .assignee: localized("assignee")
    case .person: localized("person")
    case .relatedTo: localized("related to")
    case .reminder: localized("remind")
    case .kind: localized("kind")
    case .callOutcome: localized("call outcome")
    case .callReason: localized("call reason")
    }
  }
}
