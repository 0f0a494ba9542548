/// What a field holds, or is to hold.
///
/// On the way in, days, times and Ids may also be given as `text` in Salesforce's notation; a record always holds them
/// typed.
package enum OrgValue: Hashable, Sendable {
  case null
  case text(String)
  case flag(Bool)
  case number(Double)
  case day(CalendarDay)
  case time(Timestamp)
  case id(RecordID)

  /// Whether there is no value.
  package var isNull: Bool { self == .null }

  /// The text of a text or an Id.
  package var text: String? {
    switch self {
    case .text(let text): text
    case .id(let id): id.text
    case .null, .flag, .number, .day, .time: nil
    }
  }

  /// The flag; `nil` for anything else.
  package var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// The number; `nil` for anything else.
  package var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The day; `nil` for anything else.
  package var day: CalendarDay? {
    if case .day(let day) = self { day } else { nil }
  }

  /// The moment; `nil` for anything else.
  package var time: Timestamp? {
    if case .time(let time) = self { time } else { nil }
  }

  /// The Id; `nil` for anything else.
  package var id: RecordID? {
    if case .id(let id) = self { id } else { nil }
  }
}

/// Field names (in any case, as Salesforce takes them) and their values; what is not in it is left alone.
package typealias Fields = [String: OrgValue]
