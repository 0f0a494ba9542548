import Localization
import Reminders
import Terminal

/// The line of a reminder above the status bar: of which task, and which key answers.
struct ReminderLine {
  private let text: DisplayText
  /// The key that answers it; empty where another screen has the keys.
  private let hint: DisplayText
  private let context: Context

  init(_ item: Reminding.Item, of count: Int, hasKey: Bool, _ context: Context) {
    self.context = context
    let fields = item.row.reminder.fields
    let name = fields.shownName.text
    let missed = item.isMissed ? fields.remindAt.map(context.moment) : nil
    let words =
      switch (missed, count > 1) {
      case (nil, false): localized("Remind: \(name)")
      case (nil, true): localized("Remind (1 of \(count)): \(name)")
      case (let moment?, false): localized("Missed \(moment): \(name)")
      case (let moment?, true): localized("Missed \(moment) (1 of \(count)): \(name)")
      }
    text = DisplayText(words)
    let answers = context.keys.text("\(.answerReminder) answers", in: [.reminder])
    hint = hasKey ? DisplayText(" \(context.glyphs.separator) \(answers)") : ""
  }

  func render(into frame: inout Frame, in footer: Rectangle) {
    let width = footer.size.columns - 2
    let room = max(0, width - hint.width)
    var line = StyledLine(text.truncated(to: room, mark: context.glyphs.ellipsis), context.theme[.pending])
    line.append(hint, context.theme[.muted])
    FooterText.render(line, into: &frame, in: footer, context)
  }
}
