import Foundation
import Localization
import Reminders

extension Context {
  /// A field's value as the screens write it, from the text that the store keeps of it.
  func shown(_ text: String?, of field: ReminderField) -> String {
    guard let text, !text.isEmpty else {
      switch field {
      case .due: return localized("no date")
      case .reminder: return localized("none")
      case .assignee, .person: return localized("nobody")
      default: return localized("nothing")
      }
    }
    switch field {
    case .due: return Day(iso: text).map { $0.short(from: today.day) } ?? text
    case .reminder: return (try? Date(text, strategy: .iso8601)).map { moment($0) } ?? text
    case .status:
      switch text {
      case "open": return localized("open")
      case "completed": return localized("completed")
      default: return text
      }
    case .priority: return Reminder.Priority(rawValue: text)?.shownWord ?? text
    case .kind: return Reminder.Kind(rawValue: text)?.word ?? text
    default: return text
    }
  }

  /// What a side of a conflict holds.
  func shown(_ entry: ConflictEntry, _ side: Merge.Side) -> String {
    let text = side == .here ? entry.hereValue : entry.thereValue
    guard let field = entry.field else { return entry.kept == side ? localized("deleted") : text }
    return field.word(for: shown(text, of: field))
  }
}

extension Reminder.Priority {
  /// As the user reads it; its raw value is what the store and the command line call it.
  var shownWord: String {
    switch self {
    case .normal: localized("normal")
    case .high: localized("high")
    }
  }
}
