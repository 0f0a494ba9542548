import Foundation
import OrgModel
import Salesforce
import Synchronization

/// The simulated org without HTTP: what the sync asks goes straight to the model. Faults strike where a test puts them.
final class InMemoryOrg: OrgConnection {
  struct Content: Sendable {
    var org: Org
    var now: Date
    var requests: [String] = []
    var fault: Fault?
  }

  /// What happens to the next request of a kind.
  struct Fault: Sendable {
    enum Moment: Sendable {
      /// It never reached the org.
      case before
      /// The org did it, and the answer was lost.
      case after
      /// The org refuses it.
      case refused(OrgError)
      /// Somebody does something after the org did it and before the answer is read.
      case meanwhile(@Sendable () throws -> Void)
    }

    let kind: String
    let moment: Moment
  }

  static let organizationID = "00D000000000001AAA"
  let user: RecordID
  let colleague: RecordID
  private let content: Mutex<Content>
  private let feeds = Mutex<[AsyncStream<LiveEvent>.Continuation]>([])

  init(now: Date) {
    let org = Org.demo(tasks: 0, seed: 1, now: now, timeZone: .gmt)
    let members = [DemoUser.rep, .colleague].compactMap { $0.id(in: org) }
    (user, colleague) = (members[0], members[1])
    content = Mutex(Content(org: org, now: now))
  }

  /// Looks at the org or changes it, as somebody there does.
  func change<Value: Sendable>(_ body: (inout Org, Date) throws -> Value) rethrows -> Value {
    try content.withLock { try body(&$0.org, $0.now) }
  }

  func advance(by seconds: TimeInterval) { content.withLock { $0.now += seconds } }

  func failNext(_ kind: String, _ moment: Fault.Moment) {
    content.withLock { $0.fault = Fault(kind: kind, moment: moment) }
  }

  var requests: [String] { content.withLock { $0.requests } }

  func announce(_ event: LiveEvent) { feeds.withLock { $0.forEach { $0.yield(event) } } }

  private func answer<Value: Sendable>(
    _ kind: String, _ body: (inout Org, Date) throws(APIError) -> Value
  ) throws(OrgError) -> Value {
    let fault = content.withLock { content -> Fault? in
      content.requests.append(kind)
      guard content.fault?.kind == kind else { return nil }
      defer { content.fault = nil }
      return content.fault
    }
    if case .before = fault?.moment { throw .unreachable(reason: "fault") }
    if case .refused(let error) = fault?.moment { throw error }
    let result = content.withLock { content in
      Result { () throws(APIError) in try body(&content.org, content.now) }
    }
    if case .after = fault?.moment { throw .unknownOutcome(reason: "fault") }
    if case .meanwhile(let body) = fault?.moment { try? body() }
    do throws(APIError) {
      return try result.get()
    } catch {
      throw .refused(RecordError(code: error.code.rawValue, message: error.message, fields: error.fields))
    }
  }

  func user() async throws(OrgError) -> OrgUser {
    try answer("user") { org, _ throws(APIError) in
      OrgUser(
        id: user.text, name: org.find(user)?["Name"].text ?? "", username: DemoUser.rep.username,
        organizationID: Self.organizationID, instanceURL: "memory:")
    }
  }

