import Foundation
import GRDB
import Reminders

/// The SQL of a view: conditions on `reminder`, and the order of its rows.
struct ViewQuery {
  /// What makes a reminder one of the view.
  let condition: SQLCondition
  /// Which of these are wanted.
  var filter = SQLCondition()
  var order: RowOrder

  static let rows = "FROM reminder r LEFT JOIN base b ON b.reminderId = r.id"

  private static let isAssignedToMe =
    "(r.assigneeId IS NULL OR r.assigneeId = (SELECT userId FROM syncState)"
    + " OR (SELECT userId FROM syncState) IS NULL)"
  /// Given to somebody else, a task leaves the lists (sync-rules.md §2.7), also where it went out of this user's sight.
  static let isMine = "\(isAssignedToMe) AND r.id NOT IN (SELECT reminderId FROM base WHERE isOutOfSight)"
  static let isOpen = "r.deletedAt IS NULL AND NOT r.isCompleted AND \(isMine)"
  private static let isCompleted = "r.deletedAt IS NULL AND r.isCompleted AND \(isMine)"

  /// What is refused first, then what is in conflict.
  private static let outboxOrder = """
    NOT EXISTS (SELECT 1 FROM intent i WHERE i.reminderId = r.id AND i.refusalCode IS NOT NULL),
    NOT EXISTS (SELECT 1 FROM conflict c WHERE c.reminderId = r.id AND c.isOpen), r.createdAt, r.id
    """

  private init(
    _ condition: String, order: RowOrder = .byDay, _ arguments: StatementArguments = StatementArguments()
  ) {
    self.condition = SQLCondition(condition, arguments)
    self.order = order
  }

  static func open(due day: Day) -> ViewQuery {
    ViewQuery("\(isOpen) AND r.due = ?", order: .open, [day.number])
  }

  static func overdue(_ today: LocalDay) -> ViewQuery {
    ViewQuery("\(isOpen) AND r.due < ?", order: .open, [today.day.number])
  }

  /// Completed on that day, or due on it.
  static func completed(on today: LocalDay) -> ViewQuery {
    // Two look-ups, each with its own index: an OR of them would read every completed task.
    ViewQuery(
      """
      r.rowid IN (
        SELECT rowid FROM reminder WHERE deletedAt IS NULL AND isCompleted AND completedAt >= ? AND completedAt < ?
        UNION SELECT rowid FROM reminder
          WHERE deletedAt IS NULL AND isCompleted AND \(RowOrder.day("due")) = ?
      ) AND \(isCompleted)
      """,
      order: RowOrder(keys: "r.completedAt DESC, r.id"),
      [today.start.milliseconds, today.end.milliseconds, today.day.number])
  }

  /// One reminder, where it is this user's, or made here for somebody else.
  static func one(_ id: ReminderID) -> ViewQuery {
    ViewQuery(
      "r.id = ? AND r.deletedAt IS NULL AND (\(isMine) OR r.isMadeHere)", order: RowOrder(keys: "r.id"), [id.rawValue])
  }

  /// Completed between two instants.
  static func completed(from start: Date, until end: Date) -> ViewQuery {
    ViewQuery(
      "\(isCompleted) AND r.completedAt >= ? AND r.completedAt < ?", order: RowOrder(keys: "r.completedAt"),
      [start.milliseconds, end.milliseconds])
  }

  /// Due from a day to another, open and completed.
  private static func due(_ first: Day, _ last: Day) -> ViewQuery {
    ViewQuery(
      "r.deletedAt IS NULL AND \(RowOrder.day("r.due")) BETWEEN ? AND ? AND \(isMine)", [first.number, last.number])
  }

  init(_ view: ReminderView, on today: LocalDay) {
    let tomorrow = today.day.adding(days: 1)
    switch view {
    case .today: self = .due(today.day, today.day)
    case .tomorrow: self = .due(tomorrow, tomorrow)
    case .agenda: self = .due(today.day, tomorrow)
    case .overdue: self = .overdue(today)
    case .upcoming: self.init("\(Self.isOpen) AND r.due > ?", [tomorrow.number])
    case .open: self.init(Self.isOpen, order: .byDayIfAny)
    case .delegated: self.init("r.deletedAt IS NULL AND r.isMadeHere AND NOT \(Self.isAssignedToMe)")
    case .completed: self.init(Self.isCompleted, order: RowOrder(keys: "r.completedAt DESC, r.id"))
    case .trash: self.init("r.deletedAt IS NOT NULL", order: RowOrder(keys: "r.deletedAt DESC, r.id"))
    case .outbox:
      self.init(
        "r.id IN (SELECT reminderId FROM intent UNION SELECT reminderId FROM conflict WHERE isOpen)",
        order: RowOrder(keys: Self.outboxOrder))
    case .all: self.init("r.deletedAt IS NULL", order: .byAnyDay)
    }
  }

  /// The groups of a list, each with its query.
  static func groups(of view: ReminderView, on today: LocalDay) -> [(ListGroup.Kind, ViewQuery)] {
    guard view == .agenda else { return [(.whole, ViewQuery(view, on: today))] }
    return [
      (.overdue, .overdue(today)), (.today, .open(due: today.day)),
      (.tomorrow, .open(due: today.day.adding(days: 1))), (.completed, .completed(on: today)),
    ]
  }

