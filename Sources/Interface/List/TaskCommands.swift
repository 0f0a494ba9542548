import Localization
import Reminders
import Terminal

/// What can be done to the selected task, on every screen that shows tasks.
enum TaskCommands {
  static let keys =
    [KeyBinding(.toggleCompleted, "space", "complete or reopen", hint: "done")] + conflictKeys + otherKeys

  private static let conflictKeys = [
    KeyBinding(.takeOtherVersion, "X", "conflict: take the other version", hint: "other version"),
    KeyBinding(.compareVersions, "C", "conflict: choose field by field", hint: "by field"),
    KeyBinding(.dismissConflicts, "x", "conflict seen: leave it as it was merged", hint: "seen"),
  ]

  private static let otherKeys = [
    KeyBinding(.retry, "R", "refused by Salesforce: try again", hint: "try again"),
    KeyBinding(.giveUp, "U", "refused by Salesforce: give up, what is there stands", hint: "give up"),
    KeyBinding(.send, "p", "only here: send it to Salesforce", hint: "send"),
    KeyBinding(.edit, "e", "edit", hint: "edit"),
    KeyBinding(
      .snooze, "s",
      "snooze: then \(.snoozeTomorrow), \(.snoozeMonday), \(.snoozeWeek), \(.snoozePick) or \(.snoozeNoDate)",
      hint: "snooze"),
    KeyBinding(.togglePriority, "!", "high or normal priority"),
    KeyBinding(.delete, "d", "delete; nothing is asked, \(.undo) undoes it", hint: "delete"),
    KeyBinding(.sayOutcome, "O", "say what came of a call, also of the one just completed"),
  ]

  /// What can be done to a task in the trash, which one side may have deleted while the other changed it.
  static let trashKeys =
    [KeyBinding(.restore, "space R", "take it out of the trash", hint: "restore")] + conflictKeys

  /// The steps of a command on one task or many; `nil` if it is not about tasks, or there are none.
  static func steps(for command: Command, on rows: [ReminderRow], _ context: Context) -> [Step]? {
    guard let first = rows.first else { return nil }
    if let steps = linkSteps(for: command, on: rows, context) { return steps }
    let ids = rows.map(\.id)
    switch command {
    case .toggleCompleted: return [.effect(.perform(.setCompleted(ids, rows.contains(where: \.isOpen))))]
    case .togglePriority:
      return [.effect(.perform(.setPriority(ids, rows.contains(where: \.isNormal) ? .high : .normal)))]
    case .delete: return [.effect(.perform(.delete(ids)))]
    case .restore: return [.effect(.perform(.restore(ids)))]
    case .snooze: return [.open(SnoozeMenu(tasks: ids))]
    case .dismissConflicts:
      return act(on: rows.filter { $0.isInConflict(context) }, of: rows, else: .conflict) { .dismissConflicts($0) }
    case .retry: return act(on: rows.filter(\.isRefused), of: rows, else: .refusal) { .retry($0) }
    case .giveUp: return act(on: rows.filter(\.isRefused), of: rows, else: .refusal) { .giveUp($0) }
    case .send:
      let local = rows.filter { $0.mark == .localOnly }
      guard context.list.settings.isOn || local.isEmpty else {
        return [.say(localized("Sync is off: turn it on in the settings first."))]
      }
      return act(on: local, of: rows, else: .localOnly) { .send($0) }
    case .edit, .takeOtherVersion, .compareVersions, .sayOutcome:
      guard rows.count == 1 else { return [.say(onlyOne)] }
      return steps(for: command, onOne: first, context)
    default: return nil
    }
  }

  /// Said where many are selected.
  static var onlyOne: String { localized("This is for one task: select none, or look at the details of one.") }

  /// Acts on those of the tasks that are so, in one transaction, or says that none is.
  private static func act(
    on rows: [ReminderRow], of all: [ReminderRow], else lack: Lack, _ action: ([ReminderID]) -> UserAction
  ) -> [Step] {
    guard rows.isEmpty else { return [.effect(.perform(action(rows.map(\.id))))] }
    return [.say(lack.text(isOfOne: all.count == 1))]
  }

  /// What tasks are not that a command is for.
  private enum Lack {
    case conflict, refusal, localOnly

    func text(isOfOne: Bool) -> String {
      switch self {
      case .conflict: localized(isOfOne ? "This task is not in conflict." : "None of these tasks is in conflict.")
      case .refusal:
        localized(
          isOfOne ? "This task is not refused by Salesforce." : "None of these tasks is refused by Salesforce.")
      case .localOnly: localized(isOfOne ? "This task is not only here." : "None of these tasks is only here.")
      }
    }
  }

  private static func steps(for command: Command, onOne row: ReminderRow, _ context: Context) -> [Step] {
    switch command {
    case .edit: return [.open(FormScreen(editing: row, context))]
    case .sayOutcome:
      guard row.reminder.kind == .call else { return [.say(localized("This task is no call."))] }
      return [.open(FormScreen(editing: row, context, focus: .callOutcome))]
    default:
      guard row.isInConflict(context) else { return [.say(Lack.conflict.text(isOfOne: true))] }
      let kept = Set(context.conflicts(of: row.id).map(\.kept))
      // Where here stands in one field and there in another, "the other" is no one side.
      guard command == .takeOtherVersion, kept.count == 1, let side = kept.first else {
        return [.open(ConflictMenu(row))]
      }
      return [.effect(.perform(.resolveConflict(row.id, keeping: side.other, nil)))]
    }
  }

  /// The word of a hint for these very tasks; `nil` where the key would do nothing to them.
  static func hint(for binding: KeyBinding, on rows: [ReminderRow], _ context: Context) -> String? {
    let isOne = rows.count == 1
    // It is asked for with every key: of thousands the first ones tell enough.
    let rows = rows.prefix(200)
    let isOf =
      switch binding.command {
      case .edit: isOne
      case .takeOtherVersion, .compareVersions: isOne && rows.contains { $0.isInConflict(context) }
      case .dismissConflicts: rows.contains { $0.isInConflict(context) }
      case .retry, .giveUp: rows.contains(where: \.isRefused)
      case .send: context.list.settings.isOn && rows.contains { $0.mark == .localOnly }
      default: true
      }
    guard isOf, binding.command == .toggleCompleted else { return isOf ? binding.hint : nil }
    if !rows.contains(where: \.isOpen) { return "reopen" }
    return rows.allSatisfy(\.isClosedOnlyThere) ? "accept as completed" : binding.hint
  }
}

extension ReminderRow {
  fileprivate var isOpen: Bool { !reminder.fields.isCompleted }
  fileprivate var isNormal: Bool { reminder.fields.priority == .normal }
  fileprivate var isRefused: Bool { refusal != nil }
}

extension ReminderRow {
  /// Closed in Salesforce under a name that does not sync, and open here.
  var isClosedOnlyThere: Bool { isClosedThere && !reminder.fields.isCompleted && mark != .pending }

  func isInConflict(_ context: Context) -> Bool { mark == .conflict || !context.conflicts(of: id).isEmpty }
}

extension Context {
  /// What is in conflict about a reminder, the latest of each field.
  func conflicts(of id: ReminderID) -> [ConflictEntry] {
    var seen: Set<ConflictEntry.Subject> = []
    return (list.conflicts[id] ?? []).filter { seen.insert($0.subject).inserted }
  }
}

extension Merge.Side {
  var other: Merge.Side { self == .here ? .there : .here }
}
