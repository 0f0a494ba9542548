package import Foundation

/// A Salesforce org as a value: its records, its users, its rules, and the events that its changes make.
///
/// It does no I/O and knows no clock: whatever depends on the time is told the time, and Ids come from counters inside.
/// So the same calls make the same org, and a copy of it is a snapshot. Calls that Salesforce would refuse throw the
/// `APIError` that Salesforce would answer.
package struct Org: Sendable {
  /// The Id of the org itself.
  package let id: RecordID
  /// The zone in which `TODAY` and the other date literals of SOQL are meant.
  package let timeZone: TimeZone
  /// Who may see whose activities (Setup, "Sharing Settings").
  package var activitySharing: ActivitySharing
  /// The objects that are selected for Change Data Capture, from now on (Setup, "Change Data Capture").
  package var changeDataCapture: Set<String> = [Schema.task.name]
  /// The users who can log in, by the Id of their User record.
  package internal(set) var members: [RecordID: Member] = [:]
  /// Whether the org's edition has the API.
  package var isAPIEnabled = true
  /// Whether the User Interface API has tasks.
  package var isTaskInUserInterfaceAPI = true
  /// Whether the User Interface API takes an `Idempotency-Key`.
  package var hasIdempotentWrites = true
  /// The optional fields that the org has, such as an external Id on Task.
  package var optionalFields: Set<FieldName> = []
  /// The records that nobody but those who may modify all can change, as in an approval process.
  package var lockedRecords: Set<RecordID> = []
  /// What a record must not be, in the order of their creation.
  package internal(set) var validationRules: [ValidationRule] = []
  /// How the times on records lie to the time of the write.
  package var stampRule = StampRule()
  /// For how many days deleted records stay in the recycle bin.
  package var binRetentionDays = 15
  /// For each object, when the last record was deleted that has since left the recycle bin.
  var purgedUntil: [String: Timestamp] = [:]
  var tables: [String: Table]
  var nextNumbers: [String: Int] = [:]
  var eventLog = EventLog()
  var topics: [RecordID: Topic] = [:]

  /// An org without records but its own.
  package init(timeZone: TimeZone, activitySharing: ActivitySharing = .publicReadWrite) {
    id = RecordID(prefix: "00D", number: 1_000_003)
    self.timeZone = timeZone
    self.activitySharing = activitySharing
    tables = Dictionary(uniqueKeysWithValues: Schema.objects.map { ($0.name, Table($0)) })
    addOrganization()
  }

  /// The record with this Id whoever asks, deleted or not; `nil` when there never was one, or it was purged.
  package func find(_ id: RecordID) -> Record? {
    Schema.object(of: id).flatMap { tables[$0.name]?[id] }
  }

  /// All records of an object whoever asks, deleted ones too, in the order of creation.
  package func all(_ object: String) -> [Record] {
    Schema.object(object).flatMap { tables[$0.name]?.rows.compactMap(\.self) } ?? []
  }

  mutating func nextID(of definition: ObjectDefinition) -> RecordID {
    let number = nextNumbers[definition.keyPrefix, default: 1]
    nextNumbers[definition.keyPrefix] = number + 1
    // Leading characters as of an org on some instance, so that Ids look like Salesforce's.
    return RecordID(prefix: definition.keyPrefix, number: Self.firstNumber + number)
  }

  private static let firstNumber = 62 * 62 * 62 * 62 * 62 * 62 * 62 * 62 * 13
}

extension Org: CustomStringConvertible {
  /// Short, for a failing test shows it.
  package var description: String {
    "Org(\(all(Schema.task.name).count { !$0.isDeleted }) tasks, \(lastReplayID) changes)"
  }
}
