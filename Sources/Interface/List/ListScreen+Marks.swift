import Localization
import Reminders

/// Rows that are marked, which the user knows as selected: the next action is about all of them.
extension ListScreen {
  /// What a command acts on: what is marked, else the selected task; where its details are looked at, these.
  func actedOn(_ context: Context) -> [ReminderRow] {
    let marked = isInDetails ? [] : markedRows
    return marked.isEmpty ? selectedRow(context).map { [$0] } ?? [] : marked
  }

  mutating func mark() {
    guard let selected = place.selected else { return }
    place.toggleMark(selected)
    place.select(by: 1, lines)
  }

  mutating func markAll(_ context: Context) -> [Step] {
    place.toggleAllMarks(lines)
    return []
  }

  func triage(_ context: Context) -> [Step] {
    guard view != .trash else { return [.say(localized("What is in the trash is not triaged: restore it first."))] }
    let rows = markedRows.isEmpty ? Array(context.list.rows) : markedRows
    let open = rows.filter { !$0.reminder.fields.isCompleted }
    guard !open.isEmpty else { return [.say(localized("There is no open task to triage."))] }
    let first = Array(open.prefix(TriageScreen.most))
    let triage = Step.open(TriageScreen(first))
    if first.count < open.count {
      return [
        triage,
        .say(localized("A triage of the first \(first.count) of \(open.count): another one takes the next.")),
      ]
    }
    guard markedRows.isEmpty, context.list.isCut else { return [triage] }
    return [
      triage,
      .say(
        context.keys.text(
          "A triage of the first \(first.count.grouped): another one takes the next, \(.markAll) before it all.")),
    ]
  }

  /// What leaves the list by an action, or goes elsewhere in it, is not marked any more.
  mutating func told(_ news: News, _ context: Context) -> [Step] {
    guard case .asked(let action) = news else { return [] }
    switch action {
    case .setCompleted(let ids, true), .setDue(let ids, _):
      if !isInDetails { place.leave(ids.compactMap(context.row)) }
      place.unmark(ids)
    case .setCompleted(let ids, false), .delete(let ids), .restore(let ids): place.unmark(ids)
    default: break
    }
    return []
  }
}
