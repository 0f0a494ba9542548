import Localization
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

  var title: String { localized("Today at a glance") }
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
        localized("Counting") + context.glyphs.ellipsis.text, at: area.origin.offset(columns: 1),
        style: context.theme[.muted])
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
    let total = chart.bars.reduce(0) { $0 + $1.value }
    let count = chart.bars.count
    let whole = localized(
      total, one: "\(total) completed on the last \(count) days, today last",
      other: "\(total) completed on the last \(count) days, today last")
    let short = localized(
      total, one: "\(total) completed on the last \(count) days", other: "\(total) completed on the last \(count) days")
    frame.write(
      DisplayText(whole).width <= rest.size.columns ? whole : short, at: heading, style: context.theme[.heading])
    chart.render(into: &frame)
  }

  /// `✓ 3 done  6 open  3 overdue`.
  private func today(_ glance: Glance, _ context: Context) -> StyledLine {
    let (done, open, overdue) = (glance.completed.last ?? 0, glance.open, glance.overdue)
    var line = StyledLine(
      "\(context.glyphs.ok) " + localized(done, one: "\(done) done", other: "\(done) done"), context.theme[.live])
    line.append("   " + localized(open, one: "\(open) open", other: "\(open) open"), context.theme[.today])
    line.append(
      "   " + localized(overdue, one: "\(overdue) overdue", other: "\(overdue) overdue"),
      context.theme[overdue > 0 ? .overdue : .muted])
    return line
  }
}
