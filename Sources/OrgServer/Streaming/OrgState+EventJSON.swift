import OrgModel

/// Events as Bayeux messages.
extension OrgState {
  static func json(_ message: StreamingClient.Message) -> JSON {
    let data =
      switch message.event {
      case .topic(let notification): json(notification)
      case .change(let notification): json(notification)
      }
    return ["data": data, "channel": .string(message.channel)]
  }

  /// Source: Streaming API Developer Guide, "PushTopic Queries".
  private static func json(_ notification: TopicNotification) -> JSON {
    [
      "event": [
        "createdDate": .string(notification.date.zulu), "replayId": .integer(notification.replayID),
        "type": .string(notification.kind.rawValue),
      ],
      "sobject": .object(
        zip(notification.row.names, notification.row.cells)
          .map { name, cell in
            guard case .value(let value) = cell else { return .init(key: name, value: .null) }
            return .init(key: name, value: value.time.map { .string($0.zulu) } ?? JSON(value))
          }),
    ]
  }

  /// Source: Change Data Capture Developer Guide, "Change Event Message Structure", "Merged Change Events".
  private static func json(_ notification: ChangeNotification) -> JSON {
    let header: JSON = [
      "commitNumber": .integer(notification.commitNumber), "commitUser": .string(notification.commitUser.text),
      "sequenceNumber": .integer(notification.sequenceNumber), "entityName": .string(notification.object.name),
      "changeType": .string(notification.changeType),
      "changedFields": .array(notification.changedFields.map { .string($0) }),
      "changeOrigin": .string(notification.changeOrigin), "transactionKey": .string(notification.transactionKey),
      "commitTimestamp": .integer(notification.commitTimestamp.milliseconds),
      "recordIds": .array(notification.recordIDs.map { .string($0.text) }),
    ]
    return [
      "schema": .string(schemaIDs[notification.object.name] ?? ""),
      "payload": .object(notification.body.map(member) + [.init(key: "ChangeEventHeader", value: header)]),
      "event": ["replayId": .integer(notification.replayID)],
    ]
  }

  private static func member(_ member: ChangeNotification.Member) -> JSON.Member {
    switch member {
    case .field(let field, let value):
      .init(key: field.name, value: json(value, of: field))
    case .compound(let name, let parts):
      .init(key: name, value: .object(parts.map { .init(key: $0.name, value: json($0.value, of: $0.field)) }))
    }
  }

  /// Times are whole seconds in change events: `2026-11-25T09:30:00Z`.
  private static func json(_ value: OrgValue, of field: FieldDefinition) -> JSON {
    value.time.map { .string("\($0.zulu.prefix { $0 != "." })Z") } ?? JSON(value, of: field)
  }

  private static let schemaIDs = Dictionary(uniqueKeysWithValues: Schema.objects.map { ($0.name, schemaID(of: $0)) })

  /// The same as long as the fields of the object are.
  private static func schemaID(of object: ObjectDefinition) -> String {
    let names = ([object.name] + object.fields.map(\.name)).joined(separator: ",")
    // FNV-1a, which is the same in every run.
    let hash = names.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var random = SplitMix64(seed: hash)
    let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    return String((0..<22).map { _ in characters[Int(random.next() % 64)] })
  }
}
