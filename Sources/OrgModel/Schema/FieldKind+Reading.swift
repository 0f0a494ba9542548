extension FieldKind {
  /// A given value in the type of a field of this kind, which text may stand for; `nil` where it is none. Texts, picklists
  /// and references are left as they are: they have checks of their own.
  package func read(_ value: OrgValue) -> OrgValue? {
    switch (self, value) {
    case (_, .null): .null
    case (.day, .day), (.time, .time), (.flag, .flag), (.number, .number), (.integer, .number): value
    case (.day, .text("")), (.time, .text("")): .null
    case (.day, .text(let text)): CalendarDay(text).map { .day($0) }
    case (.time, .text(let text)): Timestamp(text).map { .time($0) }
    case (.flag, .text(let text)): ["true": .flag(true), "false": .flag(false)][text.lowercased()]
    case (.number, .text(let text)), (.integer, .text(let text)):
      Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case (.day, _), (.time, _), (.flag, _), (.number, _), (.integer, _): nil
    case (.id, _), (.reference, _), (.text, _), (.longText, _), (.picklist, _): value
    }
  }

  /// What Salesforce's JSON reader calls values of the kind.
  package var readerName: String {
    switch self {
    case .day: "date"
    case .time: "datetime"
    case .flag: "boolean"
    case .number: "double"
    case .integer: "int"
    case .id, .reference, .text, .longText, .picklist: "string"
    }
  }
}
