import Reminders

/// A line of the agenda.
enum AgendaLine: Hashable, Sendable {
  /// Tasks are gone from Salesforce, and wait for the user's word.
  case vanishing(count: Int)
  /// All that is overdue, folded into one line, or the heading of it.
  case overdue(count: Int, isUnfolded: Bool)
  case heading(AgendaGroup, count: Int)
  case row(AgendaGroup, ReminderRow)
  case nothing(AgendaGroup)
  case blank

  var row: ReminderRow? {
    if case .row(_, let row) = self { row } else { nil }
  }

  /// The lines for what there is.
  static func lines(of contents: AgendaContents, isUnfolded: Bool) -> [AgendaLine] {
    var lines: [AgendaLine] = []
    if contents.counts.vanishing > 0 { lines += [.vanishing(count: contents.counts.vanishing), .blank] }
    if !contents.overdue.isEmpty {
      lines.append(.overdue(count: contents.overdue.count, isUnfolded: isUnfolded))
      if isUnfolded { lines += contents.overdue.map { .row(.overdue, $0) } }
      lines.append(.blank)
    }
    for (group, rows) in [(AgendaGroup.today, contents.today), (.tomorrow, contents.tomorrow)] {
      lines.append(.heading(group, count: rows.count))
      lines += rows.isEmpty ? [.nothing(group)] : rows.map { .row(group, $0) }
      lines.append(.blank)
    }
    if contents.completed.isEmpty {
      lines.removeLast()
    } else {
      lines.append(.heading(.completed, count: contents.completed.count))
      lines += contents.completed.map { .row(.completed, $0) }
    }
    return lines
  }
}
