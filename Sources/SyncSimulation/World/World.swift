import Foundation
import OrgModel
import ReminderStore
import Reminders
import Salesforce
import Synchronization

/// One store here, one org there, and one clock for both, which stands until something takes time.
///
/// Everything that happens to them goes through it and is noted in the ledger, from which the invariants are judged.
final class World: Sendable {
  static let start = Date(timeIntervalSince1970: 1_795_608_000)

  /// The same for every history: a copy of a value is another org.
  private static let firstOrg = SimulatedOrg.withoutTasks(now: start)

  struct State: Sendable {
    /// How far the clock here is ahead of the server's.
    var clockOffset: TimeInterval
    var timeZone: TimeZone
    var storeFaults: [StoreError] = []
    var streamFaults: [UInt64] = []
    /// What the lock file keeps for the next process.
    var livePlace: LivePlace?
    /// The processes that live, the leader first.
    var processes: [ProcessLife] = []
    var nextSerial = 1
    var rules: [Int] = []
    /// How often the sync wrote to the store more than how far it is.
    var storeWrites = 0
    var requests = 0
    var writes = 0
    /// When the first task was asked for: what is older need not be here.
    var firstQuery: Date?
    var ledger = Ledger()
    /// What the store held when so many rows had been written.
    var contents: (written: Int, StoreContents)?
    /// The same of every row.
    var dump: (written: Int, StoreDump)?
    var violations: [Violation] = []
    var trace: [String] = []
  }

  let configuration: Configuration
  let store: ReminderStore
  let org: SimulatedOrg
  let network = Network()
  let variant: Variant
  private let keepsTrace: Bool
  private let state: Mutex<State>

  init(_ configuration: Configuration, variant: Variant, keepsTrace: Bool) throws {
    self.configuration = configuration
    self.variant = variant
    self.keepsTrace = keepsTrace
    let count = Mutex(0)
    store = try StoreShelf.take {
      let number = count.withLock { count in
        count += 1
        return count
      }
      // As a UUID of version 4 looks.
      return ReminderID(
        rawValue: String(repeating: "0", count: 12 - String(number).count) + "\(number)4000a000000000000000")
    }
    org = SimulatedOrg(Self.firstOrg, now: Self.start)
    state = Mutex(
      State(
        clockOffset: TimeInterval(configuration.clockOffset),
        timeZone: TimeZone(identifier: configuration.timeZone) ?? .gmt))
  }

  // MARK: - Time

  /// The true time, which is the server's.
  var now: Date { org.now }
  /// What the clock here shows.
  var localNow: Date { org.now.addingTimeInterval(with { $0.clockOffset }) }
  var timeZone: TimeZone { with { $0.timeZone } }
  var today: Day { LocalDay(at: localNow, in: timeZone).day }

  /// Lets time pass.
  func pass(_ seconds: TimeInterval) { org.advance(by: seconds) }

  // MARK: - Notes

  func with<Value: Sendable>(_ body: (inout State) -> Value) -> Value { state.withLock { body(&$0) } }

  func trace(_ line: @autoclosure () -> String) {
    guard keepsTrace else { return }
    let line = "\(Timestamp(now).zulu.dropFirst(5).dropLast(5)) \(line())"
    state.withLock { $0.trace.append(line) }
  }

  func note(_ violation: Violation) {
    trace("VIOLATION \(violation)")
    with { $0.violations.append(violation) }
  }

  /// A request leaves; what must never leave is seen here.
  func noteRequest(_ name: String, isWrite: Bool, count: Int) {
    trace("  \(name)\(count > 1 ? " \(count)" : "")")
    let now = now
    with { state in
      state.requests += 1
      if isWrite { state.writes += 1 }
      if name == "query", state.firstQuery == nil { state.firstQuery = now }
    }
    if isWrite, (try? store.syncState().isImported) == false {
      note(Violation(.firstSyncPushesNothing, "a \(name) left before the first import was done"))
    }
    if name != "user", org.session != org.user {
      note(Violation(.isolation, "a \(name) left with the login of somebody to whom the store does not belong"))
    }
  }

  /// The fault that strikes the next write to the store.
  func takeStoreFault() -> StoreError? {
    with { $0.storeFaults.isEmpty ? nil : $0.storeFaults.removeFirst() }
  }

  /// A number for a new task, by which it is known wherever its values go.
  func nextSerial() -> Int {
    with { state in
      defer { state.nextSerial += 1 }
      return state.nextSerial
    }
  }

  /// What the store holds; read anew only where something was written since.
  func contents() throws(StoreError) -> StoreContents {
    let written = try store.writtenCount()
    if let (known, contents) = with({ $0.contents }), known == written { return contents }
    let contents = try store.contents()
    with { $0.contents = (written, contents) }
    return contents
  }

  /// Every row of the store, in the same way.
  func dump() throws(StoreError) -> StoreDump {
    let written = try store.writtenCount()
    if let (known, dump) = with({ $0.dump }), known == written { return dump }
    let dump = try store.dump()
    with { $0.dump = (written, dump) }
    return dump
  }

  // MARK: - What happens

  /// Lets an event happen that takes no time.
  func perform(_ event: Event) {
    var random = SplitMix64(seed: event.seed)
    switch event.kind {
    case .create, .createTwins, .edit, .complete, .delete, .restore, .undo, .redo, .resolveConflict, .dismissConflicts,
      .send, .retry, .giveUp, .answerVanishing, .toggleSync:
      userActs(event.kind, &random)
    case .createThere, .editThere, .unmappedThere, .renameThere, .completeThere, .deleteThere, .undeleteThere,
      .purgeThere, .reassignThere, .deleteManyThere:
      somebodyActsThere(event.kind, &random)
    case .takeField, .giveFieldBack, .removePicklistValue, .restorePicklistValue, .addRule, .removeRule:
      administratorActs(event.kind, &random)
    case .clockJump:
      let offset = TimeInterval(Int.random(in: -86_400...86_400, using: &random))
      with { $0.clockOffset = offset }
      trace("the clock here jumps: it is \(Int(offset)) s ahead now")
    case .zoneChange:
      let name = Configuration.timeZones.randomElement(using: &random) ?? "GMT"
      with { $0.timeZone = TimeZone(identifier: name) ?? .gmt }
      trace("the time zone here is \(name) now")
    case .kill, .stopTerminal:
      trace("the syncing process is killed")
      with { $0.processes.first }?.kill()
    case .killSoon: with { $0.processes.first }?.killAfter(calls: Int.random(in: 0..<30, using: &random))
    case .endSession: network.isSessionOver = true
    case .login, .loginAsOther: logIn(asOther: event.kind == .loginAsOther)
    case .requestFault:
      let fault = Fault.draw(&random)
      let skips = [0, 0, 0, 1, 1, 2, 3].randomElement(using: &random) ?? 0
      network.arm(Network.Armed(skips: skips, onlyWrites: Bool.random(using: &random), fault: fault))
    case .storeFault:
      let error = Bool.random(using: &random) ? StoreError.diskFull : .failed(reason: "the database is locked")
      with { $0.storeFaults.append(error) }
    case .streamFault: with { $0.streamFaults.append(event.seed) }
    case .seconds, .minutes, .hours, .days, .midnight, .startTerminal: break
    }
  }

  /// The user logs in: as himself, or by mistake as somebody else, which counts only once the store has its user.
  private func logIn(asOther isOther: Bool) {
    guard !isOther || (try? store.syncState().user) != nil else { return }
    network.isSessionOver = false
    org.session = isOther ? org.colleague : org.user
    trace(isOther ? "somebody else logs in" : "the user logs in")
    try? store.noteLogin()
  }
}
