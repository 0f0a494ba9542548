package import Foundation

extension Org {
  /// The objects of this org that can be selected for Change Data Capture.
  package static let capturable = ["Account", "Contact", "Lead", "Opportunity", "Task", "User"]

  /// Whether change events of the object are for `user`: they are told whatever the sharing of the records.
  ///
  /// Source: Change Data Capture Developer Guide, "Required Permissions for Change Event Subscribers".
  func canHearChanges(of object: String, _ user: RecordID) -> Bool {
    Schema.object(object).map { access(of: user, to: $0).contains(.viewAll) } ?? false
  }

  /// The objects that are selected, as `user` may see them.
  ///
  /// Source: Tooling API, "PlatformEventChannelMember" ("Special Access Rules").
  package func capturedObjects(for user: RecordID) throws(APIError) -> [String] {
    guard permissions(of: user).contains(.viewSetup) else {
      throw APIError(.invalidType, "sObject type 'PlatformEventChannelMember' is not supported.")
    }
    return changeDataCapture.sorted()
  }

  /// What Change Data Capture tells `user` of the changes of an object (of every selected one: `nil`) after a replay Id.
  func changeNotifications(of object: String?, after replayID: Int, to user: RecordID) -> [ChangeNotification] {
    var notifications: [ChangeNotification?] = []
    var alike: [ChangeEvent] = []
    for event in eventLog.events(after: replayID) where event.isCaptured {
      let name = event.record.definition.name
      guard name == object ?? name, canHearChanges(of: name, user) else { continue }
      if let previous = alike.last, !event.isSameChange(as: previous) {
        notifications.append(ChangeNotification(alike, to: user, in: self))
        alike = []
      }
      alike.append(event)
    }
    notifications.append(ChangeNotification(alike, to: user, in: self))
    return notifications.compactMap(\.self)
  }

  /// Tells by a gap event that something was done to these records, but not what, as after a change below the application
  /// servers: subscribers must read the records anew. The records themselves stay as they are.
  ///
  /// Source: Change Data Capture Developer Guide, "Gap Events".
  package mutating func announceGap(_ kind: ChangeEvent.Kind, of ids: [RecordID], at now: Date) {
    eventLog.beginTransaction(from: "")
    for id in ids {
      guard let definition = Schema.object(of: id) else { continue }
      announceGap(kind, find(id) ?? Record(definition, id: id), at: now)
    }
  }

  /// Tells that more changes of an object were made in one transaction than are told one by one: subscribers must read
  /// the object anew.
  ///
  /// Source: Change Data Capture Developer Guide, "Overflow Events".
  package mutating func announceOverflow(of object: ObjectDefinition, at now: Date) {
    eventLog.beginTransaction(from: "")
    announceGap(.overflow, Record(object, id: Self.emptyID), at: now)
  }

  private mutating func announceGap(_ kind: ChangeEvent.Kind, _ record: Record, at now: Date) {
    eventLog.append(
      kind, record, by: record["LastModifiedById"].id ?? Self.emptyID, at: Timestamp(now), isGap: true,
      isCaptured: changeDataCapture.contains(record.definition.name))
  }

  private static let emptyID = RecordID(prefix: "000", number: 0)
}
