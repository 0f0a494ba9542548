package import Foundation
import Reminders

extension Interface {
  /// When the picture changes by time alone; the program sends `.time` then, and sleeps until then if nothing happens.
  package static func nextDeadline(_ state: State) -> Date? {
    let context = state.context
    var instants = [context.today.end]
    if let next = state.reminding.next { instants.append(next) }
    instants += state.screens.compactMap { $0.nextDeadline(context) }
    // What is read aloud changes only where something happens.
    if !context.isForScreenReader { instants += movements(context) }
    return instants.filter { $0 > context.now }.min()
  }

  /// When something that is only to be looked at changes: the clock, a count of seconds, what stands out for a while.
  private static func movements(_ context: Context) -> [Date] {
    var instants = [nextMinute(context)]
    if let notice = context.notice { instants.append(notice.until) }
    instants += context.arrivals.map { $0.addingTimeInterval(Context.highlight) }
    if case .waiting(let until) = context.status.state, until > context.now {
      // Each second while seconds are shown, each minute while minutes are.
      let left = until.timeIntervalSince(context.now)
      let step: TimeInterval = left <= 120 ? 1 : 60
      instants.append(until.addingTimeInterval(-((left / step).rounded(.up) - 1) * step))
    }
    return instants
  }

  /// When the clock of the status bar changes.
  private static func nextMinute(_ context: Context) -> Date {
    let seconds = context.now.timeIntervalSince1970
    return Date(timeIntervalSince1970: ((seconds / 60).rounded(.down) + 1) * 60)
  }
}
