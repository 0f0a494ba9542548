import Reminders

/// A group of the agenda.
enum AgendaGroup: Hashable, Sendable, CaseIterable {
  case overdue, today, tomorrow, completed

  var title: String {
    switch self {
    case .overdue: "Overdue"
    case .today: "Today"
    case .tomorrow: "Tomorrow"
    case .completed: "Completed"
    }
  }

  var role: Role {
    switch self {
    case .overdue: .overdue
    case .today: .today
    case .tomorrow: .tomorrow
    case .completed: .completed
    }
  }

  /// The day that all of its reminders are due on, if there is one.
  func day(today: Day) -> Day? {
    switch self {
    case .today: today
    case .tomorrow: today.adding(days: 1)
    case .overdue, .completed: nil
    }
  }
}
