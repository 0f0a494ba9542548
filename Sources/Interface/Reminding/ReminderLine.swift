import Reminders
import Terminal

/// The line of a reminder above the status bar: of which task, and what the keys do.
struct ReminderLine {
  private let text: DisplayText
  /// The keys, in words from the longest to the shortest.
  private let hints: [DisplayText]
  private let context: Context

  /// - Parameter keys: `nil` where another screen has the keys.
  init(_ item: Reminding.Item, of count: Int, keys: KeyTable?, _ context: Context) {
    self.context = context
    let fields = item.row.reminder.fields
    let place = count > 1 ? " (1 of \(count.grouped))" : ""
    let moment = item.isMissed ? fields.remindAt.map { "Missed \(context.moment($0))" } : nil
    text = DisplayText("\(moment ?? "Remind")\(place): \(fields.shownName.text)")
    hints = keys.map { ReminderLine.hints($0, separator: " \(context.glyphs.separator) ") } ?? []
  }

  private static func hints(_ keys: KeyTable, separator: String) -> [DisplayText] {
    var (long, short, bare): ([String], [String], [String]) = ([], [], [])
    for word in words {
      guard let key = keys.name(of: word.command, in: [.reminder]) else { continue }
      long.append("\(key) \(word.long)")
      short.append("\(key) \(word.short)")
      bare.append(key)
    }
    return [long, short, bare].map { DisplayText(separator + $0.joined(separator: ", ")) }
  }

  private static let words: [(command: Command, long: String, short: String)] = [
    (.openReminder, "opens", "open"), (.completeReminder, "completes", "done"),
    (.snoozeReminder, "snoozes", "snooze"), (.dismissReminder, "dismisses", "dismiss"),
  ]

  /// As much of the name as must stay readable.
  private static let leastText = 24

  func render(into frame: inout Frame, in footer: Rectangle) {
    let width = footer.size.columns - 2
    let least = min(text.width, ReminderLine.leastText)
    let hint = hints.first { $0.width + least <= width } ?? hints.last ?? ""
    let room = max(0, width - hint.width)
    var line = StyledLine(text.truncated(to: room, mark: context.glyphs.ellipsis), context.theme[.pending])
    line.append(hint, context.theme[.muted])
    FooterText.render(line, into: &frame, in: footer, context)
  }
}
