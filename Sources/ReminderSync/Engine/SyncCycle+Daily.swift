import Foundation
import ReminderStore
import Reminders
import Salesforce

extension SyncCycle {
  /// The first part that is due.
  func firstDuePart(withPeople: Bool) async throws -> DailyPart? {
    for part in DailyPart.allCases where part != .people || withPeople {
      if try await isDue(part) { return part }
    }
    return nil
  }

  /// Whether a part was done a day ago or longer.
  func isDue(_ part: DailyPart) async throws -> Bool {
    let now = await serverTime()
    let last: Date?
    switch part {
    case .identity: last = identifiedAt
    case .rights: last = rightsKnownAt
    case .deletions: last = try store.syncState().deletionsCoveredUntil
    case .linkedTasks: last = try store.syncState().linkedReadAt
    case .people: return try arePeopleDue(at: now)
    }
    // A clock that was wrong must not put it off for as long as it was wrong.
    return last.map { abs(now.timeIntervalSince($0)) >= 86_400 } ?? true
  }

  /// Does one part.
  mutating func lookAfter(_ part: DailyPart) async throws -> PullReport {
    let now = await serverTime()
    switch part {
    case .identity:
      _ = try await SyncEngine.identify(store, with: org)
      identifiedAt = now
    case .rights:
      let renewed = try await facts.renewed(
        by: org, settings: try store.syncSettings(), now: environment.now())
      rightsKnownAt = now
      return try await take(renewed)
    case .deletions: return try await pullDeletions()
    case .linkedTasks: return try await readOpenLinked()
    case .people: try await readPeople()
    }
    return PullReport()
  }
}
