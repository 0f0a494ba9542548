import Reminders
import Terminal

/// A line of the feed of changes.
enum ChangeLine: Hashable, Sendable {
  case heading(Day)
  case change(ReminderChange)
  /// The name of the task, where the screen is too narrow for it beside the change.
  case name(ReminderChange)
  case blank

  var change: ReminderChange? {
    switch self {
    case .change(let change), .name(let change): change
    case .heading, .blank: nil
    }
  }

  /// The changes, the latest first, under the days on which they were made.
  static func lines(of changes: [ReminderChange], _ columns: ChangeColumns, _ context: Context) -> [ChangeLine] {
    var lines: [ChangeLine] = []
    var last: Day?
    for change in changes {
      let day = context.day(of: change.at)
      if day != last {
        lines += last == nil ? [.heading(day)] : [.blank, .heading(day)]
        last = day
      }
      lines += columns.name == nil ? [.change(change), .name(change)] : [.change(change)]
    }
    return lines
  }
}

/// Which columns of a line hold what, for the width of the screen.
///
/// `▌● 13:05  ← Carla Jones     due Fri 27 Nov → Mon 30 Nov   Call Ada about renewal`
struct ChangeColumns: Hashable, Sendable {
  let selection = 0
  let news = 1
  let time = 3
  let who: Range<Int>
  let what: Range<Int>
  /// `nil` where it has a line of its own.
  let name: Range<Int>?
  let end: Int

  init(width: Int) {
    end = max(24, width - 1)
    who = 10..<(width >= 100 ? 28 : width >= 60 ? 24 : 22)
    let start = who.upperBound + 2
    guard width >= 60 else {
      what = start..<max(start, end)
      name = nil
      return
    }
    let middle = start + (end - start) * 11 / 20
    what = start..<middle
    name = (middle + 2)..<end
  }
}
