import Foundation
import ReminderStore
import Reminders
import Salesforce

/// The conditions by which tasks are asked for (sync-rules.md §2, §3).
enum PullQuery {
  /// A late commit may carry a stamp up to this much before one that was seen already.
  static let overlap: TimeInterval = 600

  /// The first import: what was created or changed in the last 24 hours, and open tasks that are due up to tomorrow,
  /// overdue ones up to 90 days back.
  static func firstImport(
    owner: String, window: SyncSettings.ImportWindow, serverTime: Date, today: Day
  ) -> TaskQuery {
    let recent = "SystemModstamp >= \(SOQL.literal(serverTime.addingTimeInterval(-86_400)))"
    let due =
      "(IsClosed = false AND ActivityDate >= \(today.adding(days: -90).iso) AND ActivityDate <= \(today.adding(days: 1).iso))"
    let selection = window == .recent ? recent : "(\(recent) OR \(due))"
    return TaskQuery(condition: "OwnerId = \(SOQL.literal(owner)) AND \(selection)")
  }

  /// What changed since a stamp, deleted tasks too; and the linked tasks of a list, however they are: what was given to
  /// somebody else is not found by its owner.
  static func changes(owner: String, from start: Date, linked ids: [String]) -> TaskQuery {
    let changed = "OwnerId = \(SOQL.literal(owner)) AND SystemModstamp >= \(SOQL.literal(start))"
    let condition = ids.isEmpty ? changed : "((\(changed)) OR Id IN \(SOQL.list(ids)))"
    return TaskQuery(condition: condition, includesDeleted: true)
  }

  /// Tasks by Id, deleted ones too.
  static func tasks(_ ids: [String]) -> TaskQuery {
    TaskQuery(condition: "Id IN \(SOQL.list(ids))", includesDeleted: true)
  }

  /// Tasks by a value of an external Id field, deleted ones too.
  static func tasks(_ values: [String], by externalIDField: String) -> TaskQuery {
    TaskQuery(condition: "\(externalIDField) IN \(SOQL.list(values))", includesDeleted: true)
  }

  /// What this user created since an attempt whose outcome is not known; a deleted one counts too.
  static func creations(by user: String, since attempt: Date) -> TaskQuery {
    TaskQuery(
      condition: "CreatedById = \(SOQL.literal(user))"
        + " AND CreatedDate >= \(SOQL.literal(attempt.addingTimeInterval(-2)))",
      includesDeleted: true)
  }

  fileprivate static func after(_ cursor: SyncCursor) -> String {
    let stamp = SOQL.literal(cursor.stamp)
    return "(SystemModstamp > \(stamp) OR (SystemModstamp = \(stamp) AND Id > \(SOQL.literal(cursor.id))))"
  }
}

extension TaskQuery {
  /// The page of the same query that follows a row.
  func after(_ cursor: SyncCursor) -> TaskQuery {
    TaskQuery(
      condition: "\(condition) AND \(PullQuery.after(cursor))", limit: limit, includesDeleted: includesDeleted)
  }
}
