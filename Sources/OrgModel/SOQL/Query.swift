/// A SOQL query as it was written, before its names are looked up.
struct Query {
  enum Selection {
    case count
    case fields([Item])
  }

  /// What stands between two commas of SELECT.
  enum Item {
    case path(Path)
    /// `FIELDS(STANDARD)` and the like.
    case group(FieldGroup)
  }

  /// Source: SOQL and SOSL Reference, "SELECT", on FIELDS().
  enum FieldGroup: String {
    case all = "ALL"
    case custom = "CUSTOM"
    case standard = "STANDARD"
  }

  /// A field, perhaps through relationships: `Owner.Name`.
  struct Path {
    let parts: [String]
    let offset: Int
  }

  indirect enum Condition {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case compare(Path, Comparison, Literal)
    case like(Path, Literal)
    case among(Path, [Literal], negated: Bool)
    /// A semi-join, or an anti-join if negated: the field is one that the other query selects.
    case joined(Path, Query, negated: Bool)
  }

  enum Comparison: String {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  struct Literal {
    enum Value {
      case null
      case text(QuotedString)
      case number(Double)
      case flag(Bool)
      case day(CalendarDay)
      case time(Timestamp)
      case days(DateLiteral)
    }

    let value: Value
    let offset: Int
  }

  struct Order {
    let path: Path
    let isDescending: Bool
    let nullsLast: Bool
  }

  /// The whole text that the offsets refer to.
  let text: String
  let selection: Selection
  /// The list that the selection was read from, where it is worth keeping.
  var list: SelectList?
  let object: String
  let objectOffset: Int
  /// The short name of the object: `t` in `FROM Task t`.
  var alias: String?
  var condition: Condition?
  var order: [Order] = []
  var limit: Int?
  var offset: Int?
}
