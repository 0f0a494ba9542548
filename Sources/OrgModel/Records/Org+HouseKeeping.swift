package import Foundation

extension Org {
  /// What Salesforce does in the background every day: archives old tasks, empties the recycle bin of what has been in
  /// it too long, and forgets old events. Returns how many tasks were archived and how many records purged.
  @discardableResult
  package mutating func keepHouse(at now: Date) -> (archived: Int, purged: Int) {
    let time = Timestamp(now)
    let archived = archiveTasks(at: time)
    let purged = emptyRecycleBin(before: time.adding(seconds: -binRetentionDays * 86_400))
    eventLog.dropExpired(at: time)
    return (archived, purged)
  }

  /// Archives closed tasks that were due, or without a due day created, at least 365 days ago.
  ///
  /// Source: SOAP API Developer Guide, "Archived Activities". Archived tasks are found by `queryAll` only; they can be
  /// read by Id, changed and deleted. The record is not stamped, and no event tells of it.
  private mutating func archiveTasks(at now: Timestamp) -> Int {
    let lastDay = now.day(in: timeZone).adding(days: -365)
    let due = all(Schema.task.name)
      .filter { task in
        guard task["IsClosed"] == .flag(true), task["IsArchived"] == .flag(false), !task.isDeleted else { return false }
        let day = task["ActivityDate"].day ?? task["CreatedDate"].time?.day(in: timeZone)
        return day.map { $0 <= lastDay } ?? false
      }
    for var task in due {
      task["IsArchived"] = .flag(true)
      tables[Schema.task.name]?.replace(task)
    }
    return due.count
  }
}
