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
    guard !place.marked.isEmpty, context.list.isCut else { return [] }
    let count = place.marked.count.grouped
    return [.say("Selected \(count) of \(context.list.total.grouped), as many as are shown.")]
  }

  /// What leaves the list by an action, or goes elsewhere in it, is not marked any more.
  mutating func told(_ news: News, _ context: Context) -> [Step] {
    guard case .asked(let action) = news else { return [] }
    switch action {
    case .setCompleted(let ids, let isCompleted):
      if isCompleted, !isInDetails { place.leaving.formUnion(ids) }
      place.unmark(ids)
    case .setDue(let ids, _), .delete(let ids), .restore(let ids): place.unmark(ids)
    default: break
    }
    return []
  }
}
