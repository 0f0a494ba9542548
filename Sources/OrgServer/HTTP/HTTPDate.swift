import OrgModel

extension Timestamp {
  /// As HTTP writes a date: `Tue, 24 Nov 2026 09:30:00 GMT` (RFC 9110 §5.6.7).
  var httpDate: String {
    let text = description
    let seconds = milliseconds / 1000
    let day = CalendarDay(number: (seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400)
    let (year, month, dayOfMonth) = day.components
    let weekday = ((day.number + 4) % 7 + 7) % 7
    let time = text.dropFirst(11).prefix(8)
    return
      "\(Self.weekdays[weekday]), \(dayOfMonth < 10 ? "0" : "")\(dayOfMonth) \(Self.months[month - 1]) \(year) \(time) GMT"
  }

  /// Reads what `httpDate` writes, whatever day of the week it says.
  init?(httpDate text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 6, Self.weekdays.contains(where: { parts[0] == "\($0)," }), parts[5] == "GMT",
      let day = Int(parts[1]), let month = Self.months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
      let date = CalendarDay(year: year, month: month + 1, day: day)
    else { return nil }
    self.init("\(date)T\(parts[4]).000Z")
  }

  /// The beginning of its second, which is all that HTTP can say of it.
  var wholeSecond: Timestamp {
    Timestamp(milliseconds: milliseconds - ((milliseconds % 1000) + 1000) % 1000)
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
