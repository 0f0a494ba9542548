import Foundation
import Log
import Logging
package import ReminderStore
package import Reminders
package import Salesforce

/// Keeps one store and one org in agreement, for as long as sync is on.
///
/// It never talks to the screen: it reads intents from the store, writes results to the store, and publishes
/// `statuses`. What it does is `SyncLoop`; here is only what wakes it: the store, the org's announcements, the time and
/// the user.
package actor SyncEngine {
  private let store: ReminderStore
  private let org: any OrgConnection
  private let environment: SyncEnvironment
  private let loop: SyncLoop

  /// What the indicator shows; the newest value is kept for a reader that comes late.
  package nonisolated let statuses: AsyncStream<SyncStatus>

  /// Says that there may be something to do; several signals are one.
  private nonisolated let signals: AsyncStream<Void>
  private nonisolated let signalContinuation: AsyncStream<Void>.Continuation

  private var listener: (subscription: SyncLoop.Subscription, task: Task<Void, Never>)?
  /// What will wake it, and when.
  private var timers: [(due: Date, task: Task<Void, Never>)] = []

  package init(store: ReminderStore, org: any OrgConnection, environment: SyncEnvironment) {
    self.store = store
    self.org = org
    self.environment = environment
    let (statuses, continuation) = AsyncStream.makeStream(of: SyncStatus.self, bufferingPolicy: .bufferingNewest(1))
    self.statuses = statuses
    loop = SyncLoop(store: store, org: org, environment: environment) { continuation.yield($0) }
    (signals, signalContinuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Syncs until the task is cancelled.
  ///
  /// - Parameter lock: the right to sync the store, which also keeps what is too little for a transaction; `nil` where
  ///   nobody else can want it.
  package func run(holding lock: LeaderLock? = nil) async {
    loop.livePlace = lock?.livePlace
    loop.noteSync(at: lock?.lastSync)
    let needs = Task { [store, environment] in
      // A store that could not be read for a moment is looked at again.
      while !Task.isCancelled {
        do {
          for try await need in store.syncNeeds() { self.note { $0.take(need) } }
        } catch {
          environment.logger.error(
            "the store cannot be observed", metadata: ["reason": .shown(SyncProblem(error).outline)])
        }
        try? await environment.clock.sleep(for: .seconds(1))
      }
    }
    let returns = Task { [org, environment] in
      for await _ in environment.connectivity() {
        await org.retryNow()
        self.note { $0.connectivityReturned() }
      }
    }
    for await _ in signals {
      await loop.step()
      lock?.note(loop.status, livePlace: loop.livePlace)
      listen()
      scheduleTimer()
    }
    needs.cancel()
    returns.cancel()
    listener?.task.cancel()
    for timer in timers { timer.task.cancel() }
    await org.signOff()
  }

  /// Syncs now, whatever it was waiting for: the user asked.
  package func syncNow() {
    note { $0.userAsked() }
  }

  /// What the indicator shows now.
  package var status: SyncStatus { loop.status }

  /// One cycle, without a subscription.
  ///
  /// - Throws: `SyncProblem`.
  package func syncOnce() async throws -> SyncReport { try await loop.syncOnce() }

  private func note(_ body: (SyncLoop) -> Void) {
    body(loop)
    signalContinuation.yield()
  }

  /// Listens to what the org announces as long as the loop wants it.
  private func listen() {
    guard loop.subscription != listener?.subscription else { return }
    listener?.task.cancel()
    listener = loop.subscription.map { subscription in
      let task = Task { [org] in
        for await event in await org.liveEvents(after: self.loop.livePlace, ownedBy: subscription.owner) {
          guard self.loop.subscription == subscription else { return }
          self.note { $0.take(event) }
        }
      }
      return (subscription, task)
    }
  }

  /// Wakes when the next thing is due by time; nothing ticks before.
  ///
  /// One that is not needed any more may wake for nothing, as a sleep that is cancelled keeps its timer and its task until
  /// it would have ended: a new one for each change would leave thousands.
  private func scheduleTimer() {
    guard let due = loop.nextDue else { return }
    let now = environment.now()
    // One that should have woken already has been left behind by a clock that was set.
    guard !timers.contains(where: { $0.due > now && $0.due <= due }) else { return }
    timers.append((due, sleep(until: due, on: environment.clock)))
  }

  private func sleep(until due: Date, on clock: some Clock<Duration>) -> Task<Void, Never> {
    // The clock is read first: should time pass in between, it wakes too early, not too late.
    let start = clock.now
    let deadline = start.advanced(by: .seconds(max(0, due.timeIntervalSince(environment.now()))))
    return Task {
      guard (try? await clock.sleep(until: deadline, tolerance: nil)) != nil else { return }
      timers.removeAll { $0.due == due }
      note { $0.timePassed() }
    }
  }
}
