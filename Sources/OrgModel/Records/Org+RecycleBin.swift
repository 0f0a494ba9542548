package import Foundation

extension Org {
  /// Takes a record back out of the recycle bin.
  package mutating func undelete(
    _ id: String, by user: RecordID, from origin: String = "", at now: Date
  ) throws(APIError) {
    guard let recordID = RecordID(id), var record = find(recordID), canSee(record, user) else { throw Self.notFound }
    guard record.isDeleted else { throw APIError(.undeleteFailed, "Entity is not in the recycle bin") }
    try checkDelete(record, by: user)
    try checkUnique(record)
    eventLog.beginTransaction(from: origin)
    record["IsDeleted"] = .flag(false)
    record.stampChange(by: user, at: stampRule.stamp(at: Timestamp(now), after: record))
    let topic = try topic(for: record)
    tables[record.definition.name]?.replace(record)
    topics[record.id] = topic
    announce(.undeleted, record, changed: [], by: user, at: Timestamp(now))
  }

  /// Removes a record for good, as when the recycle bin is emptied: not even `queryAll` finds it.
  package mutating func purge(_ id: RecordID) {
    guard let record = find(id) else { return }
    if record.isDeleted {
      let object = record.definition.name
      purgedUntil[object] = max(purgedUntil[object] ?? record.systemModstamp, record.systemModstamp)
    }
    tables[record.definition.name]?.remove(id)
    topics[id] = nil
    lockedRecords.remove(id)
  }

  /// Purges what was deleted before `time`; returns how many records.
  @discardableResult
  package mutating func emptyRecycleBin(before time: Timestamp) -> Int {
    let ids = Schema.objects.flatMap { all($0.name) }.filter { $0.isDeleted && $0.systemModstamp < time }.map(\.id)
    for id in ids { purge(id) }
    return ids.count
  }
}
