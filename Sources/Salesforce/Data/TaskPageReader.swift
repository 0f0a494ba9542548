import Foundation

/// Reads a page of tasks without a decoder: an import is thousands of rows, and a `JSONDecoder` takes longer for one than the
/// store does.
struct TaskPageReader {
  private let externalIDField: [UInt8]
  private var page = QueryPage<TaskRecord>(totalSize: nil, records: [], nextRecordsUrl: nil)
  /// The fields of the row before, in their order: those of the next one come in the same.
  private var order: [TaskRowField] = []

  /// `nil` for anything that is not quite as documented: a `JSONDecoder` then tells what is wrong with it.
  static func page(_ body: Data, externalIDField: String?) -> QueryPage<TaskRecord>? {
    var reader = TaskPageReader(externalIDField: Array((externalIDField ?? "").utf8))
    return body.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes.bindMemory(to: UInt8.self))
      return reader.read(&scanner) != nil && scanner.isAtEnd ? reader.page : nil
    }
  }

  private init(externalIDField: [UInt8]) {
    self.externalIDField = externalIDField
  }

  private mutating func read(_ scanner: inout JSONScanner) -> Void? {
    var hasRecords = false
    var hasNext = false
    let members: Void? = scanner.members { key, scanner in
      if key.elementsEqual("records".utf8) {
        guard !hasRecords else { return nil }
        hasRecords = true
        return scanner.elements { scanner in row(&scanner).map { page.records.append($0) } }
      }
      if key.elementsEqual("nextRecordsUrl".utf8) {
        guard !hasNext else { return nil }
        hasNext = true
        return text(&scanner).map { page.nextRecordsUrl = $0 }
      }
      return scanner.skip()
    }
    return hasRecords ? members : nil
  }

  private mutating func row(_ scanner: inout JSONScanner) -> TaskRecord? {
    var record = TaskRecord.empty
    var seen: UInt32 = 0
    var place = 0
    let members: Void? = scanner.members { key, scanner in
      let field = field(key, at: place)
      place += 1
      // Which of two counts is the decoder's to say.
      guard seen & field.bit == 0 else { return nil }
      if field != .other { seen |= field.bit }
      return read(field, of: &record, &scanner)
    }
    return members != nil && seen & Self.necessary == Self.necessary ? record : nil
  }

  /// What every user may read and the sync cannot do without.
  private static let necessary = [TaskRowField.id, .createdDate, .lastModifiedDate, .systemModstamp]
    .reduce(UInt32(0)) { $0 | $1.bit }

  private mutating func field(_ key: UnsafeBufferPointer<UInt8>, at place: Int) -> TaskRowField {
    if place < order.count, !key.isEmpty, key.elementsEqual(order[place].name.utf8) { return order[place] }
    let field: TaskRowField =
      if key.isEmpty {
        // Fields without a name of their own have this one.
        .other
      } else if key.elementsEqual(externalIDField) {
        .externalID
      } else {
        TaskRowField.allCases.first { key.elementsEqual($0.name.utf8) } ?? .other
      }
    if place == order.count { order.append(field) } else if place < order.count { order[place] = field }
    return field
  }

  private func read(_ field: TaskRowField, of record: inout TaskRecord, _ scanner: inout JSONScanner) -> Void? {
    switch field {
    case .id: scanner.string().map { record.id = $0 }
    case .subject: text(&scanner).map { record.subject = $0 ?? "" }
    case .status: text(&scanner).map { record.status = $0 ?? "" }
    case .isClosed: flag(&scanner).map { record.isClosed = $0 }
    case .priority: text(&scanner).map { record.priority = $0 ?? "" }
    case .activityDate: text(&scanner).map { record.activityDate = $0 }
    case .description: text(&scanner).map { record.description = $0 ?? "" }
    case .taskSubtype: text(&scanner).map { record.taskSubtype = $0 }
    case .ownerID: text(&scanner).map { record.ownerID = $0 ?? "" }
    case .owner: name(&scanner).map { record.ownerName = $0 ?? "" }
    case .whoID: text(&scanner).map { record.whoID = $0 }
    case .who: name(&scanner).map { record.whoName = $0 }
    case .whatID: text(&scanner).map { record.whatID = $0 }
    case .what: name(&scanner).map { record.whatName = $0 }
    case .isReminderSet: flag(&scanner).map { record.isReminderSet = $0 }
    case .reminderDateTime: time(&scanner).map { record.reminderDateTime = $0 }
    case .completedDateTime: time(&scanner).map { record.completedDateTime = $0 }
    case .createdDate: date(&scanner).map { record.createdDate = $0 }
    case .lastModifiedDate: date(&scanner).map { record.lastModifiedDate = $0 }
    case .lastModifiedByID: text(&scanner).map { record.lastModifiedByID = $0 ?? "" }
    case .lastModifiedBy: name(&scanner).map { record.lastModifiedByName = $0 ?? "" }
    case .systemModstamp: date(&scanner).map { record.systemModstamp = $0 }
    case .isDeleted: flag(&scanner).map { record.isDeleted = $0 }
    case .externalID: text(&scanner).map { record.externalID = $0 }
    case .other: scanner.skip()
    }
  }

  // MARK: - Values: the outer `nil` is a mistake, the inner one is `null`.

  private func text(_ scanner: inout JSONScanner) -> String?? {
    if scanner.take(word: "null") { return .some(nil) }
    return scanner.string().map { .some($0) }
  }

  private func flag(_ scanner: inout JSONScanner) -> Bool? {
    scanner.take(word: "null") ? false : scanner.flag()
  }

  private func date(_ scanner: inout JSONScanner) -> Date? {
    scanner.plainString().flatMap { SalesforceTime.date($0) }
  }

  private func time(_ scanner: inout JSONScanner) -> Date?? {
    if scanner.take(word: "null") { return .some(nil) }
    return date(&scanner).map { .some($0) }
  }

  /// That of a related record.
  private func name(_ scanner: inout JSONScanner) -> String?? {
    if scanner.take(word: "null") { return .some(nil) }
    var name: String??
    let members: Void? = scanner.members { key, scanner in
      guard key.elementsEqual("Name".utf8) else { return scanner.skip() }
      guard name == nil else { return nil }
      name = text(&scanner)
      return name.map { _ in () }
    }
    return members.map { name ?? nil }
  }
}

