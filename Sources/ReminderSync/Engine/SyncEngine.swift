import Foundation
import Logging
package import ReminderStore
package import Reminders
package import Salesforce

/// Keeps one store and one org in agreement, for as long as sync is on.
///
/// It never talks to the screen: it reads intents from the store, writes results to the store, and publishes
/// `statuses`. One cycle runs at a time; whatever happens meanwhile is only noted, and taken up by the next.
package actor SyncEngine {
  private let store: ReminderStore
  private let org: any OrgConnection
  private let environment: SyncEnvironment

  /// What the indicator shows; the newest value is kept for a reader that comes late.
  package nonisolated let statuses: AsyncStream<SyncStatus>
  private nonisolated let statusContinuation: AsyncStream<SyncStatus>.Continuation
  private var status = SyncStatus(state: .offline)

  /// Says that there may be something to do; several signals are one.
  private nonisolated let signals: AsyncStream<Void>
  private nonisolated let signalContinuation: AsyncStream<Void>.Continuation

  private var agenda = SyncAgenda()
  private var cycle: SyncCycle?
  private var backoff = Backoff()
  private var pace = PollingPace()
  private var liveTask: Task<Void, Never>?
  private var timer: Task<Void, Never>?

  package init(store: ReminderStore, org: any OrgConnection, environment: SyncEnvironment) {
    self.store = store
    self.org = org
    self.environment = environment
    (statuses, statusContinuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    (signals, signalContinuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Syncs until the task is cancelled. The caller holds the leader lock of the store.
  package func run() async {
    let needs = Task { [store] in
      for try await need in store.syncNeeds() { self.note { $0.take(need) } }
    }
    for await _ in signals {
      await step()
      scheduleTimer()
    }
    needs.cancel()
    liveTask?.cancel()
    timer?.cancel()
  }

  /// Syncs now, whatever it was waiting for: the user asked.
  package func syncNow() {
    note { $0.userAsked() }
  }

  /// One cycle, without a subscription.
  ///
  /// - Throws: `SyncProblem`.
  package func syncOnce() async throws -> SyncReport {
    do {
      guard try store.syncSettings().isOn else { throw SyncProblem.syncIsOff }
      var report = SyncReport()
      let cycle = try await connect()
      if try !store.syncState().isImported { report += try await importTasks(cycle) }
      let push = try await cycle.push()
      report += push
      report += try await cycle.pull()
      synced()
      publish(.offline)
      report.requests = await org.requestCount()
      return report
    } catch {
      throw SyncProblem(error)
    }
  }

  private func note(_ body: (inout SyncAgenda) -> Void) {
    body(&agenda)
    signalContinuation.yield()
  }

  /// Does all that is due.
  private func step() async {
    guard agenda.isKnown else { return }
    guard agenda.isOn else { return turnOff() }
    guard agenda.isAllowed(at: environment.now()) else { return }
    do {
      let cycle = try await connect()
      if try !store.syncState().isImported { _ = try await importTasks(cycle) }
      // The org can be reached again: a subscription that still waits for that is made anew at once.
      if backoff.isActive, !agenda.isLive { stopListening() }
      listen()
      while let work = agenda.next() { try await carryOut(work, cycle) }
      backoff.reset()
      publishSettled()
    } catch {
      failed(SyncProblem(error))
    }
  }

  private func carryOut(_ work: SyncAgenda.Work, _ cycle: SyncCycle) async throws {
    publish(.syncing)
    do {
      switch work {
      case .push:
        let report = try await cycle.push()
        agenda.holdCreates(until: report.heldUntil?.addingTimeInterval(-(await cycle.serverLead())))
        pace.somethingHappened()
      case .pull:
        let report = try await cycle.pull()
        if report != PullReport() {
          pace.somethingHappened()
        } else if agenda.isPolling {
          pace.nothingHappened()
        }
        agenda.pulled(at: environment.now())
      case .fetch(let ids):
        _ = try await cycle.fetch(ids)
      }
    } catch {
      // Whatever was taken up is due again; a pull finds what a hint named.
      agenda.repeatAll()
      throw error
    }
    synced()
  }

  private func connect() async throws -> SyncCycle {
    if let cycle { return cycle }
    publish(.connecting)
    let cycle = try await SyncCycle.connect(store: store, org: org, environment: environment)
    if try store.syncState().isImported { _ = try await cycle.pullDeletions() }
    let state = try store.syncState()
    status.org = state.org
    status.user = state.user?.name
    status.lastSync = state.lastSync
    self.cycle = cycle
    agenda.repeatAll()
    return cycle
  }

  private func importTasks(_ cycle: SyncCycle) async throws -> PullReport {
    let report = try await cycle.importTasks { done, total in publish(.importing(done: done, total: total)) }
    synced()
    return report
  }

  /// Listens to what the org announces, from the first successful connection on.
  private func listen() {
    guard liveTask == nil else { return }
    liveTask = Task { [org] in
      for await event in await org.liveEvents() { self.note { $0.take(event) } }
    }
  }

  private func stopListening() {
    liveTask?.cancel()
    liveTask = nil
    agenda.stoppedListening()
  }

  private func turnOff() {
    stopListening()
    timer?.cancel()
    cycle = nil
    agenda.forget()
    publish(.off)
  }

  private func failed(_ problem: SyncProblem) {
    environment.logger.warning("sync failed: \(problem.withoutContent)")
    let now = environment.now()
    switch problem {
    case .org(.loginNeeded):
      cycle = nil
      // The subscription ends with the session; the next one needs the next session.
      stopListening()
      agenda.waitForUser()
      publish(.loginNeeded, reason: problem.description)
    case .org(.busy(_, let retryAfter)):
      let until = now.addingTimeInterval(
        backoff.next(retryAfter: retryAfter, random: environment.random()).inSeconds)
      agenda.wait(until: until)
      publish(.waiting(until: until), reason: problem.description)
    default:
      agenda.waitForOrg(until: now.addingTimeInterval(backoff.next(random: environment.random()).inSeconds))
      publish(.offline, reason: problem.description)
    }
  }

  /// Wakes when the next thing is due by time; nothing ticks before.
  private func scheduleTimer() {
    timer?.cancel()
    guard let due = agenda.nextDue(every: pullInterval) else { return }
    timer = sleep(until: due, on: environment.clock)
  }

  private func sleep(until due: Date, on clock: some Clock<Duration>) -> Task<Void, Never> {
    // The clock is read first: should time pass in between, it wakes too early, not too late.
    let start = clock.now
    let deadline = start.advanced(by: .seconds(max(0, due.timeIntervalSince(environment.now()))))
    return Task {
      guard (try? await clock.sleep(until: deadline, tolerance: nil)) != nil else { return }
      let (now, interval) = (environment.now(), pullInterval)
      note { $0.timePassed(at: now, every: interval) }
    }
  }

  private var pullInterval: TimeInterval {
    (agenda.isLive ? PollingPace.whileLive : pace.interval).inSeconds
  }

  private func synced() {
    let now = environment.now()
    status.lastSync = now
    // On the disk to the minute only, so that an idle cycle writes nothing.
    try? store.updateSyncState { state in
      if state.lastSync.map({ now.timeIntervalSince($0) >= 60 }) ?? true { state.lastSync = now }
    }
  }

  private func publishSettled() {
    if agenda.isLive {
      publish(.live)
    } else {
      publish(.polling(every: pace.interval), reason: agenda.whyNotLive)
    }
  }

  private func publish(_ state: SyncStatus.State, reason: String? = nil) {
    status.state = state
    status.reason = reason
    statusContinuation.yield(status)
    // For `status` and other terminals; a moment's work is not worth a write.
    if state == .syncing || state == .connecting { return }
    try? store.updateSyncState { stored in
      stored.statusName = state.name
      stored.statusReason = reason
    }
  }
}

extension SyncReport {
  fileprivate static func += (left: inout SyncReport, right: PullReport) {
    left.pulled += right.pulled
    left.deleted += right.deleted
    left.conflicts += right.conflicts
  }

  fileprivate static func += (left: inout SyncReport, right: PushReport) {
    left.pushed += right.pushed
    left.refused += right.refused
    left += right.pull
  }
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
