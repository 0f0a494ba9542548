import Foundation
import Localization
import OrgModel
import Salesforce
import Synchronization

/// One process's connection to the org, through the network and its faults.
final class FaultyConnection: OrgConnection {
  private let org: any OrgConnection
  private let world: World
  private let life: ProcessLife
  /// The `Date` of the last answer, and when it was read; the header has whole seconds.
  private let clock = Mutex<(date: Date, readAt: Date)?>(nil)

  init(_ org: any OrgConnection, in world: World, _ life: ProcessLife) {
    self.org = org
    self.world = world
    self.life = life
  }

  private enum Request {
    case read, write
    /// Creates; nobody on the way repeats it.
    case create
  }

  /// Sends a request, and lets happen to it what the network has in store.
  private func pass<Answer: Sendable>(
    _ name: String, _ kind: Request = .read, count: Int = 1,
    _ send: @escaping @Sendable () async throws(OrgError) -> Answer,
    failing: ((String, UInt64) async throws(OrgError) -> Answer)? = nil
  ) async throws(OrgError) -> Answer {
    guard life.isAlive else { throw .unknownOutcome(reason: "killed") }
    world.noteRequest(name, isWrite: kind != .read, count: count)
    if life.call() {
      // Whether the kill strikes before or after the commit is as good as a coin.
      if Timestamp(world.now).milliseconds % 2 == 0 { _ = try? await send() }
      world.trace("the process is killed during the request")
      life.kill()
      throw .unknownOutcome(reason: "killed")
    }
    world.pass(0.05)
    if world.network.isSessionOver { throw .loginNeeded(reason: "the session ended") }
    let fault = world.network.fault(isWrite: kind != .read)
    if let fault { world.trace("  \(name): \(fault)") }
    switch fault {
    case nil: return try await answered(send)
    case .connectionRefused: throw .unreachable(reason: "connection refused")
    case .lostBeforeArrival: throw .unknownOutcome(reason: "connection lost")
    case .lostAfterCommit:
      _ = try? await send()
      throw .unknownOutcome(reason: "connection lost")
    case .commitsLate(let seconds):
      let session = world.org.session
      let straggler = Network.Straggler(due: world.now.addingTimeInterval(seconds)) { [world] in
        // Whoever is logged in by then, it is the request of then.
        let present = world.org.session
        world.org.session = session
        _ = try? await send()
        world.org.session = present
      }
      world.network.add(straggler)
      throw .unknownOutcome(reason: "timed out")
    case .deliveredTwice:
      if kind != .create { _ = try? await send() }
      return try await answered(send)
    case .answerCut:
      _ = try? await send()
      throw .invalidAnswer(reason: "the answer is cut off")
    case .sessionEnded:
      world.network.isSessionOver = true
      throw .loginNeeded(reason: "the session ended")
    case .busy(let code, let retryAfter): throw .busy(code: code, retryAfter: retryAfter.map { .seconds($0) })
    case .partialFailure(let code, let bits):
      guard let failing else { return try await answered(send) }
      return try await failing(code, bits)
    case .slow(let seconds):
      world.pass(seconds)
      defer { world.pass(seconds) }
      return try await answered(send)
    case .meanwhile(let event, let isAfterCommit):
      if !isAfterCommit { world.perform(event) }
      defer { if isAfterCommit { world.perform(event) } }
      return try await answered(send)
    case .killed(let isAfterCommit):
      if isAfterCommit { _ = try? await send() }
      life.kill()
      throw .unknownOutcome(reason: "killed")
    }
  }

  private func answered<Answer>(_ send: () async throws(OrgError) -> Answer) async throws(OrgError) -> Answer {
    clock.withLock { $0 = (Date(timeIntervalSince1970: world.now.timeIntervalSince1970.rounded(.down)), world.now) }
    return try await send()
  }

  /// A batch of which some records fail by themselves and the others are sent.
  private func batch<Item: Sendable>(
    _ name: String, _ kind: Request, _ items: [Item],
    _ send: @escaping @Sendable ([Item]) async throws(OrgError) -> [SaveResult]
  ) async throws(OrgError) -> [SaveResult] {
    let results = try await pass(name, kind, count: items.count) { () async throws(OrgError) in
      try await send(items)
    } failing: {
      (code, bits) async throws(OrgError) in
      let isFailing = items.indices.map { bits >> UInt64($0 % 64) & 1 == 1 }
      let kept = items.indices.filter { !isFailing[$0] }
      var results = kept.isEmpty ? [] : try await send(kept.map { items[$0] })
      return isFailing.map { isFailing in
        isFailing || results.isEmpty ? .failed(RecordError(code: code, message: "fault")) : results.removeFirst()
      }
    }
    for case .failed(let error) in results { world.trace("  \(name): a record is refused, \(error.code)") }
    return results
  }
}