/// What of a row is read.
private enum TaskRowField: Int, CaseIterable {
  case id, subject, status, isClosed, priority, activityDate, description, taskSubtype, ownerID, owner, whoID, who,
    whatID,
    what, isReminderSet, reminderDateTime, completedDateTime, createdDate, lastModifiedDate, lastModifiedByID,
    lastModifiedBy, systemModstamp, isDeleted
  /// Its name depends on the org.
  case externalID
  case other

  var bit: UInt32 { 1 << UInt32(rawValue) }

  /// Its key in a row; empty where there is none for certain.
  var name: StaticString {
    switch self {
    case .id: "Id"
    case .subject: "Subject"
    case .status: "Status"
    case .isClosed: "IsClosed"
    case .priority: "Priority"
    case .activityDate: "ActivityDate"
    case .description: "Description"
    case .taskSubtype: "TaskSubtype"
    case .ownerID: "OwnerId"
    case .owner: "Owner"
    case .whoID: "WhoId"
    case .who: "Who"
    case .whatID: "WhatId"
    case .what: "What"
    case .isReminderSet: "IsReminderSet"
    case .reminderDateTime: "ReminderDateTime"
    case .completedDateTime: "CompletedDateTime"
    case .createdDate: "CreatedDate"
    case .lastModifiedDate: "LastModifiedDate"
    case .lastModifiedByID: "LastModifiedById"
    case .lastModifiedBy: "LastModifiedBy"
    case .systemModstamp: "SystemModstamp"
    case .isDeleted: "IsDeleted"
    case .externalID, .other: ""
    }
  }
}

extension StaticString {
  fileprivate var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}

extension TaskRecord {
  /// What is left of a row whose fields are all absent.
  fileprivate static let empty = TaskRecord(
    id: "", subject: "", status: "", isClosed: false, priority: "", activityDate: nil, description: "",
    taskSubtype: nil, ownerID: "", ownerName: "", whoID: nil, whoName: nil, whatID: nil, whatName: nil,
    isReminderSet: false, reminderDateTime: nil, completedDateTime: nil, createdDate: .distantPast,
    lastModifiedDate: .distantPast, lastModifiedByID: "", lastModifiedByName: "", systemModstamp: .distantPast,
    isDeleted: false)
}
