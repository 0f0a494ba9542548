/// A SOQL query as it was written, before its names are looked up.
struct Query {
  enum Selection {
    case count
    case fields([Path])
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
      case text(String)
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

  let text: String
  let selection: Selection
  let object: String
  let objectOffset: Int
  let condition: Condition?
  let order: [Order]
  let limit: Int?
  let offset: Int?
}
