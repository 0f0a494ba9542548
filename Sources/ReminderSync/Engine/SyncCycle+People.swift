import Foundation
import Log
import Logging
import ReminderStore
import Reminders
import Salesforce

/// Who and what a reminder can point to: users, contacts, leads, accounts and opportunities, read once a day so that they
/// are known offline.
///
/// At first all that matters to this user is read, from then on what changed. It goes on page by page, one request a
/// step, and where it was interrupted.
extension SyncCycle {
  /// Whether there is something to read.
  func arePeopleDue(at now: Date) throws -> Bool {
    let readings = try store.recordReadings()
    return RecordKind.read.contains { readings[$0, default: RecordReading()].isDue(at: now) }
  }

  /// Whether some are read that never were, which goes on at once.
  func isFirstReading() throws -> Bool {
    try store.recordReadings().values.contains { $0.current != nil && $0.readAt == nil }
  }

  /// Does the next step of the reading.
  func readPeople() async throws {
    let now = await serverTime()
    let readings = try store.recordReadings()
    let underWay = RecordKind.read.filter { readings[$0]?.current != nil }
    guard underWay.isEmpty else { return try await readPages(of: underWay, readings) }
    // What the user dealt with last is then read with the rest.
    try store.note(try await recentRecords(), at: now)
    let pages = RecordKind.read
      .map { kind in
        RecordPage(kind: kind, records: [], gone: [], reading: readings[kind, default: RecordReading()].begun(at: now))
      }
    try store.absorb(pages, at: now)
  }

  private func recentRecords() async throws -> [RecordReference] {
    do throws(OrgError) {
      return try await org.recentRecords().map { RecordReference(id: $0.id, name: $0.name) }
    } catch {
      guard case .refused = error else { throw error }
      return []
    }
  }

  /// Reads the next page of each kind that is not at its end, all in one request.
  private func readPages(of kinds: [RecordKind], _ readings: [RecordKind: RecordReading]) async throws {
    let queries = try kinds.compactMap { kind in try query(for: kind, readings[kind]) }
    let answers = try await org.records(queries)
    let pages = zip(kinds, zip(queries, answers))
      .map { kind, page in RecordPage(kind, page.1, to: page.0, readings[kind, default: RecordReading()]) }
    for page in pages where page.reading.current == nil {
      environment.logger.info(
        "read records", metadata: ["kind": .shown("\(page.kind)"), "refused": .shown(page.wasRefused)])
    }
    // The server's time is known to about a second: what was read now was not seen before the reading began.
    let begun = readings.values.compactMap { $0.current?.startedAt }.max() ?? .distantPast
    try store.absorb(pages, at: max(await serverTime(), begun))
  }

  private func query(for kind: RecordKind, _ reading: RecordReading?) throws -> RecordQuery? {
    guard let object = OrgObject(kind), let reading else { return nil }
    // Of users all are read.
    let others = kind == .user ? [] : try store.othersRecords(kind, limit: Self.othersPerKind)
    return RecordQuery(
      object: object, owner: user.id, since: reading.changesSince, ids: others,
      after: reading.current?.cursor.map { RecordQuery.Place(stamp: $0.stamp, id: $0.id) })
  }

  /// So many records of others that are known here are looked after in each kind.
  private static let othersPerKind = 300
}

extension RecordKind {
  /// Those that are read; of other ones only the names on tasks are known.
  static let read: [RecordKind] = [.user, .contact, .lead, .account, .opportunity]
}

extension RecordPage {
  /// - Parameter answer: `nil` where the user may not read any.
  fileprivate init(_ kind: RecordKind, _ answer: [OrgRecord]?, to query: RecordQuery, _ reading: RecordReading) {
    let after = reading.after(answer)
    let records = answer ?? []
    let isAtEnd = answer != nil && after.current == nil
    // What was asked for by its Id and is in none of the pages is gone, or out of this user's sight.
    let isAll = isAtEnd && query.after == nil
    let absent = isAll ? Set(query.ids).subtracting(records.map(\.id)) : []
    self.init(
      kind: kind, records: records.filter { !$0.isGone }.map { KnownRecord($0, user: query.owner) },
      gone: records.filter(\.isGone).map(\.id) + absent.sorted(), reading: after,
      forgetsUnseenSince: isAtEnd && query.since == nil ? reading.current?.startedAt : nil)
  }

  fileprivate var wasRefused: Bool { reading.coveredUntil != reading.readAt }
}
