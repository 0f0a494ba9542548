import Foundation

/// How long a server asks to wait: seconds or a date (RFC 9110 §10.2.3).
enum RetryAfter {
  /// - Parameter date: the answer's own `Date`, so that a wrong clock here does not matter.
  static func duration(_ text: String?, date: String?) -> Duration? {
    guard let text = text?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Int(text) { return seconds < 0 ? nil : .seconds(min(seconds, longest)) }
    guard let end = HTTPDate.date(text), let start = date.flatMap(HTTPDate.date) else { return nil }
    return .seconds(min(max(0, Int(end.timeIntervalSince(start))), longest))
  }

  /// A day: no server means more, and a nonsense value must not stop the sync for ever.
  private static let longest = 86_400
}
