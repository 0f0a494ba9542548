import Reminders
import Terminal

/// Today in numbers, and how many tasks were completed on each of the last days.
struct GlanceScreen: ScreenState {
  /// Those that are counted, today last.
  private var days: [LocalDay]

  static let dayCount = 14
  static let keys = [KeyBinding(.back, "esc T enter", "close", hint: "close")]

  init(_ context: Context) {
    days = context.today.last(GlanceScreen.dayCount, in: context.timeZone)
  }

  var title: String { "Today at a glance" }
  var scopes: [Scope] { [.glance, .commands, .always] }

  func extend(_ query: inout ListQuery) { query.glance = days }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] { command == .back ? [.close] : [] }

  mutating func timePassed(_ context: Context) -> [Step] {
    if days.last != context.today { days = context.today.last(GlanceScreen.dayCount, in: context.timeZone) }
    return []
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    frame.cursor = area.origin
    guard let glance = context.list.glance, glance.completed.count == days.count else {
      frame.write(
        "Counting\(context.glyphs.ellipsis.text)", at: area.origin.offset(columns: 1), style: context.theme[.muted])
      return
    }
    // Air between the parts, where there is room for it.
    let gap = area.size.rows >= 12 ? 1 : 0
    var rest = area.inset(columns: 1)
    frame.write(today(glance, context), at: rest.takeTop(1 + gap).origin, width: rest.size.columns)
    let heading = rest.takeTop(1 + gap).origin
    let bars = zip(days, glance.completed)
      .map { day, count in
        BarChart.Bar(value: count, day: day.day, isToday: day == context.today)
      }
    let chart = BarChart(bars, in: rest, context)
    let total = chart.bars.reduce(0) { $0 + $1.value }.grouped
    let words = "\(total) completed on the last \(chart.bars.count) days"
    let note = ", today last"
    frame.write(
      words.count + note.count <= rest.size.columns ? words + note : words, at: heading,
      style: context.theme[.heading])
    chart.render(into: &frame)
  }

  /// `✓ 3 done  6 open  3 overdue`.
  private func today(_ glance: Glance, _ context: Context) -> StyledLine {
    var line = StyledLine("\(context.glyphs.ok) \((glance.completed.last ?? 0).grouped) done", context.theme[.live])
    line.append("   \(glance.open.grouped) open", context.theme[.today])
    line.append("   \(glance.overdue.grouped) overdue", context.theme[glance.overdue > 0 ? .overdue : .muted])
    return line
  }
}
