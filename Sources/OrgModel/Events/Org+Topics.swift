extension Org {
  /// Whether there is an active PushTopic of this name.
  package func hasTopic(named name: String) -> Bool {
    topics.values.contains { $0.name == name && $0.isActive }
  }

  /// What the PushTopic of this name has told of the changes after a replay Id, as far as `user` may know.
  ///
  /// Source: Streaming API Developer Guide, "Security Considerations": sharing is respected, and deletes are told only to
  /// those who may view all data, where sharing is private.
  package func notifications(ofTopic name: String, after replayID: Int, to user: RecordID) -> [TopicNotification] {
    guard let topic = topics.values.first(where: { $0.name == name }) else { return [] }
    return eventLog.events(after: replayID).filter { topic.matches($0, in: self) && mayHear($0, user) }
      .map { event in
        TopicNotification(
          replayID: event.replayID, kind: event.kind, date: event.date, row: topic.payload(of: event, in: self))
      }
  }

  /// The oldest replay Id from which a subscriber can go on without missing a change, and the newest.
  package var replayableIDs: ClosedRange<Int> {
    let first = eventLog.events.first.map { $0.replayID - 1 } ?? eventLog.lastReplayID
    return first...eventLog.lastReplayID
  }

  /// The topic that a PushTopic record describes; `nil` for a record of another object.
  func topic(for record: Record) throws(APIError) -> Topic? {
    guard record.definition === Schema.pushTopic else { return nil }
    guard !topics.contains(where: { $0.value.name == record["Name"].text && $0.key != record.id }) else {
      throw APIError(
        .duplicateDeveloperName, "The developer name you entered is already in use: \(record["Name"].text ?? "")",
        fields: ["Name"])
    }
    return try Topic(record, firstReplayID: topics[record.id]?.firstReplayID ?? eventLog.lastReplayID + 1, in: self)
  }

  private func mayHear(_ event: ChangeEvent, _ user: RecordID) -> Bool {
    guard event.kind == .deleted, activitySharing == .private else { return canSee(event.record, user) }
    return permissions(of: user).contains(.viewAllData)
  }
}
