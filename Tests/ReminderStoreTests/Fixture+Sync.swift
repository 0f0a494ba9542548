import Foundation
import GRDB
@testable import ReminderStore
import Reminders

/// The store as the sync uses it.
extension Fixture {
  func absorb(_ tasks: SalesforceTask...) throws -> PullReport { try store.absorb(tasks, context) }

  /// What a push of a reminder would carry now.
  func values(of id: ReminderID) throws -> PushedValues {
    guard let item = try item(id) else { throw Missing() }
    return PushedValues(
      fields: item.fields, changed: item.base.map(item.fields.differences) ?? Set(ReminderField.allCases),
      subject: item.fields.name, status: context.mapping.status(isCompleted: item.fields.isCompleted),
      priority: context.mapping.priority(item.fields.priority))
  }

  func item(_ id: ReminderID) throws -> PushItem? { try store.pushItems().first { $0.id == id } }

  /// Writes down that a push of a reminder leaves, after some seconds.
  @discardableResult func send(
    _ action: PushAttempt.Action, _ id: ReminderID, key: CreateKey? = nil, after seconds: TimeInterval = 0
  ) throws -> PushedValues {
    let values = try values(of: id)
    try store.beginAttempts([PushAttempt(action, of: id, values, key: key)], at: now.addingTimeInterval(seconds))
    return values
  }

  func set(_ id: ReminderID, due: Day?) throws { _ = try store.perform(.setDue([id], due), at: now) }

  /// The open conflicts of a reminder, latest first, also of one in the trash.
  func conflicts(_ id: ReminderID) throws -> [ConflictEntry] {
    try store.read { try OpenConflict.fetch(id, $0).map(\.entry).reversed() }
  }

  func names(_ view: ReminderView) throws -> [String] {
    try store.rows(view, on: Fixture.today).map(\.reminder.fields.name)
  }

  func count(_ table: String) throws -> Int {
    try store.writer.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } ?? 0
  }

  /// How many rows a body writes, whether or not they change.
  func rowsWritten(_ body: () throws -> Void) throws -> Int {
    let before = try totalChanges()
    try body()
    return try totalChanges() - before
  }

  func rowsWritten(absorbing task: SalesforceTask) throws -> Int {
    try rowsWritten { _ = try absorb(task) }
  }

  private func totalChanges() throws -> Int {
    try store.writer.write { try Int.fetchOne($0, sql: "SELECT total_changes()") } ?? 0
  }

  static func day(_ offset: Int) -> Day { today.day.adding(days: offset) }

  /// A task as this user, not a colleague, last changed it.
  static func own(_ number: Int, due: Day? = today.day, stamp: TimeInterval) -> SalesforceTask {
    var task = task(number, due: due, stamp: stamp)
    task.modifiedBy = me
    return task
  }

  static func deleted(
    _ number: Int, by author: RecordReference = colleague, stamp: TimeInterval = 60
  ) -> SalesforceTask {
    var task = task(number, stamp: stamp)
    task.modifiedBy = author
    task.isDeleted = true
    return task
  }
}

extension PullReport {
  /// Nothing changed here, and something has to be sent again.
  static var onlyToPush: PullReport {
    var report = PullReport()
    report.leavesPush = true
    return report
  }
}
