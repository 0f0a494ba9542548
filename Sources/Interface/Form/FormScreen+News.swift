import Reminders

/// What comes into the form from elsewhere: from a look-up, an editor or the calendar.
extension FormScreen {
  mutating func told(_ news: News, _ context: Context) -> [Step] {
    switch news {
    case .edited(let text):
      forgetTrouble()
      texts[.details] = TextField("", isMultiline: true)
      texts[.details]?.insert(text)
      move(to: .details)
    case .picked(let day): take(day)
    case .lookedUp(let answer): pickers[FormField(answer.lookUp.field)]?.take(answer, context)
    default: break
    }
    return []
  }

  /// The day that the calendar begins on.
  func calendarDay(_ context: Context) -> Day {
    let typed = focus == .remind ? (try? readRemind(context)).flatMap { $0.map { context.day(of: $0) } } : nil
    return typed ?? (try? readDue(context)) ?? context.today.day
  }

  /// Puts a day into the field of a day, which is typed in then; the time of day there stays.
  private mutating func take(_ day: Day) {
    forgetTrouble()
    if focus == .remind {
      let time = self[.remind].text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      texts[.remind] = TextField(time.contains(":") ? "\(day.iso) \(time)" : day.iso)
    } else {
      texts[.due] = TextField(day.iso)
      move(to: .due)
    }
  }
}
