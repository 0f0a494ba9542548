import Localization
import Reminders
import Terminal

/// A number for each day as bars that stand side by side, each with its number above it and its day below.
struct BarChart {
  struct Bar {
    let value: Int
    let day: Day
    let isToday: Bool
  }

  /// The latest days, as many as fit.
  let bars: [Bar]
  private let area: Rectangle
  /// What a bar takes with the gap after it.
  private let slot: Int
  private let context: Context

  private static let widestSlot = 8
  private static let highest = 16

  init(_ bars: [Bar], in area: Rectangle, _ context: Context) {
    let digits = bars.map(\.value.grouped.count).max() ?? 1
    let least = max(4, digits + 1)
    slot = max(least, min(BarChart.widestSlot, area.size.columns / max(1, bars.count)))
    self.bars = bars.suffix(max(1, area.size.columns / slot))
    self.area = area
    self.context = context
  }

  func render(into frame: inout Frame) {
    // The day of the month below the weekday, where the bars keep some height.
    let labelRows = area.size.rows >= 7 ? 2 : 1
    let height = max(1, min(BarChart.highest, area.size.rows - labelRows - 1))
    let most = bars.map(\.value).max() ?? 0
    for (index, bar) in bars.enumerated() {
      let foot = area.origin.offset(columns: index * slot, rows: height)
      let style = context.theme[bar.isToday ? .today : .muted]
      let cells = cells(of: bar.value, most: most, height: height)
      for (row, cell) in cells.enumerated() {
        frame.write(
          String(repeating: cell, count: slot - 1), at: foot.offset(rows: -row),
          style: context.theme[bar.isToday ? .today : .accent])
      }
      write(bar.value.grouped, at: foot.offset(rows: -cells.count), style, into: &frame)
      write(String(bar.day.weekday.shortName.prefix(slot - 1)), at: foot.offset(rows: 1), style, into: &frame)
      if labelRows > 1 { write("\(bar.day.components.day)", at: foot.offset(rows: 2), style, into: &frame) }
    }
  }

  /// The glyphs of a bar from the foot up; the least number shows something too.
  private func cells(of value: Int, most: Int, height: Int) -> [String] {
    guard value > 0, most > 0 else { return [] }
    let parts = context.glyphs.barParts
    let (whole, rest) = max(1, value * height * parts.count / most).quotientAndRemainder(dividingBy: parts.count)
    return [String](repeating: parts[parts.count - 1], count: whole) + (rest > 0 ? [parts[rest - 1]] : [])
  }

  /// In the middle of a bar.
  private func write(_ text: String, at place: Position, _ style: Style, into frame: inout Frame) {
    frame.write(text, at: place.offset(columns: max(0, slot - 1 - text.count) / 2), style: style)
  }
}
