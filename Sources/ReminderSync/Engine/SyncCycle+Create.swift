import Foundation
import Log
import Logging
import ReminderStore
import Reminders
import Salesforce

/// Creates, each exactly once (sync-rules.md §3).
extension SyncCycle {
  /// Whether a create of unknown outcome can be sent again just as it was, because the org may know it by its key.
  func canRepeat(_ open: OpenCreate) -> Bool {
    switch (createWay, open.key) {
    case (.externalID, .externalID), (.idempotencyKey, .idempotencyKey): true
    default: false
    }
  }

  /// Whether the org is sure to know the key still; else the task is looked for before.
  private func isKeyKept(_ open: OpenCreate, at serverTime: Date) -> Bool {
    createWay.externalIDField != nil
      || serverTime.timeIntervalSince(open.firstStartedAt) < CreateWay.keyIsKeptFor
  }

  /// Looks for the tasks that creates of unknown outcome may have made; what is not found after the hold was never made
  /// and may be sent as if it were new.
  func lookForCreated(_ items: [PushItem], _ report: inout PushReport) async throws {
    let serverTime = await serverTime()
    let open = items.filter { $0.openCreate != nil }
    let keys = createWay.externalIDField == nil ? [] : open.compactMap(\.openCreate?.key?.externalID)
    try await lookByExternalID(keys, &report)
    // A repeat by key needs no search; what was deleted here meanwhile is not repeated, so it has to be found.
    let searched = open.filter { item in
      guard let create = item.openCreate else { return false }
      let isFoundByKey = create.key?.externalID.map(keys.contains) ?? false
      return !isFoundByKey && (item.isDeleted || !canRepeat(create) || !isKeyKept(create, at: serverTime))
    }
    if let first = searched.compactMap(\.openCreate?.firstStartedAt).min() {
      let context = try await pullContext()
      try await forEachPage(of: PullQuery.creations(by: user.id, since: first)) { page, _ in
        report.pull += try store.absorb(page, context)
      }
    }
    let never = try store.pushItems()
      .filter { item in
        guard let create = item.openCreate else { return false }
        // What belongs to others is seen by no search, but met by its key: it is sent again just as it was, so that it is
        // known what is there then.
        return create.mayCommitUntil <= serverTime && (item.isDeleted || !canRepeat(create))
      }
      .filter { item in
        searched.contains { $0.id == item.id } || item.openCreate?.key?.externalID.map(keys.contains) ?? false
      }
    for item in never {
      environment.logger.info("create never happened: sent again", metadata: ["task": .shown(item.id.rawValue)])
    }
    try store.settle(never.map { .neverCreated($0.id) }, at: serverTime)
  }

  private func lookByExternalID(_ keys: [String], _ report: inout PushReport) async throws {
    guard let field = createWay.externalIDField else { return }
    for batch in keys.batches(of: Self.batchSize) {
      let context = try await pullContext()
      try await forEachPage(of: PullQuery.tasks(batch, by: field)) { page, _ in
        report.pull += try store.absorb(page, context)
      }
    }
  }

  /// Creates tasks in the way that the org offers.
  func create(_ creates: [PushPlan.Create], _ report: inout PushReport) async throws {
    switch createWay {
    case .externalID(let field):
      for batch in creates.batches(of: Self.batchSize) {
        try await sendDividing(batch, &report) { batch, report in
          try await send(batch, key: { .externalID($0.key) }, &report) { batch throws(OrgError) in
            try await org.upsert(batch.map { TaskUpsert(externalID: $0.key, values: $0.values) }, by: field)
              .map { $0.asFound(by: field) }
          }
        }
      }
    case .idempotencyKey:
      let new = creates.filter { !$0.isRepeated }
      let isMany = new.count > CreateWay.mostByKey
      try await createByKey(isMany ? creates.filter(\.isRepeated) : creates, &report)
      if isMany { try await createTogether(new, &report) }
    case .search: try await createTogether(creates, &report)
    }
  }

  /// One by one; one that gets no answer does not hold up the others. Where the org turns out not to take keys, the
  /// rest goes together, now and from now on.
  private func createByKey(_ creates: [PushPlan.Create], _ report: inout PushReport) async throws {
    for (index, create) in creates.enumerated() {
      do {
        try await send([create], key: { .idempotencyKey($0.key) }, &report) { _ throws(OrgError) in
          [try await org.create(create.values, idempotencyKey: create.key)]
        }
      } catch let error as OrgError {
        switch error {
        case .unknownOutcome, .invalidAnswer: report.problem = error
        case .refused(let reason):
          environment.logger.warning("no Idempotency-Key in this org", metadata: ["code": .shown(reason.code)])
          report.createWay = .search
          try await createTogether(creates[index...].filter { !$0.isRepeated }, &report)
          return
        case .unreachable, .busy, .loginNeeded: throw error
        }
      }
    }
  }

  /// Many at once; those of which no answer comes are looked for.
  private func createTogether(_ creates: [PushPlan.Create], _ report: inout PushReport) async throws {
    for batch in creates.batches(of: Self.batchSize) {
      try await sendDividing(batch, &report) { batch, report in
        try await send(batch, key: { _ in nil }, &report) { batch throws(OrgError) in
          try await org.create(batch.map(\.values))
        }
      }
    }
  }

  private func send(
    _ planned: [PushPlan.Create], key: (PushPlan.Create) -> CreateKey?, _ report: inout PushReport,
    _ request: ([PushPlan.Create]) async throws(OrgError) -> [SaveResult]
  ) async throws {
    let batch = try await begin(planned) { PushAttempt(.create, of: $0.id, $0.pushed, key: key($0)) }
    guard !batch.isEmpty else { return }
    let results = try await sending(batch.map(\.id)) { () throws(OrgError) in try await request(batch) }
    try await settle(zip(batch, results).map { ($0.id, $0.pushed, $1) }, &report) { push, id in
      .created(push.id, salesforceID: id, push.pushed)
    }
  }
}

extension SaveResult {
  /// The result of an upsert: what it may not see, or did not see yet, is there all the same.
  fileprivate func asFound(by field: String) -> SaveResult {
    failure?.recordWithSameValue(of: field).map { .saved(id: $0) } ?? self
  }
}