  /// All rows, or the first ones: those are read by the index that has their order, and reading stops where enough is read.
  ///
  /// - Parameter limit: `nil` for all of them.
  func rows(_ database: Database, limit: Int? = nil) throws -> [ReminderRow] {
    guard let limit else {
      return try ReminderRow.fetchAll(where: condition.and(filter), orderedBy: order.sql, database)
    }
    return try ReminderRow.fetchAll(first(limit, database), database)
  }

  /// Which are the first ones: where they have to be sorted, all that a row shows of others need not be read for each.
  func first(_ count: Int, _ database: Database) throws -> [String] {
    let rows = order.index.map { Self.rows.replacing("reminder r", with: "reminder r INDEXED BY \($0)") } ?? Self.rows
    var ids: [String] = []
    for stretch in order.stretches where ids.count < count {
      let wanted = condition.and(SQLCondition(stretch)).and(filter)
      ids += try Self.ids(rows, where: wanted, by: "\(order.keys) LIMIT \(count - ids.count)", database)
    }
    return ids
  }

  /// - Parameter order: may end with how many of them are read.
  static func ids(
    _ rows: String = rows, where wanted: SQLCondition, by order: String, _ database: Database
  ) throws -> [String] {
    let sql = "SELECT r.id \(rows) WHERE \(wanted.sql) ORDER BY \(order)"
    return try String.fetchAll(database.cachedStatement(sql: sql), arguments: wanted.arguments)
  }

  func count(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM reminder r WHERE \(condition.sql)"),
      arguments: condition.arguments) ?? 0
  }

  /// Counts no further than a small view has.
  func boundedCount(_ database: Database) throws -> BoundedCount {
    let most = ViewSearch.smallView
    let count =
      try Int.fetchOne(
        database.cachedStatement(
          sql: "SELECT count(*) FROM (SELECT 1 FROM reminder r WHERE \(condition.sql) LIMIT \(most + 1))"),
        arguments: condition.arguments) ?? 0
    return BoundedCount(min(count, most), isLeast: count > most)
  }
}

extension ReminderRow: StoredRecord {
  static let selection = """
    SELECT r.*, b.salesforceId, b.salesforceStatus, b.salesforcePriority, b.isClosedThere,
      i.reminderId IS NOT NULL AS hasIntent, i.refusalCode, i.refusalMessage,
      EXISTS (SELECT 1 FROM conflict c WHERE c.reminderId = r.id AND c.isOpen) AS hasConflict,
      p.email AS personEmail, p.phone AS personPhone
    FROM reminder r LEFT JOIN base b ON b.reminderId = r.id LEFT JOIN intent i ON i.reminderId = r.id
      LEFT JOIN record p ON p.id = r.personId
    """

  static func find(_ id: ReminderID, _ database: Database) throws -> ReminderRow? {
    try fetchAll(where: SQLCondition("r.id = ?", [id.rawValue]), database).first
  }

  /// Those with these Ids, in the order of the Ids.
  static func fetchAll(_ ids: some Collection<String>, _ database: Database) throws -> [ReminderRow] {
    let rows = try fetchAll(
      where: SQLCondition("r.id IN (SELECT value FROM json_each(?))", [Array(ids).json]), database)
    let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.id.rawValue, $0) })
    return ids.compactMap { byID[$0] }
  }

  /// - Parameter order: may end with how many of them are read.
  static func fetchAll(
    where condition: SQLCondition, orderedBy order: String = "r.id", _ database: Database
  ) throws -> [ReminderRow] {
    try fetchAll(
      database.cachedStatement(sql: "\(selection) WHERE \(condition.sql) ORDER BY \(order)"),
      arguments: condition.arguments)
  }

  init(row: StoredRow) {
    let record = ReminderRecord(row: row)
    var refusal: Refusal?
    if let code = row["refusalCode"] as String? {
      refusal = Refusal(code: code, message: row["refusalMessage"] as String? ?? "")
    }
    self.init(
      reminder: Reminder(
        id: record.id, salesforceID: row["salesforceId"], fields: record.fields,
        completedAt: record.completedAt, createdAt: record.createdAt),
      mark: ReminderRow.mark(
        isRefused: refusal != nil, hasConflict: row["hasConflict"], hasIntent: row["hasIntent"],
        isLocalOnly: record.isLocalOnly && (row["salesforceId"] as String?) == nil),
      salesforceStatus: row["salesforceStatus"], salesforcePriority: row["salesforcePriority"],
      isClosedThere: row["isClosedThere"] as Bool? ?? false, refusal: refusal, remoteChange: record.remoteChange,
      personEmail: row["personEmail"], personPhone: row["personPhone"], deletedAt: record.deletedAt)
  }

  /// The mark that most needs the user's eye.
  private static func mark(isRefused: Bool, hasConflict: Bool, hasIntent: Bool, isLocalOnly: Bool) -> SyncMark {
    if isRefused { return .refused }
    if hasConflict { return .conflict }
    if hasIntent { return .pending }
    return isLocalOnly ? .localOnly : .synced
  }
}
