import Reminders
import Terminal

extension ReminderChange {
  var shownName: DisplayText {
    // An import tells its number of tasks by its name.
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    if kind == .imported, let count = Int(digits) {
      return DisplayText(count.grouped + name.dropFirst(digits.count))
    }
    if isOfMany { return DisplayText("\(count.grouped) tasks") }
    return DisplayText(name.isEmpty ? "(no name)" : name)
  }

  var isOfMany: Bool { kind == .imported || count > 1 }

  /// What became of the task, in a few words: `due Fri 27 Nov → Mon 30 Nov, given to Carla Jones`.
  func words(_ context: Context) -> String {
    switch kind {
    case .created: "created"
    case .appeared: "new here"
    case .deleted: "deleted"
    case .restored: "restored"
    case .imported: "imported"
    case .changed where fields.isEmpty: "changed"
    case .changed: fields.map { $0.words(side, isOfMany: isOfMany, context) }.joined(separator: ", ")
    }
  }
}

extension FieldChange {
  fileprivate func words(_ side: Merge.Side, isOfMany: Bool, _ context: Context) -> String {
    switch (field, old, new) {
    case (.status, "open", "completed"): return "completed"
    case (.status, "completed", "open"): return "reopened"
    // What it was is not the same of all.
    case (_, _, _) where isOfMany && ![.details, .assignee].contains(field):
      return "\(field.title.lowercased()) \(context.glyphs.to) \(context.shown(new, of: field))"
    case (.details, _, _): return "details"
    case (.assignee, _, _): return "given to \(context.shown(new, of: field))"
    case (.name, _, _) where side == .here: return "renamed from \(context.shown(old, of: field))"
    default:
      // The name here is the user's own: what changes there is the Subject (sync-rules.md §1).
      let title = field == .name ? "Subject" : field.title.lowercased()
      return "\(title) \(context.shown(old, of: field)) \(context.glyphs.to) \(context.shown(new, of: field))"
    }
  }
}
