package import Foundation
import Localization
import Log
import Logging
package import ReminderStore
package import Reminders
package import Salesforce

/// What the sync does, one step at a time: no thread, no timer and no stream of its own.
///
/// `SyncEngine` drives it in the program, and the simulation in the tests, where every request returns at once: so one
/// seed orders everything that happens. Whatever happens while a step waits for an answer is only noted, and taken up
/// by the next.
package final class SyncLoop {
  private let store: any SyncStore
  let org: any OrgConnection
  let environment: SyncEnvironment
  private let published: PublishedStatus
  private var agenda = SyncAgenda()
  private var cycle: SyncCycle?
  private var backoff = Backoff()
  private var pace = PollingPace()
  private var budget = APIBudget(nil) { didSet { published.callsUsed = budget.callsUsed } }
  /// The name of the state that the log has last.
  var loggedState = ""
  /// What part of a push met; it is told when all else is done.
  private var pushProblem: OrgError?

  /// Up to where what was announced has been taken up, so that it is in the store.
  package var livePlace: LivePlace?
  /// Up to where announcements have been heard.
  private var heardPlace: LivePlace?

  /// Whether the announcements of the org are to be listened to now; a change asks for a new subscription.
  package private(set) var subscription: Subscription?

  /// A subscription that is wanted; another number is another one.
  package struct Subscription: Hashable, Sendable {
    let number: Int
    /// Whose tasks are to be announced; `nil` for all that the user sees.
    let owner: String?
  }

  private var subscriptionCount = 0

  /// - Parameter onStatus: called with what the indicator is to show, whenever it changes.
  package init(
    store: any SyncStore, org: any OrgConnection, environment: SyncEnvironment,
    onStatus: @escaping (SyncStatus) -> Void
  ) {
    self.store = store
    self.org = org
    self.environment = environment
    published = PublishedStatus(store: store, onStatus: onStatus)
    // Whose tasks these are, and of when, is known also before the org is reached.
    guard let state = try? store.syncState() else { return }
    published.noteOrg(state)
    published.noteSync(at: state.lastSync)
  }

  /// When an earlier program synced last, which the store need not know.
  package func noteSync(at instant: Date?) { published.noteSync(at: instant) }

  /// What the indicator shows now.
  package var status: SyncStatus { published.status }

  // MARK: - What happens

  /// The store has something new to push, or a setting changed.
  package func take(_ need: SyncNeed) {
    // What was found at connection depends on the settings and on who is logged in.
    if agenda.asksForNewConnection(need) { cycle = nil }
    if agenda.asksForNewSubscription(need) { stopListening() }
    agenda.take(need)
  }

  /// The org announced something.
  package func take(_ event: LiveEvent) {
    switch event {
    case .changed(let announced): return agenda.take(concerning(announced))
    case .reached(let place): heardPlace = place
    case .subscribed(let subscription):
      pace.somethingHappened()
      published.noteLive(subscription)
    case .unavailable(let reason): published.noteNotLive(reason)
    case .interrupted:
      published.noteInterruption()
      agenda.liveBroke(at: environment.now())
    case .missed: break
    }
    agenda.take(event)
  }

  /// What of an announcement concerns this store: the org tells of everybody's tasks that this user sees.
  ///
  /// That is a task of the user's, or one that is linked here, whoever has it now. Of a change that does not say whose the
  /// task is, nothing else can be known: if it is newly the user's, the next pull finds it.
  private func concerning(_ announced: [Announcement]) -> LiveEvent {
    do {
      let user = try store.syncState().user
      let others = announced.filter { $0.owner == nil || $0.owner != user?.id }
      let known = try Set(store.known(among: others.map(\.id)))
      return .changed(announced.filter { known.contains($0.id) || $0.owner != nil && $0.owner == user?.id })
    } catch {
      return .missed
    }
  }

  /// The user wants it now, whatever it was waiting for: also what is announced, where that was not permitted.
  package func userAsked() {
    if agenda.isUnavailable { stopListening() }
    agenda.userAsked()
  }

  /// The network is back, or the machine was asleep.
  package func connectivityReturned() {
    if agenda.endPauseForOrg() { backoff.reset() }
    timePassed()
  }

  /// Takes up what is due by now.
  package func timePassed() { agenda.timePassed(at: environment.now(), every: pullInterval) }

  /// When the next thing is due by time; `nil` if nothing is.
  package var nextDue: Date? { agenda.nextDue(every: pullInterval) }

  // MARK: - What it does

  /// Does all that is due.
  package func step() async {
    guard agenda.isKnown else { return }
    guard agenda.isOn else { return turnOff() }
    guard agenda.isAllowed(at: environment.now()) else { return }
    do {
      let cycle = try await connect()
      if try !store.syncState().isImported { _ = try await importTasks(cycle) }
      // The org can be reached again: a subscription that still waits for that is made anew at once.
      if backoff.isActive, !agenda.isLive { stopListening() }
      try listen()
      while agenda.isOn {
        let cycle = try await connect()
        guard let work = agenda.next(at: environment.now()) else { break }
        try await carryOut(work, cycle)
      }
      if let problem = pushProblem {
        pushProblem = nil
        agenda.repeatAll()
        throw problem
      }
      backoff.reset()
      if agenda.hasTakenUpAll { livePlace = heardPlace ?? livePlace }
      publishSettled()
    } catch {
      failed(SyncProblem(error))
    }
  }

  /// One cycle, without a subscription.
  ///
  /// - Throws: `SyncProblem`.
  package func syncOnce() async throws -> SyncReport {
    do {
      guard try store.syncSettings().isOn else { throw SyncProblem.syncIsOff }
      var report = SyncReport()
      let measure = await measure()
      let cycle = try await connect()
      if try !store.syncState().isImported { report += try await importTasks(cycle) }
      for part in DailyPart.allCases where part != .people {
        if try await connect().isDue(part) { report += try await lookAfter(part) }
      }
      var push = try await push(try await connect())
      report += push
      let pull = try await connect().pull()
      report += pull
      if pull.leavesPush, push.problem == nil {
        push = try await self.push(try await connect())
        report += push
      }
      synced()
      if let problem = push.problem { throw problem }
      await noteUsage()
      while !budget.isTight, agenda.mayDoDailyPart(at: environment.now()), try await connect().isDue(.people) {
        report += try await lookAfter(.people)
      }
      // Nobody syncs from now on, which is as it was before.
      published.publish(.offline, reason: nil, answering: agenda.askCount)
      await log(report, of: "once", measure)
      report.requests = await org.requestCount()
      return report
    } catch {
      let problem = SyncProblem(error)
      failed(problem)
      throw problem
    }
  }

  private func push(_ cycle: SyncCycle) async throws -> PushReport {
    var report = PushReport()
    // On a line that fails now and then what waits goes on by as much as each try sends; only one that sends nothing waits
    // longer than the one before.
    defer { if report.pushed > 0 { backoff.reset() } }
    try await cycle.push(&report)
    if let way = report.createWay { self.cycle?.createWay = way }
    // The org is asked anew, and what can be sent or kept here by its answer is.
    if report.areFactsOutdated { self.cycle = nil }
    // Without keys, what was to be repeated by its own has to be looked for; a program that syncs once has no other turn.
    if report.areFactsOutdated || report.createWay != nil {
      var again = PushReport()
      try await connect().push(&again)
      if let way = again.createWay { self.cycle?.createWay = way }
      report.add(again)
    }
    return report
  }

  private func carryOut(_ work: SyncAgenda.Work, _ cycle: SyncCycle) async throws {
    publish(.syncing)
    let measure = await measure()
    var done = SyncReport()
    do {
      switch work {
      case .push:
        let report = try await push(cycle)
        done += report
        agenda.holdCreates(until: report.heldUntil?.addingTimeInterval(-(await cycle.serverLead())))
        pushProblem = report.problem
        pace.somethingHappened()
      case .pull(let hints):
        let report = try await cycle.pull(hints)
        done += report
        if report.changedSomething {
          pace.somethingHappened()
        } else if !agenda.isLive {
          pace.nothingHappened()
        }
        agenda.pulled(at: environment.now())
        if report.leavesPush { agenda.somethingToPush() }
      case .fetch(let ids):
        let report = try await cycle.fetch(ids)
        done += report
        if report.leavesPush { agenda.somethingToPush() }
      case .daily(let part):
        let report = try await lookAfter(part)
        done += report
        if report.leavesPush { agenda.somethingToPush() }
        if try part != .people || !cycle.isFirstReading() { holdDailyParts() }
      }
    } catch {
      // Whatever was taken up is due again.
      agenda.repeatAll()
      if case .pull(let ids) = work { agenda.restore(ids) }
      if case .fetch(let ids) = work { agenda.restore(ids) }
      throw error
    }
    await log(done, of: work.name, measure)
    await noteUsage()
    agenda.holdHints(until: budget.isTight ? environment.now().addingTimeInterval(budget.hintPause) : nil)
    if work.looksForDailyParts, agenda.mayDoDailyPart(at: environment.now()), let cycle = self.cycle {
      agenda.noteDue(try await cycle.firstDuePart(withPeople: !budget.isTight))
    }
    synced()
  }

  /// What the org's last answer said of its API calls.
  private func noteUsage() async {
    let usage = await org.apiUsage()
    budget = APIBudget(usage)
    published.noteCalls(usage, at: environment.now())
  }

  private func holdDailyParts() {
    agenda.holdDailyParts(until: environment.now().addingTimeInterval(DailyPart.pause))
  }

  /// Does a part of a day. What the org does not answer about people is left for an hour, and keeps nothing else up.
  private func lookAfter(_ part: DailyPart) async throws -> PullReport {
    var cycle = try await connect()
    do {
      let report = try await cycle.lookAfter(part)
      // Without one, what was found at connection was given up meanwhile.
      if self.cycle != nil { self.cycle = cycle }
      return report
    } catch let error as OrgError where part == .people {
      switch error {
      case .loginNeeded, .unreachable, .busy: throw error
      case .refused, .invalidAnswer, .unknownOutcome:
        environment.logger.warning("people could not be read", metadata: ["reason": .text(error.text)])
        holdDailyParts()
        return PullReport()
      }
    }
  }

  private func connect() async throws -> SyncCycle {
    if let cycle { return cycle }
    publish(.connecting)
    let settings = try store.syncSettings()
    let cycle = try await SyncCycle.connect(store: store, org: org, environment: environment)
    // They may have been changed meanwhile: what was found at connection depends on them.
    guard try store.syncSettings() == settings else { return try await connect() }
    published.noteOrg(try store.syncState())
    self.cycle = cycle
    agenda.repeatAll()
    return cycle
  }

  private func importTasks(_ cycle: SyncCycle) async throws -> PullReport {
    let measure = await measure()
    let report = try await cycle.importTasks { done, total in publish(.importing(done: done, total: total)) }
    var done = SyncReport()
    done += report
    await log(done, of: "import", measure)
    synced()
    return report
  }

  /// Listens to what the org announces, from the first successful connection on.
  private func listen() throws {
    guard subscription == nil else { return }
    let wanted = try store.syncSettings().live
    if wanted == .off {
      return take(.unavailable(reason: "live updates are turned off by the setting live"))
    }
    subscriptionCount += 1
    subscription = Subscription(
      number: subscriptionCount, owner: wanted == .own ? try store.syncState().user?.id : nil)
  }

  private func stopListening() {
    subscription = nil
    agenda.stoppedListening()
    published.noteInterruption()
  }

  private func turnOff() {
    stopListening()
    cycle = nil
    agenda.forget()
    // Whoever is logged in is known before sync is turned on.
    if let state = try? store.syncState() { published.noteOrg(state) }
    publish(.off)
  }

  private func failed(_ problem: SyncProblem) {
    log(problem)
    let now = environment.now()
    switch problem {
    case .missingPicklistValue:
      cycle = nil
      // Another value, or the user, ends the wait; else the org is asked again whether it has this one by now.
      agenda.wait(from: now, until: now.addingTimeInterval(Self.choicePause))
      publish(.choiceNeeded, reason: problem.description)
    // It was turned off in the midst of it: the store tells so, too.
    case .syncIsOff: return
    case .org(.loginNeeded):
      cycle = nil
      // The subscription ends with the session; the next one needs the next session.
      stopListening()
      agenda.waitForUser()
      publish(.loginNeeded, reason: problem.description)
    case .org(.busy(_, let retryAfter)):
      let until = now.addingTimeInterval(
        backoff.next(retryAfter: retryAfter, random: environment.random()).inSeconds)
      agenda.wait(from: now, until: until)
      publish(.waiting(until: until), reason: problem.description)
    default:
      if problem.asksForNewConnection { cycle = nil }
      agenda.waitForOrg(from: now, until: now.addingTimeInterval(backoff.next(random: environment.random()).inSeconds))
      publish(.offline, reason: problem.description)
    }
  }

  /// So long a value of the org that the user has to choose is waited for.
  private static let choicePause = 3_600.0

  private var pullInterval: TimeInterval {
    max((agenda.isLive ? PollingPace.whileLive : pace.interval).inSeconds, budget.shortestPullInterval)
  }

  private func synced() { noteSync(at: environment.now()) }

  private func publishSettled() {
    if agenda.isLive {
      publish(.live, reason: budget.reason ?? published.liveReason)
    } else {
      publish(.polling(every: .seconds(pullInterval)), reason: budget.reason ?? agenda.whyNotLive)
    }
  }

  private func publish(_ state: SyncStatus.State, reason: String? = nil) {
    log(state)
    published.publish(state, reason: reason, answering: agenda.askCount)
  }
}
