import GRDB
import Reminders

/// Reads the rows of a view that fit to a filter, in an order of the user's choice, at a price that does not grow with the
/// store: each key that is typed asks anew.
///
/// A small view is looked through and sorted. In a large one, where many rows fit, the view is read in its order until there
/// are enough; words that stand in few reminders are looked up, and what is found is sorted.
struct ViewSearch {
  /// Up to so many rows a view is small.
  static let smallView = 1_000
  /// So many rows are fewer than a walk to enough of them would meet.
  static let few = 1_000

  private let view: ViewQuery
  private let filter: ListFilter
  private let limit: Int

  init(_ view: ViewQuery, _ query: ListQuery) {
    self.view = view.filtered(by: query.filter).ordered(by: query.order)
    filter = query.filter
    limit = query.limit
  }

  func group(_ kind: ListGroup.Kind, _ database: Database) throws -> ListGroup {
    let all = try view.boundedCount(database)
    let ids: [String]
    let found: BoundedCount
    if !all.isLeast {
      ids = try sorted(database)
      found = BoundedCount(ids.count)
    } else {
      let look = try look(database)
      if look.fitting < limit, let lookUp = try WordLookUp.rare(look.telling, database) {
        ids = try sorted(among: lookUp, database)
        found = BoundedCount(ids.count)
      } else {
        // One more than is shown tells that there are more.
        ids = try view.first(limit + 1, database)
        found = ids.count > limit ? BoundedCount(max(limit, look.fitting), isLeast: true) : BoundedCount(ids.count)
      }
    }
    return ListGroup(kind, rows: try ReminderRow.fetchAll(ids.prefix(limit), database), found: found, all: all)
  }

  /// What a look at the first rows of a large view tells.
  private struct Look {
    /// How many of those that were looked at fit.
    let fitting: Int
    /// The words that most rows do not have: to look up another one costs more than it tells.
    let telling: [String]
  }

  private func look(_ database: Database) throws -> Look {
    let terms = SearchTerms(filter.text).terms
    let tests = terms.indices.map { ", instr(r.words, ?) > 0 AS term\($0)" }.joined()
    let sums = terms.indices.map { ", total(term\($0)) AS term\($0)" }.joined()
    let sql = """
      SELECT count(*) AS seen, total(fits) AS fitting\(sums) FROM (
        SELECT (\(view.filter.sql)) <> 0 AS fits\(tests) \(ViewQuery.rows) WHERE \(view.condition.sql)
        LIMIT \(Self.smallView)
      )
      """
    let row = try Row.fetchOne(
      database.cachedStatement(sql: sql),
      arguments: view.filter.arguments + StatementArguments(terms) + view.condition.arguments)
    let seen: Int = row?["seen"] ?? 0
    let telling = terms.enumerated()
      .filter { index, _ in
        let having: Int = row?["term\(index)"] ?? 0
        return having * 4 < seen
      }
      .map(\.element)
    return Look(fitting: row?["fitting"] ?? 0, telling: telling.isEmpty ? terms : telling)
  }

  /// - Parameter lookUp: leads to those that may fit; without it all of the view are looked at.
  private func sorted(among lookUp: WordLookUp? = nil, _ database: Database) throws -> [String] {
    var wanted = view.condition.and(view.filter)
    if let lookUp { wanted = lookUp.condition.and(wanted) }
    return try ViewQuery.ids(where: wanted, by: view.order.sql, database)
  }
}

extension ViewQuery {
  func filtered(by filter: ListFilter) -> ViewQuery {
    var query = self
    query.filter = SQLCondition(filter)
    return query
  }

  func ordered(by order: ListOrder) -> ViewQuery {
    var query = self
    query.order = query.order.changed(to: order)
    return query
  }
}
