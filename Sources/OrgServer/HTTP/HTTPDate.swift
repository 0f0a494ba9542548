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

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
