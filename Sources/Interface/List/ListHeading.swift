import Localization
import Reminders

/// What the rows below it have in common.
enum ListHeading: Hashable, Sendable {
  case overdue, today, tomorrow, later, noDate
  /// What is done of today.
  case completed
  case day(Day)
  /// The parts of the outbox.
  case refused, conflict, waiting
  /// All of a list that is not in its own order.
  case sorted(ListOrder)

  /// By when a task is due.
  init(due: Day?, today: Day) {
    guard let due else {
      self = .noDate
      return
    }
    if due < today {
      self = .overdue
    } else if due == today {
      self = .today
    } else {
      self = due == today.adding(days: 1) ? .tomorrow : .later
    }
  }

  func title(_ context: Context) -> String {
    switch self {
    case .overdue: localized("Overdue")
    case .today: localized("Today")
    case .tomorrow: localized("Tomorrow")
    case .later: localized("Later")
    case .noDate: localized("No date")
    case .completed: localized("Completed")
    case .refused: localized("Refused by Salesforce")
    case .conflict: localized("Changed on both sides")
    case .waiting: localized("Waits to be sent")
    case .day(let day): day.short(from: context.today.day)
    case .sorted(.newest): localized("Newest first")
    case .sorted(.due): localized("By due date")
    case .sorted(.priority): localized("By priority")
    case .sorted(.name): localized("By name")
    case .sorted(.person): localized("By person")
    }
  }

  /// What is said beside the title.
  func note(_ context: Context) -> String? {
    let today = context.today.day
    switch self {
    case .today: return today.short()
    case .tomorrow: return today.adding(days: 1).short()
    case .day(let day): return day.distance(from: today)
    case .overdue, .later, .noDate, .completed, .refused, .conflict, .waiting, .sorted: return nil
    }
  }

  var role: Role {
    switch self {
    case .overdue: .overdue
    case .today: .today
    case .tomorrow: .tomorrow
    case .completed: .completed
    case .refused: .error
    case .conflict: .conflict
    case .waiting: .pending
    case .later, .noDate, .day, .sorted: .heading
    }
  }
}
