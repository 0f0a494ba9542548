extension OrgValue: Comparable {
  /// The order of SOQL, where values are `folded`: nulls first, false before true, texts by their characters.
  package static func < (left: OrgValue, right: OrgValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left < right
    case (.flag(let left), .flag(let right)): !left && right
    case (.number(let left), .number(let right)): left < right
    case (.day(let left), .day(let right)): left < right
    case (.time(let left), .time(let right)): left < right
    case (.id(let left), .id(let right)): left < right
    default: left.rank < right.rank
    }
  }

  /// The value as comparisons see it: a text without its case.
  var folded: OrgValue {
    if case .text(let text) = self { .text(text.lowercased()) } else { self }
  }

  /// A record holds one type per field, so the order of different types only has to be some order.
  private var rank: Int {
    switch self {
    case .null: 0
    case .flag: 1
    case .number: 2
    case .day: 3
    case .time: 4
    case .id: 5
    case .text: 6
    }
  }
}
