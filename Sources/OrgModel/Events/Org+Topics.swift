extension Org {
  /// The channel of an active PushTopic.
  func topicChannel(_ channel: String, for user: RecordID) throws(StreamingError) -> EventChannel {
    let parts = channel.dropFirst("/topic/".count)
      .split(
        separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let (id, topic) = topics.first(where: { $0.value.name == name }), topic.isActive
    else {
      throw .noChannel(channel)
    }
    guard canRead(Schema.pushTopic, user) else { throw .noStreaming }
    guard canRead(topic.definition, user) else { throw .hiddenEntity }
    guard topic.conditionFields.allSatisfy({ canRead($0, on: topic.definition, user) }) else { throw .hiddenCondition }
    guard parts.count == 2 else { return .topic(id, nil) }
    let filter = TopicFilter(parts[1])
    let unknown = filter.fieldNames.filter { name in
      topic.selectedField(name).map { !canRead($0, on: topic.definition, user) } ?? true
    }
    guard unknown.isEmpty, !filter.fieldNames.isEmpty else { throw .noFilterFields(unknown) }
    return .topic(id, filter)
  }

  /// What a PushTopic has told of the changes after a replay Id, as far as `user` may know.
  ///
  /// Source: Streaming API Developer Guide, "Security Considerations": sharing is respected, and deletes are told only to
  /// those who may view all data, where sharing is private.
  func notifications(
    ofTopic id: RecordID, where filter: TopicFilter?, after replayID: Int, to user: RecordID
  ) -> [TopicNotification] {
    guard let topic = topics[id] else { return [] }
    return eventLog.events(after: replayID)
      .filter {
        topic.matches($0, in: self) && filter?.matches(masked($0.record, for: user)) ?? true && mayHear($0, user)
      }
      .map { event in
        TopicNotification(
          replayID: event.replayID, kind: event.kind, date: event.date,
          row: topic.payload(of: event, in: self, to: user))
      }
  }

  /// The topic that a PushTopic record describes; `nil` for a record of another object.
  func topic(for record: Record) throws(APIError) -> Topic? {
    guard record.definition === Schema.pushTopic else { return nil }
    guard !topics.contains(where: { $0.value.name == record["Name"].text && $0.key != record.id }) else {
      throw APIError(
        .duplicateDeveloperName, "The developer name you entered is already in use: \(record["Name"].text ?? "")",
        fields: ["Name"])
    }
    let next = eventLog.lastReplayID + 1
    let isAsBefore = find(record.id).map { old in Topic.settings.allSatisfy { old[$0] == record[$0] } } ?? false
    return try Topic(record, firstReplayID: isAsBefore ? topics[record.id]?.firstReplayID ?? next : next, in: self)
  }

  private func mayHear(_ event: ChangeEvent, _ user: RecordID) -> Bool {
    guard event.kind == .deleted, activitySharing == .private, event.record.definition === Schema.task else {
      return canSee(event.record, user)
    }
    return access(of: user, to: Schema.task).contains(.viewAll)
  }
}
