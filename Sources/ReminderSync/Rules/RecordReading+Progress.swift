import Foundation
import ReminderStore
import Salesforce

extension RecordReading {
  /// Once a day, and until a reading that was begun is at its end.
  func isDue(at now: Date) -> Bool {
    if current != nil { return true }
    guard let readAt else { return true }
    // A clock that was wrong must not put it off for as long as it was wrong.
    return abs(now.timeIntervalSince(readAt)) >= 86_400
  }

  func begun(at now: Date) -> RecordReading {
    var reading = self
    reading.current = Current(startedAt: now)
    return reading
  }

  /// From when on changes are asked for; `nil` where all has to be read, since what was deleted is told for 15 days only
  /// (Salesforce Help, "Recycle Bin").
  var changesSince: Date? {
    guard let coveredUntil, let startedAt = current?.startedAt,
      startedAt.timeIntervalSince(coveredUntil) < 14 * 86_400
    else { return nil }
    return coveredUntil.addingTimeInterval(-PullQuery.overlap)
  }

  /// The reading after a page.
  ///
  /// - Parameter page: `nil` where the user may not read any.
  func after(_ page: [OrgRecord]?) -> RecordReading {
    var reading = self
    guard var current else { return reading }
    if let page, page.count >= RecordQuery.pageSize, let last = page.last,
      current.count + page.count < Self.mostRows
    {
      current.cursor = SyncCursor(stamp: last.stamp, id: last.id)
      current.count += page.count
      reading.current = current
    } else {
      reading.readAt = current.startedAt
      if page != nil { reading.coveredUntil = current.startedAt }
      reading.current = nil
    }
    return reading
  }

  /// Whoever has more records of a kind keeps those that changed last.
  private static let mostRows = 10_000
}