  func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] {
    try answer("query") { org, now throws(APIError) in
      try org.rows(query.soql, includesDeleted: query.includesDeleted, by: user, at: now).map(TaskRecord.init)
    }
  }

  func count(_ query: TaskQuery) async throws(OrgError) -> Int {
    try answer("count") { org, now throws(APIError) in try org.query(query.countSOQL, by: user, at: now).totalSize }
  }

  func retrieve(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    let found = try await tasks(
      TaskQuery(condition: "Id IN (\(ids.map { "'\($0)'" }.joined(separator: ",")))"))
    return ids.map { id in found.first { $0.id == id } }
  }

  func create(_ tasks: [TaskValues]) async throws(OrgError) -> [SaveResult] {
    try save("create", tasks.map { .create(object: "Task", $0.fields) })
  }

  func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult] {
    try save("update", tasks.map { .update(id: $0.id, $0.values.fields) })
  }

  func taskAbilities() async throws(OrgError) -> TaskAbilities {
    try answer("describe") { org, now throws(APIError) in
      func labels(_ object: String) throws(APIError) -> [String] {
        try org.rows("SELECT MasterLabel FROM \(object)", by: user, at: now).compactMap { $0["MasterLabel"].text }
      }
      return TaskAbilities(
        readableFields: Set(TaskRecord.fieldNames), updateableFields: Set(TaskField.allCases.map(\.rawValue)),
        externalIDFields: [], createsIdempotently: false, statuses: try labels("TaskStatus"),
        priorities: try labels("TaskPriority"))
    }
  }

  func upsert(_ tasks: [TaskUpsert], by externalIDField: String) async throws(OrgError) -> [SaveResult] {
    throw .invalidAnswer(reason: "not built")
  }

  func create(_ task: TaskValues, idempotencyKey: String) async throws(OrgError) -> SaveResult {
    throw .invalidAnswer(reason: "not built")
  }

  func update(_ task: TaskUpdate, unmodifiedSince instant: Date) async throws(OrgError) -> ConditionalUpdate {
    try answer("update") { org, now throws(APIError) in
      let modified = RecordID(task.id).flatMap(org.find)?["LastModifiedDate"].time?.date
      if let modified, modified.timeIntervalSince1970.rounded(.down) > instant.timeIntervalSince1970.rounded(.down) {
        return .changedMeanwhile
      }
      switch org.apply([.update(id: task.id, task.values.fields)], allOrNone: false, by: user, at: now).first {
      case .failure(let error)?:
        return .failed(RecordError(code: error.code.rawValue, message: error.message, fields: error.fields))
      default: return .saved
      }
    }
  }

  func apiUsage() async -> APIUsage? { nil }

  func delete(_ ids: [String]) async throws(OrgError) -> [SaveResult] {
    try save("delete", ids.map { .delete(id: $0) })
  }

  private func save(_ kind: String, _ changes: [Change]) throws(OrgError) -> [SaveResult] {
    try answer(kind) { org, now throws(APIError) in
      org.apply(changes, allOrNone: false, by: user, at: now)
        .map { result in
          switch result {
          case .success(let id): .saved(id: id.text)
          case .failure(let error):
            .failed(RecordError(code: error.code.rawValue, message: error.message, fields: error.fields))
          }
        }
    }
  }

  func deletedTasks(from start: Date, to end: Date) async throws(OrgError) -> DeletedTasks {
    try answer("deleted") { org, now throws(APIError) in
      let answer = try org.deleted("Task", from: Timestamp(start), to: Timestamp(end), by: user, at: now)
      return DeletedTasks(
        ids: answer.items.map(\.id.text), latestDateCovered: answer.latestDateCovered.date,
        earliestDateAvailable: answer.earliestDateAvailable.date)
    }
  }

  func liveEvents() async -> AsyncStream<LiveEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: LiveEvent.self)
    feeds.withLock { $0.append(continuation) }
    continuation.yield(.subscribed)
    return stream
  }

  func requestCount() async -> Int { requests.count }
  func serverTime() async -> Date? { content.withLock { $0.now } }
}

extension TaskValues {
  fileprivate var fields: Fields {
    reduce(into: [:]) { fields, entry in
      fields[entry.key.rawValue] =
        switch entry.value {
        case .null: .null
        case .text(let text): .text(text)
        case .flag(let flag): .flag(flag)
        case .time(let date): .time(Timestamp(date))
        }
    }
  }
}

extension TaskRecord {
  fileprivate init(_ row: QueryRow) {
    func text(_ path: String) -> String { row[path].text ?? "" }
    func date(_ path: String) -> Date? { row[path].time?.date }
    self.init(
      id: row.id.text, subject: text("Subject"), status: text("Status"), isClosed: row["IsClosed"].flag ?? false,
      priority: text("Priority"), activityDate: row["ActivityDate"].day?.description,
      description: text("Description"), taskSubtype: row["TaskSubtype"].text, ownerID: text("OwnerId"),
      ownerName: text("Owner.Name"), whoID: row["WhoId"].text, whoName: row["Who.Name"].text,
      whatID: row["WhatId"].text, whatName: row["What.Name"].text, isReminderSet: row["IsReminderSet"].flag ?? false,
      reminderDateTime: date("ReminderDateTime"), completedDateTime: date("CompletedDateTime"),
      createdDate: date("CreatedDate") ?? .distantPast, lastModifiedDate: date("LastModifiedDate") ?? .distantPast,
      lastModifiedByID: text("LastModifiedById"), lastModifiedByName: text("LastModifiedBy.Name"),
      systemModstamp: date("SystemModstamp") ?? .distantPast, isDeleted: row["IsDeleted"].flag ?? false)
  }
}
