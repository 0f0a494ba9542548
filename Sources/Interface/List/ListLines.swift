import Foundation
import Reminders

/// The lines of a list, and where each reminder stands in them; made once for what was read, since every key asks for them.
struct ListLines: Sendable {
  /// All that they depend on.
  struct Source: Equatable, Sendable {
    let list: Int
    let today: LocalDay
    let timeZone: TimeZone
    let isOverdueUnfolded: Bool

    init(_ context: Context, unfoldingOverdue isOverdueUnfolded: Bool) {
      list = context.listVersion
      today = context.today
      timeZone = context.timeZone
      self.isOverdueUnfolded = isOverdueUnfolded
    }
  }

  let source: Source?
  let all: [ListLine]
  /// The reminders of the rows, in their order.
  let rows: [ReminderID]
  /// Whether there are more than were read of what is shown.
  let isCut: Bool
  /// In which line each of these stands.
  private let lineNumbers: [Int]
  /// Which of these a reminder is.
  private let rowNumbers: [ReminderID: Int]

  static let none = ListLines([], nil)

  init(_ context: Context, _ source: Source) {
    self.init(ListLineBuilder.lines(context, unfoldingOverdue: source.isOverdueUnfolded), source)
  }

  private init(_ lines: [ListLine], _ source: Source?) {
    self.source = source
    all = lines
    if case .more = lines.last { isCut = true } else { isCut = false }
    lineNumbers = lines.indices.filter { lines[$0].row != nil }
    rows = lines.compactMap { $0.row?.id }
    rowNumbers = Dictionary(zip(rows, rows.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Which of the rows a reminder is, counted from 0; `nil` where it is none of them.
  func rowNumber(of id: ReminderID?) -> Int? { id.flatMap { rowNumbers[$0] } }

  /// In which line a row stands.
  func lineNumber(ofRow number: Int) -> Int { lineNumbers[number] }

  /// The line of a reminder.
  subscript(id: ReminderID?) -> ListLine? { rowNumber(of: id).map { all[lineNumbers[$0]] } }
}
