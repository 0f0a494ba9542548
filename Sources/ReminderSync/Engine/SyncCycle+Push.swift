import Foundation
import Log
import Logging
import ReminderStore
import Reminders
import Salesforce

extension SyncCycle {
  /// Sends what was created, changed and deleted here, each record settled by its own result (sync-rules.md §3).
  ///
  /// What was edited while it was sent, or since a create that was sent again just as it was, is sent at once too, also
  /// where that create is refused now.
  ///
  /// - Parameter report: takes what was done, also of a push that fails on the way.
  func push(_ report: inout PushReport) async throws {
    for _ in 1...Self.pushRounds {
      let before = (report.pushed, report.refused)
      try await pushOnce(&report)
      if (report.pushed, report.refused) == before { break }
    }
  }

  private static let pushRounds = 3

  private func pushOnce(_ report: inout PushReport) async throws {
    var items = try store.pushItems()
    guard !items.isEmpty else { return }
    if items.contains(where: { $0.openCreate != nil }) {
      try await lookForCreated(items, &report)
      items = try store.pushItems()
    }
    var plan = try plan(for: items)
    if plan.updates.count == 1, plan.deletes.isEmpty {
      try await sendConditionally(plan.updates[0], &report)
      plan = try self.plan(for: try store.pushItems())
    } else if !plan.updates.isEmpty || !plan.deletes.isEmpty {
      // The current rows are read first, so that a change there is merged, not overwritten unseen.
      let ids = plan.updates.map(\.salesforceID) + plan.deletes.map(\.salesforceID)
      let missing = try await readCurrent(ids, &report.pull)
      report.pull += try await resolveAbsent(missing)
      plan = try self.plan(for: try store.pushItems())
      for batch in plan.updates.batches(of: Self.batchSize) { try await sendDividing(batch, &report, by: send) }
    }
    // A merge on the way may have left only what Salesforce does not take.
    try store.settle(plan.unsent, at: await serverTime())
    for case .kept(let item, let refusal) in plan.unsent {
      environment.logger.info("stays here", metadata: ["task": .shown(item.id.rawValue), "code": .shown(refusal.code)])
    }
    try await create(plan.creates, &report)
    for batch in plan.deletes.batches(of: Self.batchSize) { try await sendDividing(batch, &report, by: send) }
    // Whatever a create of unknown outcome waits for, it is looked after again when it can commit no more.
    guard !plan.creates.isEmpty || items.contains(where: { $0.openCreate != nil }) else { return }
    let now = await serverTime()
    for open in try store.pushItems().compactMap(\.openCreate) where open.mayCommitUntil > now {
      report.hold(until: open.mayCommitUntil)
    }
  }

  private func plan(for items: [PushItem]) throws -> PushPlan {
    PushPlan(items, try store.syncSettings(), rights, repeatable: canRepeat)
  }

  // MARK: - Updates

  /// Changes one task on the condition that nobody else changed it since it was last read; else it is read, merged and
  /// tried again.
  private func sendConditionally(_ first: PushPlan.Update, _ report: inout PushReport) async throws {
    var next: PushPlan.Update? = first
    for _ in 1...Self.conditionalTries {
      guard let update = next else { return }
      let leaving = try store.beginAttempts(
        [PushAttempt(.update, of: update.id, update.pushed)], at: await serverTime())
      guard leaving.contains(update.id) else { return }
      let result = try await sending([update.id]) { () throws(OrgError) in
        try await org.update(
          TaskUpdate(id: update.salesforceID, values: update.values), unmodifiedSince: update.modifiedAt)
      }
      switch result {
      case .saved: return try await settle([(update.id, update.pushed, .saved(id: update.salesforceID))], &report)
      case .failed(let error): return try await settleUpdates([(update, .failed(error))], &report)
      case .changedMeanwhile:
        try store.settle([.notSent(update.id)], at: await serverTime())
        report.pull += try await fetch([update.salesforceID])
        next = try plan(for: try store.pushItems()).updates.first { $0.id == update.id }
      }
    }
    report.problem = .busy(code: "CHANGED_MEANWHILE", retryAfter: nil)
  }

  /// Somebody who changes a task again and again gets the better of us only for a moment.
  private static let conditionalTries = 3

  private func send(_ planned: [PushPlan.Update], _ report: inout PushReport) async throws {
    let batch = try await begin(planned) { PushAttempt(.update, of: $0.id, $0.pushed) }
    guard !batch.isEmpty else { return }
    let results = try await sending(batch.map(\.id)) { () throws(OrgError) in
      try await org.update(batch.map { TaskUpdate(id: $0.salesforceID, values: $0.values) })
    }
    try await settleUpdates(Array(zip(batch, results)), &report)
  }

  private func settleUpdates(
    _ updates: [(update: PushPlan.Update, result: SaveResult)], _ report: inout PushReport
  ) async throws {
    try await settle(updates.map { ($0.update.id, $0.update.pushed, $0.result) }, &report)
    // It was deleted or given away between the reading and the writing.
    let lost = updates.filter { $0.result.failure?.saysGone ?? false }.map(\.update.salesforceID)
    if !lost.isEmpty { report.pull += try await fetch(lost) }
  }

  // MARK: - Deletes

