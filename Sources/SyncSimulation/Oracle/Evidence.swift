import Foundation
import OrgModel
import ReminderStore
import Reminders

/// Everything that the invariants are judged by, at one moment.
struct Evidence {
  let contents: StoreContents
  /// The reminders in the order in which they were made.
  let entries: [StoreContents.Entry]
  let ledger: Ledger
  let configuration: Configuration
  let user: String
  let now: Date
  let firstQuery: Date?
  let log: [OrgChange]
  /// The tasks there, deleted ones too, by Id.
  let records: [String: Record]
  /// The changes of each task, oldest first.
  let changes: [String: [OrgChange]]
  /// The Ids of the tasks that the sync made, by their serial numbers.
  let madeBySync: [Serial: Set<String>]
  /// Whether the user sees a task.
  let isVisible: @Sendable (Record) -> Bool

  init?(_ world: World) {
    guard let contents = try? world.contents() else { return nil }
    self.contents = contents
    entries = contents.entries.values.sorted { $0.id < $1.id }
    (ledger, firstQuery) = world.with { ($0.ledger, $0.firstQuery) }
    configuration = world.configuration
    user = world.org.user.text
    now = world.now
    log = world.org.log
    let model = world.org.change { model, _ in model }
    records = Dictionary(uniqueKeysWithValues: model.all("Task").map { ($0.id.text, $0) })
    changes = Dictionary(grouping: log, by: \.id)
    madeBySync = log.reduce(into: [:]) { made, change in
      guard change.kind == .created, change.isOurs, let serial = Serial(change.record) else { return }
      made[serial, default: []].insert(change.id)
    }
    let id = world.org.user
    isVisible = { model.canSee($0, id) }
  }

  /// What a task holds, in the fields here; a value that does not sync, and what is only here, as in `other`.
  func fields(of record: Record, agreedBefore other: ReminderFields) -> ReminderFields {
    configuration.mapping.fields(of: SalesforceTask(record), agreedBefore: other)
  }

  /// Whether a task holds the value that a reminder has in a field; a value that does not sync is never it.
  func holds(_ record: Record, _ field: ReminderField, as fields: ReminderFields) -> Bool {
    switch field {
    case .status where configuration.mapping.isCompleted(status: record["Status"].text ?? "") == nil: false
    case .priority where configuration.mapping.priority(record["Priority"].text ?? "") == nil: false
    default: self.fields(of: record, agreedBefore: fields).agrees(with: fields, on: field)
    }
  }

  /// The Ids of the tasks that were ever known to be of a reminder, and of those that were made of it and were gone before
  /// that was known.
  func ids(of entry: StoreContents.Entry) -> Set<String> {
    let made = Serial(entry.fields).flatMap { madeBySync[$0] } ?? []
    return ledger.links[entry.id, default: []].union(made).union([entry.salesforceID].compactMap(\.self))
  }

  func ids(of id: ReminderID) -> Set<String> { contents.entries[id].map(ids) ?? ledger.links[id, default: []] }

  /// The versions that a task had, each with when it came and went.
  func versions(of id: String) -> [(record: Record, from: Date, until: Date)] {
    let changes = (changes[id] ?? []).filter { $0.kind != .purged }
    return changes.indices.map { index in
      (changes[index].record, changes[index].at, index + 1 < changes.count ? changes[index + 1].at : .distantFuture)
    }
  }
}

extension SalesforceTask {
  /// A row of the model as the merge looks at it.
  init(_ record: Record) {
    func reference(_ field: String) -> RecordReference? {
      record[field].text.map { RecordReference(id: $0, name: "") }
    }
    func date(_ field: String) -> Date? { record[field].time?.date }
    self.init(
      id: record.id.text, subject: record["Subject"].text ?? "", status: record["Status"].text ?? "",
      isClosed: record["IsClosed"].flag ?? false, priority: record["Priority"].text ?? "",
      due: record["ActivityDate"].day.map { Day(number: $0.number) }, details: record["Description"].text ?? "",
      subtype: record["TaskSubtype"].text, owner: reference("OwnerId") ?? RecordReference(id: "", name: ""),
      person: reference("WhoId"), relatedTo: reference("WhatId"),
      remindAt: record["IsReminderSet"].flag == true ? date("ReminderDateTime") : nil,
      completedAt: date("CompletedDateTime"), createdAt: date("CreatedDate") ?? .distantPast,
      modifiedAt: date("LastModifiedDate") ?? .distantPast,
      modifiedBy: reference("LastModifiedById") ?? RecordReference(id: "", name: ""),
      stamp: date("SystemModstamp") ?? .distantPast, isDeleted: record.isDeleted)
  }
}

extension ReminderField {
  /// The API names of the fields in which it is there.
  var fieldsThere: Set<String> {
    switch self {
    case .name, .kind, .callOutcome, .callReason: ["Subject"]
    case .status: ["Status"]
    case .priority: ["Priority"]
    case .due: ["ActivityDate"]
    case .details: ["Description"]
    case .assignee: ["OwnerId"]
    case .person: ["WhoId"]
    case .relatedTo: ["WhatId"]
    case .reminder: ["IsReminderSet", "ReminderDateTime"]
    }
  }

  /// The fields here that are in a field there.
  static func inField(_ name: String) -> [ReminderField] { allCases.filter { $0.fieldsThere.contains(name) } }
}
