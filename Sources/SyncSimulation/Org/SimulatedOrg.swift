package import Foundation
import Localization
package import OrgModel
package import Salesforce
import Synchronization

/// The simulated org without HTTP: what the sync asks goes straight to the model, and no call ever suspends.
///
/// It keeps a log of every change that was committed, by whomever, so that an observer can judge what the sync did.
package final class SimulatedOrg: OrgConnection {
  struct Content: Sendable {
    var org: Org
    var now: Date
    /// Who is logged in.
    var session: RecordID
    var createsIdempotently = false
    /// What each idempotency key was answered.
    var answers: [String: Answer] = [:]
    var requests: [String] = []
    /// How many API calls others have made today.
    var callsOfOthers = 0
    var fault: Fault?
    var log: [OrgChange] = []
    var lastEvent: Int
  }

  /// The task that was made under an idempotency key.
  struct Answer: Sendable {
    let values: TaskValues
    let id: String
    let at: Date
  }

  /// What happens to the next request of a kind.
  package struct Fault: Sendable {
    package enum Moment: Sendable {
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

  package static let organizationID = "00D000000000001AAA"
  /// What the changes that the sync makes say of where they come from.
  static let origin = "command-center"

  package let user: RecordID
  package let colleague: RecordID
  package let manager: RecordID
  private let content: Mutex<Content>
  private let feeds = Mutex<[AsyncStream<LiveEvent>.Continuation]>([])

  package convenience init(now: Date) { self.init(Self.withoutTasks(now: now), now: now) }

  /// An org of a rep and his colleagues, in which nobody has a task yet.
  static func withoutTasks(now: Date) -> Org { Org.demo(tasks: 0, seed: 1, now: now, timeZone: .gmt) }

  init(_ org: Org, now: Date) {
    let members = [DemoUser.rep, .colleague, .manager].compactMap { $0.id(in: org) }
    (user, colleague, manager) = (members[0], members[1], members[2])
    content = Mutex(Content(org: org, now: now, session: members[0], lastEvent: org.lastReplayID))
  }

  /// Looks at the org or changes it, as somebody there does.
  package func change<Value: Sendable>(_ body: (inout Org, Date) throws -> Value) rethrows -> Value {
    try content.withLock { content in
      defer { content.noteChanges() }
      return try body(&content.org, content.now)
    }
  }

  package var now: Date { content.withLock { $0.now } }

  package func advance(by seconds: TimeInterval) { content.withLock { $0.now += seconds } }

  /// Lets the time be an instant, exactly; it never goes back.
  func move(to instant: Date) { content.withLock { $0.now = max($0.now, instant) } }

  package func failNext(_ kind: String, _ moment: Fault.Moment) {
    content.withLock { $0.fault = Fault(kind: kind, moment: moment) }
  }

  /// The kinds of the requests so far.
  package var requests: [String] { content.withLock { $0.requests } }

  package func announce(_ event: LiveEvent) { feeds.withLock { $0.forEach { $0.yield(event) } } }

  /// What was committed so far, in its order.
  package var log: [OrgChange] { content.withLock { $0.log } }

  /// Who is logged in.
  package var session: RecordID {
    get { content.withLock { $0.session } }
    set { content.withLock { $0.session = newValue } }
  }

  /// How many of the org's 15,000 API calls of a day others have made.
  package var callsOfOthers: Int {
    get { content.withLock { $0.callsOfOthers } }
    set { content.withLock { $0.callsOfOthers = newValue } }
  }

  /// Whether creates may come with an idempotency key.
  package var createsIdempotently: Bool {
    get { content.withLock { $0.createsIdempotently } }
    set { content.withLock { $0.createsIdempotently = newValue } }
  }

  /// Removes a task for good; no event tells of it.
  func purge(_ id: RecordID) {
    content.withLock { content in
      guard let record = content.org.find(id) else { return }
      content.log.append(OrgChange(purging: record, at: content.now))
      content.org.purge(id)
    }
  }

  /// Answers one request, with the fault that was put in its way.
  func answer<Value: Sendable>(
    _ kind: String, _ body: (inout Content) throws(APIError) -> Value
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
      defer { content.noteChanges() }
      return Result { () throws(APIError) in try body(&content) }
    }
    if case .after = fault?.moment { throw .unknownOutcome(reason: "fault") }
    if case .meanwhile(let body) = fault?.moment { try? body() }
    do throws(APIError) {
      return try result.get()
    } catch {
      throw .refused(RecordError(error))
    }
  }

  package func liveEvents(after place: LivePlace?, ownedBy owner: String?) async -> AsyncStream<LiveEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: LiveEvent.self)
    feeds.withLock { $0.append(continuation) }
    continuation.yield(.subscribed(LiveSubscription(.changeEvents)))
    return stream
  }

  package func retryNow() async {}

  package func requestCount() async -> Int { requests.count }
  package func apiUsage() async -> APIUsage? { APIUsage(used: requests.count + callsOfOthers, limit: 15_000) }
  package func serverTime() async -> Date? { now }
}

extension SimulatedOrg.Content {
  /// Adds to the log what was committed since the last time.
  mutating func noteChanges() {
    guard org.lastReplayID != lastEvent else { return }
    log += org.events(after: lastEvent).filter { $0.record.definition.name == "Task" }.map { OrgChange($0) }
    lastEvent = org.lastReplayID
  }
}

extension RecordError {
  init(_ error: APIError) { self.init(code: error.code.rawValue, message: error.message, fields: error.fields) }
}
