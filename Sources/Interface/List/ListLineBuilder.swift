import Foundation
import Reminders

/// Makes the lines of a list of what was read.
struct ListLineBuilder {
  private var lines: [ListLine] = []
  private let contents: ListContents
  private let context: Context

  static func lines(_ context: Context, unfoldingOverdue isUnfolded: Bool) -> [ListLine] {
    var lines = ListLineBuilder(contents: context.list, context: context)
    let vanishing = context.list.counts.vanishing
    if vanishing > 0 { lines.lines += [.vanishing(count: vanishing), .blank] }
    if context.list.query.view != .agenda {
      lines.addSections()
    } else if context.list.query.filter.isEmpty {
      lines.addAgenda(isUnfolded)
    } else {
      lines.addFilteredAgenda()
    }
    var shown = context.list
    // Of what is folded, no more is missed.
    if !isUnfolded, shown.query.view == .agenda, shown.query.filter.isEmpty {
      shown.groups.removeAll { $0.kind == .overdue }
    }
    if shown.isCut {
      lines.lines += [.blank, .more(shown: shown.shown, of: shown.found.isLeast ? nil : shown.found.value)]
    }
    return lines.lines
  }

  private init(contents: ListContents, context: Context) {
    self.contents = contents
    self.context = context
  }

  private mutating func addAgenda(_ isUnfolded: Bool) {
    if let overdue = contents.groups.first(where: { $0.kind == .overdue }), overdue.total > 0 {
      lines.append(.overdue(count: overdue.found, isUnfolded: isUnfolded))
      if isUnfolded { lines += overdue.rows.map { .row(.overdue, $0) } }
      lines.append(.blank)
    }
    for (kind, heading) in [(ListGroup.Kind.today, ListHeading.today), (.tomorrow, .tomorrow)] {
      let group = contents.groups.first { $0.kind == kind }
      lines.append(.heading(heading, count: group?.found ?? BoundedCount(0)))
      let rows = group?.rows ?? []
      lines += rows.isEmpty ? [.nothing(heading)] : rows.map { .row(heading, $0) }
      lines.append(.blank)
    }
    guard let completed = contents.groups.first(where: { $0.kind == .completed }), completed.total > 0 else {
      lines.removeLast()
      return
    }
    lines.append(.heading(.completed, count: completed.found))
    lines += completed.rows.map { .row(.completed, $0) }
  }

  /// Only what fits, all of it unfolded.
  private mutating func addFilteredAgenda() {
    let headings: [(ListGroup.Kind, ListHeading)] = [
      (.overdue, .overdue), (.today, .today), (.tomorrow, .tomorrow), (.completed, .completed),
    ]
    for (kind, heading) in headings {
      guard let group = contents.groups.first(where: { $0.kind == kind }), !group.rows.isEmpty else { continue }
      if lines.last?.row != nil { lines.append(.blank) }
      lines.append(.heading(heading, count: group.found.isLeast ? nil : group.found))
      lines += group.rows.map { .row(heading, $0) }
    }
  }

  /// Rows with a heading wherever a new day, or stretch of days, begins.
  private mutating func addSections() {
    let rows = contents[.whole]
    var start = rows.startIndex
    while start < rows.endIndex {
      let heading = heading(of: rows[start])
      let end = rows[start...].firstIndex { self.heading(of: $0) != heading } ?? rows.endIndex
      if start > rows.startIndex { lines.append(.blank) }
      let isWhole = end < rows.endIndex || !contents.isCut
      lines.append(.heading(heading, count: isWhole ? BoundedCount(end - start) : nil))
      lines += rows[start..<end].map { .row(heading, $0) }
      start = end
    }
  }

  private func heading(of row: ReminderRow) -> ListHeading {
    let fields = row.reminder.fields
    func day(_ instant: Date?) -> ListHeading {
      instant.map { .day(context.day(of: $0)) } ?? .noDate
    }
    if contents.query.order != .due { return .sorted(contents.query.order) }
    switch contents.query.view {
    case .completed: return day(row.reminder.completedAt)
    case .trash: return day(row.deletedAt)
    case .outbox: return row.refusal != nil ? .refused : row.isInConflict(context) ? .conflict : .waiting
    case .upcoming: return fields.due.map { .day($0) } ?? .noDate
    default: return ListHeading(due: fields.due, today: context.today.day)
    }
  }
}
