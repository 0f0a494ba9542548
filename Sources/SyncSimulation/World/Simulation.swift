import Foundation
import OrgModel
import ReminderStore
import Reminders

/// One run of a history: everything in one order, by one virtual clock.
package final class Simulation {
  package struct Outcome: Sendable, Hashable {
    /// What was wrong; empty if all invariants held.
    package let violations: [Violation]
    /// What happened, line by line; empty if it was not asked for.
    package let trace: [String]
  }

  private let world: World
  private var leader: Leader?

  private init(_ world: World) { self.world = world }

  /// Runs a history and judges it.
  package static func run(_ history: History, variant: Variant = .asIs, keepsTrace: Bool = false) async -> Outcome {
    do {
      let world = try World(history.configuration, variant: variant, keepsTrace: keepsTrace)
      defer { StoreShelf.put(back: world.store) }
      let simulation = Simulation(world)
      try simulation.prepare(history.seed)
      for event in history.events where !simulation.isOver { await simulation.happen(event) }
      if !simulation.isOver { await simulation.finish() }
      return world.with { Outcome(violations: $0.violations, trace: $0.trace) }
    } catch {
      return Outcome(violations: [Violation(.durability, "the store could not be opened: \(error)")], trace: [])
    }
  }

  private var isOver: Bool { world.with { !$0.violations.isEmpty } }

  /// Some tasks there and here, and then the tick that turns sync on.
  private func prepare(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed &+ 1)
    let configuration = world.configuration
    world.prepareOrg()
    for hours in (0..<configuration.tasksThere).map({ _ in Int.random(in: 0...60, using: &random) }).sorted(by: >) {
      world.createThere(by: world.org.user, at: World.start.addingTimeInterval(Double(-hours) * 3_600), &random)
    }
    let mapping = configuration.mapping
    let settings: [(SettingKey, String)] = [
      (.subjectTemplate, configuration.template), (.importWindow, configuration.importWindow.rawValue),
      (.statusOpen, mapping.open), (.statusCompleted, mapping.completed), (.priorityNormal, mapping.normal),
      (.priorityHigh, mapping.high),
      (.externalIDField, configuration.createWay == .externalID ? "Command_Center_Id__c" : ""),
    ]
    for (key, value) in settings { try world.store.set(key, to: value) }
    for _ in 0..<configuration.tasksHere {
      world.act(.create(ReminderDraft(fields: world.newFields(&random))))
    }
    try world.store.set(.sync, to: "on")
  }

  // MARK: - What happens

  private func happen(_ event: Event) async {
    var random = SplitMix64(seed: event.seed)
    switch event.kind {
    case .seconds: await pass(Int.random(in: 1...60, using: &random))
    case .minutes: await pass(60 * Int.random(in: 1...20, using: &random))
    case .hours: await sleep(3_600 * Int.random(in: 1...20, using: &random))
    case .days: await sleep(86_400 * Int.random(in: 1...20, using: &random))
    case .midnight:
      let end = LocalDay(at: world.localNow, in: world.timeZone).end
      await sleep(Int(end.timeIntervalSince(world.localNow)) + 1)
    case .startTerminal: await work()
    default:
      world.perform(event)
      await work()
    }
  }

  /// Lets time pass while the machine is awake.
  private func pass(_ seconds: Int) async {
    world.trace("\(seconds) s pass")
    let end = world.now.addingTimeInterval(TimeInterval(seconds))
    for _ in 0..<1_000 {
      let wakes = [leader?.nextDue, world.network.nextDue].compactMap { $0 }
      guard let wake = wakes.min(), wake <= end, !isOver else { break }
      world.org.move(to: wake)
      await commitStragglers()
      await work()
    }
    world.org.move(to: end)
    await commitStragglers()
    await work()
  }

  /// Lets time pass while the machine sleeps: the org goes on.
  private func sleep(_ seconds: Int) async {
    world.trace("\(seconds) s pass in which the machine sleeps")
    let end = world.now.addingTimeInterval(TimeInterval(seconds))
    while let due = world.network.nextDue, due <= end {
      world.org.move(to: due)
      await commitStragglers()
    }
    world.org.move(to: end)
    await work()
  }

  private func commitStragglers() async {
    while let straggler = world.network.takeStraggler(by: world.now) {
      world.trace("a request that was given up commits")
      await straggler.commit()
    }
  }

  /// Lets the leader do all that is due; when it dies another terminal takes over, if there is one.
  private func work() async {
    var steps = 0
    while steps < 60, !isOver {
      if leader?.life.isAlive != true {
        // With one terminal only, the user starts it again before the next event.
        if leader != nil, world.configuration.terminals == 1 {
          leader = nil
          break
        }
        leader = Leader(in: world)
      }
      guard let leader, leader.takeUp() else { break }
      let writes = world.with { $0.storeWrites }
      await leader.step()
      if world.with({ $0.storeWrites }) != writes { world.look() }
      steps += 1
    }
    if steps == 60 { world.note(Violation(.convergence, "the sync does not come to rest")) }
  }

  // MARK: - The end

  /// Faults stop, and time goes on until nothing is due; then the invariants are judged.
  private func finish() async {
    world.trace("faults stop")
    world.calm()
    await work()
    var before: StoreDump?
    for round in 0..<12 {
      // After a day what is looked after once in it is due, a part an hour.
      for seconds in [1_200, 26 * 3_600] + Array(repeating: 3_700, count: 5) { await sleep(seconds) }
      // Where the cursors stand moves with the time, and so does what is read once a day; what the sync is about must not.
      let after = try? world.dump().without(["syncState", "connection", "record", "recordReading"])
      if before == after { break }
      before = after
      if round == 0 { world.act(.answerVanishing(.delete)) }
    }
    guard !isOver, let evidence = Evidence(world) else { return }
    let violations =
      evidence.checkConvergence() + evidence.checkLostEdits() + evidence.checkCreations(isAtEnd: true)
      + evidence.checkDeletions() + evidence.checkPushes()
    for violation in violations { world.note(violation) }
    guard !isOver else { return }
    await checkIdempotence()
    await checkEconomy()
  }

  /// 8: a cycle with nothing new writes nothing, here or there.
  private func checkIdempotence() async {
    world.trace("one more cycle")
    let (before, writes) = (try? world.dump(), world.with { $0.writes })
    leader?.userAsked()
    await leader?.step()
    let after = try? world.dump()
    if world.with({ $0.writes }) != writes {
      world.note(Violation(.idempotence, "a cycle with nothing new sent a write"))
    }
    if after != before, let line = before.flatMap({ after?.firstDifference(from: $0) }) {
      world.note(Violation(.idempotence, "a cycle with nothing new changed the store: \(line)"))
    }
  }

  /// 12: no more than 5 requests an hour with nothing to do and a healthy subscription.
  private func checkEconomy() async {
    guard leader?.isListening == true else { return }
    world.trace("one quiet hour")
    let before = world.with { $0.requests }
    await pass(3_600)
    let requests = world.with { $0.requests } - before
    if requests > 5 { world.note(Violation(.economy, "\(requests) requests in a quiet hour")) }
  }
}

extension World {
  /// Ends all faults: network, disk, stream and processes are well, the user is logged in, and sync is on.
  func calm() {
    network.calm()
    with { state in
      state.storeFaults = []
      state.streamFaults = []
      state.processes.forEach { $0.calm() }
    }
    giveFieldsBack()
    setPicklists(without: nil)
    removeRules()
    try? store.set(.sync, to: "on")
    perform(Event(.login, seed: 0))
  }
}
