import Foundation
import OrgModel

/// Owns the org while the server runs: every request and every change from inside passes here, one after the other.
///
/// Nothing ticks here. A request that waits has one timer, the colleague's pace another; without them nothing wakes up.
actor OrgHost {
  var state: OrgState
  var clock: OrgClock
  var waits = Waits()
  var colleague: Colleague
  /// How often the colleague changes something by himself; `nil`: never.
  var colleaguePace: Duration?
  var colleagueTask: Task<Void, Never>?
  /// Closes the port for a while; what that needs is the server's.
  var interrupt: (@Sendable (Duration) -> Void)?
  let makeOrg: @Sendable (Date) -> Org
  private(set) var isStopped = false
  private let configuration: OrgServer.Configuration
  /// The org's day for which the house was kept.
  private var keptDay: CalendarDay?

  init(configuration: OrgServer.Configuration, makeOrg: @escaping @Sendable (Date) -> Org) {
    var clock = OrgClock(configuration.now)
    if let start = configuration.startTime { clock.set(start) }
    clock.setFrozen(configuration.isClockFrozen)
    self.clock = clock
    self.makeOrg = makeOrg
    self.configuration = configuration
    colleague = Colleague(seed: configuration.seed)
    colleaguePace = configuration.colleaguePace
    state = OrgState(
      org: makeOrg(clock.now), configuration, address: configuration.tls.address(port: configuration.port))
  }

  /// The org's time.
  func now() -> Date { clock.now }

  func listens(at address: String) {
    state.address = address
    isStopped = false
    if let colleaguePace { startColleague(every: colleaguePace) }
  }

  /// Answers a request; a connect of a streaming client may take as long as it is held.
  func answer(_ request: HTTPCall, isTooLarge: Bool = false) async -> HTTPReply {
    keepHouse()
    let username = state.username(of: request, at: Timestamp(now()))
    var reply: HTTPReply
    if isTooLarge {
      reply = HTTPReply(answer: HTTPAnswer(.requestTooLarge))
    } else if request.segments.first?.lowercased() == "simulator" {
      reply = HTTPReply(answer: control(request))
    } else {
      reply = await self.reply(to: request, by: username)
    }
    reply.username = username
    reply.answer.headers.append(("Date", Timestamp(now()).httpDate))
    return reply
  }

  /// What the org itself answers; `nil` when the client has gone while its connect was held.
  func process(_ request: HTTPCall) async -> HTTPAnswer? {
    switch change({ $0.outcome(of: request, at: Timestamp(now())) }) {
    case .answer(let finished): return finished
    case .hold(let hold):
      await wait(for: hold)
      // The events stay untold, so that the client hears of them when it comes back.
      guard !Task.isCancelled else { return nil }
      return state.finish(hold, at: Timestamp(now()))
    }
  }

  /// Changes the state and wakes the held connects whose answer has become due by it.
  func change<Value>(_ body: (inout OrgState) throws -> Value) rethrows -> Value {
    let value = try body(&state)
    wakeDue()
    return value
  }

  /// Puts everything back to how it began, or to another org, but for the clock and the address. Tokens stay valid for
  /// users whom the new org has too; streaming clients have to shake hands again; requests that wait are answered.
  func reset(_ makeOrg: (@Sendable (Date) -> Org)? = nil) {
    let before = state
    state = OrgState(org: (makeOrg ?? self.makeOrg)(now()), configuration, address: before.address)
    state.takeOverSessions(from: before)
    keptDay = nil
    colleague = Colleague(seed: configuration.seed)
    stopColleague()
    if let pace = configuration.colleaguePace { startColleague(every: pace) }
    waits.endAll()
  }

  /// Does what Salesforce does at night, once a day of the org.
  func keepHouse() {
    let today = Timestamp(now()).day(in: state.org.timeZone)
    guard today != keptDay else { return }
    keptDay = today
    state.org.keepHouse(at: now())
  }

  /// Notes a request that is about to be answered.
  func note(_ reply: HTTPReply, to request: HTTPCall, sent: Int, after duration: Duration) {
    state.journal.note(
      RequestJournal.Entry(reply, to: request, sent: sent, after: duration, at: Timestamp(now())))
  }

  /// Ends the held connects at once and holds none from now on.
  func stop() {
    isStopped = true
    colleagueTask?.cancel()
    colleagueTask = nil
    waits.endAll()
  }

  func whenInterrupted(_ action: @escaping @Sendable (Duration) -> Void) { interrupt = action }
}
