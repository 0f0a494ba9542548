import Foundation
import Logging
import ReminderStore
import Reminders
import Salesforce

/// What a push did.
struct PushReport {
  var pushed = 0
  var refused = 0
  /// What the rows read before the push changed here.
  var pull = PullReport()
  /// Creates whose outcome is not known are not sent again before this instant of the server's clock.
  var heldUntil: Date?
}

extension SyncCycle {
  /// Sends what was created, changed and deleted here, each record settled by its own result.
  func push() async throws -> PushReport {
    var report = PushReport()
    var items = try store.pushItems()
    guard !items.isEmpty else { return report }
    try await resolveAttempts(items.compactMap(\.openCreate?.startedAt), &report)
    // The current rows are read first, so that a change there is merged, not overwritten unseen.
    report.pull += try await fetch(items.compactMap(\.salesforceID))
    items = try store.pushItems()
    let settings = try store.syncSettings()
    var creates: [(ReminderID, PushedValues, TaskValues)] = []
    var updates: [(ReminderID, String, PushedValues, TaskValues)] = []
    var deletes: [(ReminderID, String, PushedValues)] = []
    var agreed: [PushSettlement] = []
    for item in items {
      switch PushStep(item, settings) {
      case .create(let pushed, let values):
        if let openCreate = item.openCreate {
          let until = openCreate.startedAt.addingTimeInterval(PushAttempt.mayCommitFor)
          report.heldUntil = min(report.heldUntil ?? until, until)
        } else {
          creates.append((item.id, pushed, values))
        }
      case .update(let salesforceID, let pushed, let values): updates.append((item.id, salesforceID, pushed, values))
      case .delete(let salesforceID, let pushed): deletes.append((item.id, salesforceID, pushed))
      case .agree(let pushed): agreed.append(.agreed(item.id, pushed))
      case .nothing: continue
      }
    }
    try store.settle(agreed, at: await serverTime())
    for batch in updates.batches(of: Self.batchSize) { try await send(updates: batch, &report) }
    for batch in creates.batches(of: Self.batchSize) { try await send(creates: batch, &report) }
    for batch in deletes.batches(of: Self.batchSize) { try await send(deletes: batch, &report) }
    return report
  }

  /// Looks among the user's own tasks for those that creates of unknown outcome made; what is not found after the hold
  /// was never made and may be sent again.
  private func resolveAttempts(_ attempts: [Date], _ report: inout PushReport) async throws {
    guard let first = attempts.min() else { return }
    let context = try await pullContext()
    var pull = PullReport()
    try await forEachPage(of: PullQuery.creations(by: user.id, since: first)) { page, _ in
      pull += try store.absorb(page, context)
    }
    report.pull += pull
    let serverTime = await serverTime()
    let settled = try store.pushItems()
      .filter { item in
        item.openCreate.map { $0.startedAt.addingTimeInterval(PushAttempt.mayCommitFor) <= serverTime } ?? false
      }
    for item in settled { environment.logger.info("create \(item.id.rawValue) was never made: sending it again") }
    try store.settle(settled.map { .notSent($0.id) }, at: serverTime)
  }

  private func send(
    creates batch: [(id: ReminderID, pushed: PushedValues, values: TaskValues)], _ report: inout PushReport
  ) async throws {
    try store.beginAttempts(batch.map { PushAttempt(.create, of: $0.id, $0.pushed) }, at: await serverTime())
    let results: [SaveResult]
    do throws(OrgError) {
      results = try await org.create(batch.map(\.values))
    } catch {
      switch error {
      case .unknownOutcome, .invalidAnswer: break
      case .unreachable, .busy, .refused, .loginNeeded:
        try store.settle(batch.map { .notSent($0.id) }, at: await serverTime())
      }
      throw error
    }
    try await settle(zip(batch, results).map { push, result in (push.id, push.pushed, result) }, &report) { push, id in
      .created(push.id, salesforceID: id, push.pushed)
    }
  }

  private func send(
    updates batch: [(id: ReminderID, salesforceID: String, pushed: PushedValues, values: TaskValues)],
    _ report: inout PushReport
  ) async throws {
    let results = try await org.update(batch.map { TaskUpdate(id: $0.salesforceID, values: $0.values) })
    try await settle(zip(batch, results).map { push, result in (push.id, push.pushed, result) }, &report) { push, _ in
      .updated(push.id, push.pushed)
    }
    let gone = zip(batch, results).filter { $1.failure?.code == "ENTITY_IS_DELETED" }.map(\.0.salesforceID)
    report.pull += try store.absorbDeletions(gone, try await pullContext())
  }

  private func send(
    deletes batch: [(id: ReminderID, salesforceID: String, pushed: PushedValues)], _ report: inout PushReport
  ) async throws {
    let results = try await org.delete(batch.map(\.salesforceID))
    // What is gone already is deleted as the user wanted.
    let goneCodes: Set = ["ENTITY_IS_DELETED", "NOT_FOUND", "INVALID_CROSS_REFERENCE_KEY"]
    let pushes = zip(batch, results)
      .map { push, result in
        let isGone = goneCodes.contains(result.failure?.code ?? "")
        return (push.id, push.pushed, isGone ? .saved(id: push.salesforceID) : result)
      }
    try await settle(pushes, &report) { push, _ in .deleted(push.id) }
  }

  /// Writes down each record's own result; what only met a lock or a limit stays to be pushed.
  private func settle(
    _ pushes: [(id: ReminderID, pushed: PushedValues, result: SaveResult)], _ report: inout PushReport,
    saved: ((id: ReminderID, pushed: PushedValues), String) -> PushSettlement
  ) async throws {
    var settlements: [PushSettlement] = []
    var passing: RecordError?
    for push in pushes {
      switch push.result {
      case .saved(let id):
        settlements.append(saved((push.id, push.pushed), id))
        report.pushed += 1
      case .failed(let error) where error.isPassing:
        settlements.append(.notSent(push.id))
        passing = error
      case .failed(let error):
        settlements.append(.refused(push.id, Refusal(code: error.code, message: error.message), push.pushed))
        report.refused += 1
        environment.logger.warning("Salesforce refused \(push.id.rawValue): \(error.code)")
      }
    }
    try store.settle(settlements, at: await serverTime())
    if let passing { throw OrgError.busy(code: passing.code, retryAfter: nil) }
  }
}

extension SaveResult {
  fileprivate var failure: RecordError? {
    guard case .failed(let error) = self else { return nil }
    return error
  }
}

extension RecordError {
  /// Whether the same record may be accepted a moment later.
  fileprivate var isPassing: Bool {
    ["UNABLE_TO_LOCK_ROW", "QUERY_TIMEOUT", "SERVER_UNAVAILABLE", "REQUEST_LIMIT_EXCEEDED"].contains(code)
  }
}
