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

  private static let isAssignedToMe =
    "(r.assigneeId IS NULL OR r.assigneeId = (SELECT userId FROM syncState)"
    + " OR (SELECT userId FROM syncState) IS NULL)"
  /// Given to somebody else, a task leaves the lists (sync-rules.md §2.7), also where it went out of this user's sight.
  static let isMine = "\(isAssignedToMe) AND NOT coalesce(b.isOutOfSight, 0)"
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
      r.id IN (
        SELECT id FROM reminder WHERE deletedAt IS NULL AND isCompleted AND completedAt >= ? AND completedAt < ?
        UNION SELECT id FROM reminder WHERE deletedAt IS NULL AND isCompleted AND due = ?
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
    // Two look-ups for the same reason.
    ViewQuery(
      """
      r.id IN (
        SELECT id FROM reminder WHERE deletedAt IS NULL AND NOT isCompleted AND due BETWEEN ? AND ?
        UNION ALL SELECT id FROM reminder WHERE deletedAt IS NULL AND isCompleted AND due BETWEEN ? AND ?
      ) AND \(isMine)
      """,
      [first.number, last.number, first.number, last.number])
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
    case .all: self.init("r.deletedAt IS NULL", order: .byDayIfAny)
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

  /// - Parameter limit: `nil` for all of them.
  func rows(_ database: Database, limit: Int? = nil) throws -> [ReminderRow] {
    let wanted = condition.and(filter)
    let limit = limit.map { " LIMIT \($0)" } ?? ""
    return
      try Row.fetchAll(
        database.cachedStatement(sql: "\(ReminderRow.selection) WHERE \(wanted.sql) ORDER BY \(order.sql)\(limit)"),
        arguments: wanted.arguments
      )
      .map(ReminderRow.init(row:))
  }

  func count(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT count(*) FROM reminder r LEFT JOIN base b ON b.reminderId = r.id WHERE \(condition.sql)"),
      arguments: condition.arguments) ?? 0
  }
}

extension ReminderRow {
  static let selection = """
    SELECT r.*, b.salesforceId, b.salesforceStatus, b.salesforcePriority, b.isClosedThere,
      i.reminderId IS NOT NULL AS hasIntent, i.refusalCode, i.refusalMessage,
      EXISTS (SELECT 1 FROM conflict c WHERE c.reminderId = r.id AND c.isOpen) AS hasConflict,
      p.email AS personEmail, p.phone AS personPhone
    FROM reminder r LEFT JOIN base b ON b.reminderId = r.id LEFT JOIN intent i ON i.reminderId = r.id
      LEFT JOIN record p ON p.id = r.personId
    """

  static func find(_ id: ReminderID, _ database: Database) throws -> ReminderRow? {
    try Row.fetchOne(database.cachedStatement(sql: "\(selection) WHERE r.id = ?"), arguments: [id.rawValue])
      .map(ReminderRow.init(row:))
  }

  init(row: Row) {
    let record = ReminderRecord(row: row)
    var refusal: Refusal?
    if let code = row["refusalCode"] as String? {
      refusal = Refusal(code: code, message: row["refusalMessage"] ?? "")
    }
    self.init(
      reminder: Reminder(
        id: record.id, salesforceID: row["salesforceId"], fields: record.fields,
        completedAt: record.completedAt, createdAt: record.createdAt),
      mark: ReminderRow.mark(
        isRefused: refusal != nil, hasConflict: row["hasConflict"], hasIntent: row["hasIntent"],
        isLocalOnly: record.isLocalOnly && (row["salesforceId"] as String?) == nil),
      salesforceStatus: row["salesforceStatus"], salesforcePriority: row["salesforcePriority"],
      isClosedThere: row["isClosedThere"] ?? false, refusal: refusal, remoteChange: record.remoteChange,
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
