/// A SOQL query over tasks that returns at most one page, ordered by `SystemModstamp, Id`.
///
/// Paging is by the last row's (stamp, Id), not by a server cursor: such a page can be asked for again after any
/// interruption, and rows that share a stamp across a page edge are not missed (sync-rules.md §3).
package struct TaskQuery: Sendable, Equatable {
  /// What follows WHERE.
  package let condition: String
  package let limit: Int
  /// Deleted and archived tasks too (`queryAll`).
  package let includesDeleted: Bool
  /// The fields to ask for.
  package var selection: TaskSelection

  package init(
    condition: String, limit: Int = 2_000, includesDeleted: Bool = false, selection: TaskSelection = TaskSelection()
  ) {
    self.condition = condition
    self.selection = selection
    self.limit = limit
    self.includesDeleted = includesDeleted
  }

  package var soql: String {
    "SELECT \(selection.fieldNames.joined(separator: ", ")) FROM Task WHERE \(condition)"
      + " ORDER BY SystemModstamp, Id LIMIT \(limit)"
  }

  /// The same selection, counted.
  package var countSOQL: String { "SELECT COUNT() FROM Task WHERE \(condition)" }
}
