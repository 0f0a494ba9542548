/// What Change Data Capture tells of one change, perhaps of several records at once.
///
/// Source: Change Data Capture Developer Guide, "ChangeEventHeader Fields" and "Change Event Body Fields" ("JSON Change
/// Event Messages in CometD Clients"). `nulledFields` and `diffFields` do not exist in CometD.
package struct ChangeNotification: Sendable {
  /// A field of the body.
  package enum Member: Sendable {
    case field(FieldDefinition, OrgValue)
    /// A compound field: its name and its parts.
    case compound(String, [(name: String, field: FieldDefinition, value: OrgValue)])
  }

  /// The place in the stream of events, after which a subscriber can go on.
  package let replayID: Int
  /// The object.
  package let object: ObjectDefinition
  /// The records that changed alike; `000000000000000AAA` of an overflow.
  package let recordIDs: [RecordID]
  /// `CREATE`, `UPDATE`, `DELETE`, `UNDELETE`, these with `GAP_` before them, or `GAP_OVERFLOW`.
  package let changeType: String
  /// Which client did it, as far as it said so.
  package let changeOrigin: String
  /// The same for all changes of a transaction.
  package let transactionKey: String
  /// The place within the transaction, from 1.
  package let sequenceNumber: Int
  /// When it was committed, to the second.
  package let commitTimestamp: Timestamp
  /// Higher for later transactions.
  package let commitNumber: Int
  /// Who did it.
  package let commitUser: RecordID
  /// The paths of the fields that an update changed; empty for anything else.
  package let changedFields: [String]
  /// What a create or an undelete has in the record, what an update changed, else nothing.
  package let body: [Member]
}

extension ChangeNotification {
  /// What `events`, which say the same of one or more records, tell `user`; `nil` where there are none.
  init?(_ events: [ChangeEvent], to user: RecordID, in org: Org) {
    guard let event = events.first, let last = events.last else { return nil }
    replayID = last.replayID
    object = event.record.definition
    recordIDs = events.map(\.record.id)
    changeType = (event.isGap ? "GAP_" : "") + event.kind.changeType
    changeOrigin = event.origin
    transactionKey = Self.transactionKey(event.transaction)
    sequenceNumber = event.sequence
    commitTimestamp = Timestamp(milliseconds: event.date.milliseconds / 1000 * 1000)
    commitNumber = Self.firstCommitNumber + event.transaction
    commitUser = event.user
    let told = event.fields.filter { org.canRead($0.field, on: event.record.definition, user) }
    changedFields = event.kind == .updated ? told.map(\.path) : []
    body = Self.body(of: told, in: event.record)
  }

  private static let firstCommitNumber = 10_708_862_000_000

  private static func body(of fields: [ChangeEventField], in record: Record) -> [Member] {
    var members: [Member] = []
    for field in fields {
      let value = record[field.field.name]
      guard let compound = field.compound else {
        members.append(.field(field.field, value))
        continue
      }
      let part = (name: field.name, field: field.field, value: value)
      let index = members.firstIndex { if case .compound(compound, _) = $0 { true } else { false } }
      if let index, case .compound(_, let parts) = members[index] {
        members[index] = .compound(compound, parts + [part])
      } else {
        members.append(.compound(compound, [part]))
      }
    }
    return members
  }

  /// Looks like Salesforce's: `00065380-d1a9-a64a-9341-14f6f12f674c`.
  private static func transactionKey(_ transaction: Int) -> String {
    var random = SplitMix64(seed: UInt64(bitPattern: Int64(transaction)))
    let digits = [random.next(), random.next()]
      .map { word in
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
      }
      .joined()
    var rest = digits[...]
    return [8, 4, 4, 4, 12]
      .map { length in
        defer { rest = rest.dropFirst(length) }
        return String(rest.prefix(length))
      }
      .joined(separator: "-")
  }
}
