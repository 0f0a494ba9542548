import GRDB
import Reminders

/// The SQL of a view: one condition on `reminder`, and the order of its rows.
struct ViewQuery {
  let condition: String
  let order: String
  let arguments: StatementArguments

  private static let byDay = "r.due, r.priority = 'normal', r.createdAt, r.id"
  /// What is closed in Salesforce under another name than completed comes last (sync-rules.md §1).
  private static let openOrder = "coalesce(b.isClosedThere, 0), \(byDay)"
  private static let isAssignedToMe =
    "(r.assigneeId IS NULL OR r.assigneeId = (SELECT userId FROM syncState)"
    + " OR (SELECT userId FROM syncState) IS NULL)"
  /// Given to somebody else, a task leaves the lists (sync-rules.md §2.7), also where it went out of this user's sight.
  static let isMine = "\(isAssignedToMe) AND NOT coalesce(b.isOutOfSight, 0)"
  static let isOpen = "r.deletedAt IS NULL AND NOT r.isCompleted AND \(isMine)"
  private static let isCompleted = "r.deletedAt IS NULL AND r.isCompleted AND \(isMine)"

  private init(_ condition: String, order: String = byDay, _ arguments: StatementArguments = StatementArguments()) {
    self.condition = condition
    self.order = order
    self.arguments = arguments
  }

  static func open(due day: Day) -> ViewQuery {
    ViewQuery("\(isOpen) AND r.due = ?", order: openOrder, [day.number])
  }

  static func overdue(_ today: LocalDay) -> ViewQuery {
    ViewQuery("\(isOpen) AND r.due < ?", order: openOrder, [today.day.number])
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
      order: "r.completedAt DESC, r.id", [today.start.milliseconds, today.end.milliseconds, today.day.number])
  }

  /// Due from a day to another, open and completed.
  private static func due(_ first: Day, _ last: Day) -> ViewQuery {
    // Two look-ups for the same reason.
    ViewQuery(
      """
      r.id IN (
        SELECT id FROM reminder WHERE deletedAt IS NULL AND NOT isCompleted AND due BETWEEN ?1 AND ?2
        UNION ALL SELECT id FROM reminder WHERE deletedAt IS NULL AND isCompleted AND due BETWEEN ?1 AND ?2
      ) AND \(isMine)
      """,
      [first.number, last.number])
  }

  init(_ view: ReminderView, on today: LocalDay) {
    let tomorrow = today.day.adding(days: 1)
    switch view {
    case .today: self = .due(today.day, today.day)
    case .tomorrow: self = .due(tomorrow, tomorrow)
    case .agenda: self = .due(today.day, tomorrow)
    case .overdue: self = .overdue(today)
    case .upcoming: self.init("\(Self.isOpen) AND r.due > ?", [tomorrow.number])
    case .open: self.init(Self.isOpen, order: "r.due IS NULL, \(Self.byDay)")
    case .delegated: self.init("r.deletedAt IS NULL AND r.isMadeHere AND NOT \(Self.isAssignedToMe)")
    case .completed: self.init(Self.isCompleted, order: "r.completedAt DESC, r.id")
    case .trash: self.init("r.deletedAt IS NOT NULL", order: "r.deletedAt DESC, r.id")
    case .all: self.init("r.deletedAt IS NULL", order: "r.due IS NULL, \(Self.byDay)")
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
    let limit = limit.map { " LIMIT \($0)" } ?? ""
    return
      try Row.fetchAll(
        database.cachedStatement(sql: "\(ReminderRow.selection) WHERE \(condition) ORDER BY \(order)\(limit)"),
        arguments: arguments
      )
      .map(ReminderRow.init(row:))
  }

  func count(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT count(*) FROM reminder r LEFT JOIN base b ON b.reminderId = r.id WHERE \(condition)"),
      arguments: arguments) ?? 0
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