  private func send(_ planned: [PushPlan.Delete], _ report: inout PushReport) async throws {
    let batch = try await begin(planned) { PushAttempt(.delete, of: $0.id, $0.pushed) }
    guard !batch.isEmpty else { return }
    let results = try await sending(batch.map(\.id)) { () throws(OrgError) in
      try await org.delete(batch.map(\.salesforceID))
    }
    // What is gone already is deleted as the user wanted.
    let pushes = zip(batch, results)
      .map { delete, result in
        (delete.id, delete.pushed, result.failure?.saysGone ?? false ? .saved(id: delete.salesforceID) : result)
      }
    try await settle(pushes, &report) { push, _ in .deleted(push.id) }
  }

  // MARK: - Settling

  /// Sends a batch so that none of it holds up the others: where the org refuses the request as a whole, its halves are
  /// sent; where no answer comes, the rest goes on, and the problem is told at the end.
  func sendDividing<Push: PlannedPush>(
    _ batch: [Push], _ report: inout PushReport, by send: ([Push], inout PushReport) async throws -> Void
  ) async throws {
    do {
      try await send(batch, &report)
    } catch let error as OrgError {
      switch error {
      case .unreachable, .busy, .loginNeeded: throw error
      case .unknownOutcome, .invalidAnswer: report.problem = error
      case .refused(let reason):
        guard !reason.isAboutOrg else { throw error }
        if batch.count == 1, let push = batch.first {
          try await settle([(push.id, push.pushed, .failed(reason))], &report)
        } else {
          let middle = batch.count / 2
          for half in [Array(batch[..<middle]), Array(batch[middle...])] {
            try await sendDividing(half, &report, by: send)
          }
        }
      }
    }
  }

  /// Writes down what is about to leave.
  ///
  /// - Returns: what may leave; the user may have taken back the rest since it was planned.
  func begin<Push: PlannedPush>(_ planned: [Push], _ attempt: (Push) -> PushAttempt) async throws -> [Push] {
    let leaving = try store.beginAttempts(planned.map(attempt), at: await serverTime())
    return planned.filter { leaving.contains($0.id) }
  }

  /// Sends; what certainly did not happen is written down as not sent, what may have happened stays in the journal.
  func sending<Answer>(
    _ ids: [ReminderID], _ request: () async throws(OrgError) -> Answer
  ) async throws -> Answer {
    do throws(OrgError) {
      return try await request()
    } catch {
      switch error {
      case .unknownOutcome, .invalidAnswer: break
      case .unreachable, .busy, .refused, .loginNeeded:
        try store.settle(ids.map { .notSent($0) }, at: await serverTime())
      }
      throw error
    }
  }

  /// Writes down each record's own result; what only met a lock or a limit stays to be pushed.
  func settle(
    _ pushes: [(id: ReminderID, pushed: PushedValues, result: SaveResult)], _ report: inout PushReport,
    saved: ((id: ReminderID, pushed: PushedValues), String) -> PushSettlement = { push, _ in
      .updated(push.id, push.pushed)
    }
  ) async throws {
    var settlements: [PushSettlement] = []
    for push in pushes {
      switch push.result {
      case .saved(let id):
        settlements.append(saved((push.id, push.pushed), id))
        report.pushed += 1
      case .failed(let error) where error.isPassing:
        settlements.append(.notSent(push.id))
        report.problem = .busy(code: error.code, retryAfter: nil)
      case .failed(let error):
        settlements.append(.refused(push.id, Refusal(code: error.code, message: error.message), push.pushed))
        report.refused += 1
        if error.saysFactsChanged { report.areFactsOutdated = true }
        environment.logger.warning(
          "refused",
          metadata: [
            "task": .shown(push.id.rawValue), "code": .shown(error.code), "message": .text(error.reason),
            "fields": .shown(error.fields.joined(separator: " ")),
          ])
      }
    }
    try store.settle(settlements, at: await serverTime())
  }
}

extension SaveResult {
  var failure: RecordError? {
    guard case .failed(let error) = self else { return nil }
    return error
  }
}

extension RecordError {
  /// Whether what the org told at connection may no longer be so: the rights of the user, the fields, the values.
  var saysFactsChanged: Bool {
    Refusal.codesOfRights.contains(code) || ["INVALID_FIELD", Refusal.codeOfUnknownValue].contains(code)
  }

  /// Whether a request was refused for what the org or the user is, not for what was in it.
  fileprivate var isAboutOrg: Bool {
    code.hasPrefix("HTTP ") && code != "HTTP 413" || Self.codesAboutOrg.contains(code)
  }

  private static let codesAboutOrg: Set<String> = [
    "API_DISABLED_FOR_ORG", "API_CURRENTLY_DISABLED", "INVALID_SESSION_ID", "INVALID_TYPE", "NOT_FOUND",
    "METHOD_NOT_ALLOWED", "FUNCTIONALITY_NOT_ENABLED", "UNSUPPORTED_API_VERSION", "INSUFFICIENT_ACCESS",
  ]

  /// Whether the record itself may be gone, or out of this user's sight.
  fileprivate var saysGone: Bool {
    ["ENTITY_IS_DELETED", "NOT_FOUND", "INVALID_CROSS_REFERENCE_KEY"].contains(code) && fields.isEmpty
  }
}
