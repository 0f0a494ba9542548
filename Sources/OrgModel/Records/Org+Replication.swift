package import Foundation

extension Org {
  /// The records of an object that were deleted from `start` to `end`, both of whole minutes, and were not taken back.
  ///
  /// Source: REST API Developer Guide, "sObject Get Deleted"; SOAP API Developer Guide, "getDeleted": 15 days back,
  /// seconds are ignored, and an error where records of the span have left the recycle bin since.
  package func deleted(
    _ object: String, from start: Timestamp, to end: Timestamp, by user: RecordID, at now: Date
  ) throws(APIError) -> ReplicationAnswer<DeletedRecord> {
    let span = try span(from: start, to: end, daysBack: 15, at: Timestamp(now))
    let records = try replicated(object, in: span, by: user).filter(\.isDeleted)
    let object = Schema.object(object)?.name ?? object
    guard purgedUntil[object].map({ $0 < span.lowerBound }) ?? true else {
      throw APIError(.invalidReplicationDate, "startDate is before the earliest date available in the delete log")
    }
    return ReplicationAnswer(
      items: records.map { DeletedRecord(id: $0.id, date: $0.systemModstamp) },
      latestDateCovered: covered(span, at: Timestamp(now)),
      earliestDateAvailable: max(
        Timestamp(now).adding(seconds: -15 * 86_400), purgedUntil[object] ?? Timestamp(milliseconds: 0)))
  }

  /// The records of an object that were created or changed from `start` to `end`, as `deleted` but 30 days back.
  ///
  /// Source: SOAP API Developer Guide, "getUpdated".
  package func updated(
    _ object: String, from start: Timestamp, to end: Timestamp, by user: RecordID, at now: Date
  ) throws(APIError) -> ReplicationAnswer<RecordID> {
    let span = try span(from: start, to: end, daysBack: 30, at: Timestamp(now))
    let records = try replicated(object, in: span, by: user).filter { !$0.isDeleted }
    return ReplicationAnswer(
      items: records.map(\.id), latestDateCovered: covered(span, at: Timestamp(now)),
      earliestDateAvailable: Timestamp(now).adding(seconds: -30 * 86_400))
  }

  private func replicated(
    _ object: String, in span: Range<Timestamp>, by user: RecordID
  ) throws(APIError) -> [Record] {
    guard let definition = Schema.object(object), canRead(definition, user), let table = tables[definition.name] else {
      throw Self.unknownObject(object)
    }
    return table.records(at: table.stamps.positions(in: span).sorted()).filter { canSee($0, user) }
  }

  /// Up to when the span is complete: what is written later may be stamped as far back as stamps lag.
  private func covered(_ span: Range<Timestamp>, at now: Timestamp) -> Timestamp {
    min(span.upperBound, stampRule.earliestStamp(at: now))
  }

  private func span(
    from start: Timestamp, to end: Timestamp, daysBack: Int, at now: Timestamp
  ) throws(APIError) -> Range<Timestamp> {
    let lower = Timestamp(milliseconds: start.milliseconds / 60_000 * 60_000)
    let upper = Timestamp(milliseconds: end.milliseconds / 60_000 * 60_000)
    guard lower < upper else {
      throw APIError(.invalidReplicationDate, "endDate must be at least one minute greater than startDate")
    }
    guard lower >= now.adding(seconds: -daysBack * 86_400 - 60) else {
      throw APIError(.invalidReplicationDate, "startDate cannot be more than \(daysBack) days ago")
    }
    return lower..<upper
  }
}
