import Foundation
import Salesforce

/// A connection around another, which does everything as that one but what it says itself.
protocol OrgDecorator: OrgConnection {
  var org: any OrgConnection { get }
}

extension OrgDecorator {
  func user() async throws(OrgError) -> OrgUser { try await org.user() }
  func organization() async throws(OrgError) -> Organization { try await org.organization() }
  func taskAbilities() async throws(OrgError) -> TaskAbilities { try await org.taskAbilities() }
  func isTaskInUserInterfaceAPI() async throws(OrgError) -> Bool { try await org.isTaskInUserInterfaceAPI() }
  func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] { try await org.tasks(query) }
  func count(_ query: TaskQuery) async throws(OrgError) -> Int { try await org.count(query) }

  func retrieve(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    try await org.retrieve(ids, selection)
  }

  func create(_ tasks: [TaskValues]) async throws(OrgError) -> [SaveResult] { try await org.create(tasks) }

  func upsert(_ tasks: [TaskUpsert], by externalIDField: String) async throws(OrgError) -> [SaveResult] {
    try await org.upsert(tasks, by: externalIDField)
  }

  func create(_ task: TaskValues, idempotencyKey: String) async throws(OrgError) -> SaveResult {
    try await org.create(task, idempotencyKey: idempotencyKey)
  }

  func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult] { try await org.update(tasks) }

  func update(_ task: TaskUpdate, unmodifiedSince instant: Date) async throws(OrgError) -> ConditionalUpdate {
    try await org.update(task, unmodifiedSince: instant)
  }

  func delete(_ ids: [String]) async throws(OrgError) -> [SaveResult] { try await org.delete(ids) }

  func deletedTasks(from start: Date, to end: Date) async throws(OrgError) -> DeletedTasks {
    try await org.deletedTasks(from: start, to: end)
  }

  func recentRecords() async throws(OrgError) -> [RecentRecord] { try await org.recentRecords() }
  func records(_ queries: [RecordQuery]) async throws(OrgError) -> [[OrgRecord]?] { try await org.records(queries) }
  func search(_ search: RecordSearch) async throws(OrgError) -> [OrgRecord] { try await org.search(search) }
  func liveEvents(after place: LivePlace?, ownedBy owner: String?) async -> AsyncStream<LiveEvent> {
    await org.liveEvents(after: place, ownedBy: owner)
  }

  func retryNow() async { await org.retryNow() }
  func requestCount() async -> Int { await org.requestCount() }
  func apiUsage() async -> APIUsage? { await org.apiUsage() }
  func serverTime() async -> Date? { await org.serverTime() }
}