extension FaultyConnection {
  func user() async throws(OrgError) -> OrgUser {
    try await pass("user") { [org] () async throws(OrgError) in try await org.user() }
  }

  func organization() async throws(OrgError) -> Organization {
    try await pass("organization") { [org] () async throws(OrgError) in try await org.organization() }
  }

  func taskAbilities() async throws(OrgError) -> TaskAbilities {
    try await pass("describe") { [org] () async throws(OrgError) in try await org.taskAbilities() }
  }

  func isTaskInUserInterfaceAPI() async throws(OrgError) -> Bool {
    try await pass("object info") { [org] () async throws(OrgError) in try await org.isTaskInUserInterfaceAPI() }
  }

  func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] {
    try await pass("query") { [org] () async throws(OrgError) in try await org.tasks(query) }
  }

  func count(_ query: TaskQuery) async throws(OrgError) -> Int {
    try await pass("count") { [org] () async throws(OrgError) in try await org.count(query) }
  }

  func retrieve(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    try await pass("retrieve") { [org] () async throws(OrgError) in try await org.retrieve(ids, selection) }
  }

  func create(_ tasks: [TaskValues]) async throws(OrgError) -> [SaveResult] {
    try await batch("create", .create, tasks) { [org] (tasks) async throws(OrgError) in try await org.create(tasks) }
  }

  func upsert(_ tasks: [TaskUpsert], by externalIDField: String) async throws(OrgError) -> [SaveResult] {
    try await batch("upsert", .write, tasks) { [org] (tasks) async throws(OrgError) in
      try await org.upsert(tasks, by: externalIDField)
    }
  }

  func create(_ task: TaskValues, idempotencyKey: String) async throws(OrgError) -> SaveResult {
    try await pass("create once", .write) { [org] () async throws(OrgError) in
      try await org.create(task, idempotencyKey: idempotencyKey)
    }
  }

  func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult] {
    try await batch("update", .write, tasks) { [org] (tasks) async throws(OrgError) in try await org.update(tasks) }
  }

  func update(_ task: TaskUpdate, unmodifiedSince instant: Date) async throws(OrgError) -> ConditionalUpdate {
    try await pass("update if unmodified", .write) { [org] () async throws(OrgError) in
      try await org.update(task, unmodifiedSince: instant)
    }
  }

  func delete(_ ids: [String]) async throws(OrgError) -> [SaveResult] {
    try await batch("delete", .write, ids) { [org] (ids) async throws(OrgError) in try await org.delete(ids) }
  }

  func deletedTasks(from start: Date, to end: Date) async throws(OrgError) -> DeletedTasks {
    try await pass("deleted") { [org] () async throws(OrgError) in try await org.deletedTasks(from: start, to: end) }
  }

  func recentRecords() async throws(OrgError) -> [RecentRecord] {
    try await pass("recent") { [org] () async throws(OrgError) in try await org.recentRecords() }
  }

  func records(_ queries: [RecordQuery]) async throws(OrgError) -> [[OrgRecord]?] {
    try await pass("records") { [org] () async throws(OrgError) in try await org.records(queries) }
  }

  func search(_ search: RecordSearch) async throws(OrgError) -> [OrgRecord] {
    try await pass("search") { [org] () async throws(OrgError) in try await org.search(search) }
  }

  /// Nobody listens to it: the simulation hands the events to the loop itself.
  func liveEvents(after place: LivePlace?, ownedBy owner: String?) async -> AsyncStream<LiveEvent> {
    AsyncStream { $0.finish() }
  }

  func retryNow() async {}

  func requestCount() async -> Int { await org.requestCount() }
  func apiUsage() async -> APIUsage? { await org.apiUsage() }

  func serverTime() async -> Date? {
    clock.withLock { clock in clock.map { $0.date.addingTimeInterval(world.now.timeIntervalSince($0.readAt)) } }
  }
}
