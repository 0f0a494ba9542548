import GRDB
import Reminders

extension ReminderStore {
  private static let linked = linked()

  /// - Parameter column: what is asked for beside the Salesforce Id.
  private static func linked(also column: String? = nil) -> String {
    """
    SELECT b.salesforceId\(column.map { ", \($0)" } ?? "") FROM reminder r JOIN base b ON b.reminderId = r.id
    WHERE r.deletedAt IS NULL AND NOT b.isOutOfSight
      AND NOT EXISTS (SELECT 1 FROM vanishing v WHERE v.salesforceId = b.salesforceId)
    """
  }

  /// From the nearest day on both ways, so that no more rows are looked at than are wanted, however many there are.
  private static let nearest = """
    SELECT salesforceId FROM (
      SELECT * FROM (
        \(linked(also: "r.due")) AND NOT r.isCompleted AND r.due BETWEEN ?3 AND ?2 ORDER BY r.due LIMIT ?4
      )
      UNION ALL SELECT * FROM (
        \(linked(also: "r.due")) AND NOT r.isCompleted AND r.due BETWEEN ?1 AND ?3 - 1 ORDER BY r.due DESC LIMIT ?4
      )
    ) ORDER BY abs(due - ?3), due DESC LIMIT ?4
    """

  /// The Salesforce Ids of linked tasks; not looked after is what is in the trash here, out of sight, or gone there and
  /// for the user to answer.
  package func linkedTasks(_ selection: LinkedTasks) throws(StoreError) -> [String] {
    let linked = Self.linked
    return try read { database in
      switch selection {
      case .openDue(let days, let nearest, let limit):
        try String.fetchAll(
          database.cachedStatement(sql: Self.nearest),
          arguments: [days.lowerBound.number, days.upperBound.number, nearest.number, limit])
      case .open: try String.fetchAll(database.cachedStatement(sql: "\(linked) AND NOT r.isCompleted ORDER BY r.due"))
      case .all: try String.fetchAll(database.cachedStatement(sql: linked))
      }
    }
  }

  /// Those of some Salesforce Ids that are of linked tasks, but for the same ones.
  package func linked(among ids: [String]) throws(StoreError) -> [String] {
    try those(of: ids, in: "\(Self.linked) AND")
  }

  /// Those of some Salesforce Ids that are of linked tasks, also in the trash here, out of sight, or gone there.
  package func known(among ids: [String]) throws(StoreError) -> [String] {
    try those(of: ids, in: "SELECT b.salesforceId FROM base b WHERE")
  }

  /// - Parameter selection: a query to which the condition for the Ids is added.
  private func those(of ids: [String], in selection: String) throws(StoreError) -> [String] {
    guard !ids.isEmpty else { return [] }
    return try read { database in
      try String.fetchAll(
        database.cachedStatement(sql: "\(selection) b.salesforceId IN (SELECT value FROM json_each(?))"),
        arguments: [ids.json])
    }
  }

  /// Takes tasks out of the lists that were neither found nor deleted there (sync-rules.md §3, not in the answer is not
  /// deleted); if too many would leave at once, they stay until the user has answered, as those that are deleted do.
  package func putOutOfSight(_ salesforceIDs: [String], _ context: PullContext) throws(StoreError) -> PullReport {
    try write { database in
      let leaving = try salesforceIDs.filter { try BaseRecord.isInLists($0, of: context.user, database) }
      let held = try Set(Vanishing.isTooMany(leaving.count, database) ? leaving : [])
      for id in held { try Vanishing.insertOutOfSight(id, database) }
      for id in salesforceIDs where !held.contains(id) {
        try database.executeCached(
          sql: "UPDATE base SET isOutOfSight = 1 WHERE salesforceId = ? AND NOT isOutOfSight", arguments: [id])
      }
      var report = PullReport()
      report.held = held.count
      return report
    }
  }
}

extension BaseRecord {
  fileprivate static func isInLists(
    _ salesforceID: String, of user: RecordReference, _ database: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT r.deletedAt IS NULL AND coalesce(r.assigneeId = ?, 1) AND NOT b.isOutOfSight
          FROM base b JOIN reminder r ON r.id = b.reminderId WHERE b.salesforceId = ?
          """), arguments: [user.id, salesforceID]) ?? false
  }
}
