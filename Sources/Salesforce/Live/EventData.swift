/// What an event says: of a PushTopic the record as it is after the change (Streaming API Developer Guide, "Streaming API
/// Terms"), of Change Data Capture its header and the fields that changed (Change Data Capture Developer Guide, "Change
/// Event Message Structure").
struct EventData: Decodable {
  struct Event: Decodable {
    let replayId: Int?
  }

  /// The fields that the topic selects.
  struct Record: Decodable {
    let Id: String?
    let OwnerId: String?
  }

  struct Change: Decodable {
    struct Header: Decodable {
      let recordIds: [String]?
      let changeType: String?
    }

    let ChangeEventHeader: Header?
    /// Of a new or restored task, and of one that was given to somebody else.
    let OwnerId: String?
  }

  let event: Event?
  let sobject: Record?
  let payload: Change?

  /// The tasks that it is about: of a merged change event they changed alike, so that the owner is that of each.
  var announcements: [Announcement] {
    if let id = sobject?.Id { return [Announcement(id: id, owner: sobject?.OwnerId)] }
    return (payload?.ChangeEventHeader?.recordIds ?? []).filter(Self.isTask)
      .map { Announcement(id: $0, owner: payload?.OwnerId) }
  }

  /// Whether more may have changed than it says: a gap event tells nothing but Ids, an overflow event or a wildcard
  /// (`00T*`) not even these ("Gap Events", "Overflow Events", "ChangeEventHeader Fields").
  var hidesChanges: Bool {
    guard let header = payload?.ChangeEventHeader else { return announcements.isEmpty }
    return header.changeType?.hasPrefix("GAP_") ?? true
      || header.recordIds.map { $0.isEmpty || !$0.allSatisfy(Self.isTask) } ?? true
  }

  /// An Id of a task, not a wildcard and not the empty Id.
  private static func isTask(_ id: String) -> Bool { id.hasPrefix("00T") && !id.hasSuffix("*") }
}
