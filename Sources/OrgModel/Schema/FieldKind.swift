/// What kind of value a field holds.
package enum FieldKind: Sendable, Equatable {
  case id
  /// The Id of a record of one of these objects; a path in SOQL goes through `relationship`.
  case reference(to: [String], relationship: String)
  case text(max: Int)
  /// A long text area, which SOQL can neither filter nor sort by.
  case longText(max: Int)
  case picklist(Picklist)
  case flag
  case day
  case time
  case number
  case integer
}

extension FieldKind {
  /// The most UTF-16 units of a text; `nil` for anything but text.
  package var maximumLength: Int? {
    switch self {
    case .text(let max), .longText(let max): max
    case .picklist: 255
    case .id, .reference, .flag, .day, .time, .number, .integer: nil
    }
  }
}
