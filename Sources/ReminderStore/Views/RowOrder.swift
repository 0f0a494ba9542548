import Reminders

/// An order of rows: by tiers, then by keys in whose order there is an index.
///
/// The rows of one tier can be read by the index, and reading stops where enough is read; all of them together had to be
/// sorted.
struct RowOrder {
  /// Two sorts of rows, one before the other.
  struct Tier: Hashable {
    /// The conditions that make a row one of the first or of the last.
    let first: String
    let last: String

    /// What is closed in Salesforce under another name than completed comes last (sync-rules.md §1).
    static let closedThere = Tier(first: "NOT coalesce(b.isClosedThere, 0)", last: "coalesce(b.isClosedThere, 0)")
    static let priority = Tier(first: "r.priority = 'high'", last: "r.priority <> 'high'")
    static let due = Tier(first: "r.due IS NOT NULL", last: "r.due IS NULL")
    static let person = Tier(first: "r.personName IS NOT NULL", last: "r.personName IS NULL")
  }

  var tiers: [Tier] = []
  var keys: String
  /// The index that has the order of the keys, where it is not one of the view.
  var index: String?

  private static let withinDay = "r.priority = 'normal', r.createdAt, r.id"
  static let byDay = RowOrder(keys: "r.due, \(withinDay)")
  static let byDayIfAny = RowOrder(tiers: [.due], keys: byDay.keys)
  static let open = RowOrder(tiers: [.closedThere], keys: byDay.keys)
  /// The same as by the day, if any, by the index of open and completed ones together.
  static let byAnyDay = RowOrder(keys: "\(day("r.due")), \(withinDay)")

  /// A day, as the index `reminder_day` has it: one that never comes where there is none.
  static func day(_ column: String) -> String { "coalesce(\(column), 2147483647)" }

  /// For `ORDER BY`.
  var sql: String { (tiers.map(\.last) + [keys]).joined(separator: ", ") }

  /// The conditions of each stretch of rows that only the keys order, in their order.
  var stretches: [String] {
    tiers.reduce(["1"]) { stretches, tier in
      stretches.flatMap { ["\($0) AND \(tier.first)", "\($0) AND \(tier.last)"] }
    }
  }

  /// The order that the user has chosen for a view of this one.
  func changed(to order: ListOrder) -> RowOrder {
    let closed = tiers.filter { $0 == .closedThere }
    return switch order {
    case .due: self
    case .priority: RowOrder(tiers: closed + [.priority] + tiers.filter { $0 != .closedThere }, keys: keys)
    case .name: RowOrder(tiers: closed, keys: "r.name COLLATE NOCASE, r.id", index: "reminder_name")
    case .person:
      RowOrder(
        tiers: closed + [.person], keys: "r.personName COLLATE NOCASE, r.due, r.id", index: "reminder_person")
    case .newest: RowOrder(tiers: closed, keys: "r.createdAt DESC, r.id", index: "reminder_created")
    }
  }
}
