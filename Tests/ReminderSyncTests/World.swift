import Foundation
import Logging
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Synchronization

/// A store here, an org there, and one clock for both that stands until it is moved.
final class World: Sendable {
  static let start = Date(timeIntervalSince1970: 1_795_608_000)

  let store: ReminderStore
  let org: SimulatedOrg
  private let clock: Mutex<Date>
  private let timer = ManualClock()

  /// - Parameter path: the file of the store; in memory where there is none.
  init(syncIsOn: Bool = true, path: String? = nil) throws {
    let count = Mutex(0)
    let makeID: @Sendable () -> ReminderID = {
      ReminderID(rawValue: "id\(count.withLock { count in count += 1; return count })")
    }
    store = try path.map { try ReminderStore(path: $0, makeID: makeID) } ?? ReminderStore(inMemory: makeID)
    org = SimulatedOrg(now: Self.start)
    clock = Mutex(Self.start)
    if syncIsOn { try store.set(.sync, to: "on") }
  }

  var now: Date { clock.withLock { $0 } }
  var today: Day { LocalDay(at: now, in: .gmt).day }

  /// Lets time pass, here and there.
  func advance(by seconds: TimeInterval) {
    clock.withLock { $0 += seconds }
    org.advance(by: seconds)
    timer.advance(by: .seconds(seconds))
  }

  /// How many sleeps the engine has cancelled.
  var cancelledSleeps: Int { timer.cancelledCount }

  /// Shifts only the clock here, which then is wrong.
  func shiftLocalClock(by seconds: TimeInterval) { clock.withLock { $0 += seconds } }

  var environment: SyncEnvironment {
    SyncEnvironment(
      now: { self.now }, timeZone: { .gmt }, clock: timer, random: { 0 },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  func engine() -> SyncEngine { SyncEngine(store: store, org: org, environment: environment) }

  /// One cycle of a program that has just started.
  @discardableResult
  func sync() async throws -> SyncReport {
    advance(by: 1)
    return try await engine().syncOnce()
  }

  /// The kinds of the requests that something makes, in their order.
  func requests(_ body: () async throws -> Void) async rethrows -> [String] {
    let before = org.requests.count
    try await body()
    return Array(org.requests.dropFirst(before))
  }

  // MARK: Here

  @discardableResult
  func perform(_ action: UserAction) throws -> ActionReport? { try store.perform(action, at: now) }

  func add(_ name: String, due: Day? = nil) throws -> ReminderID {
    let fields = ReminderFields(name: name, due: due ?? today)
    return try perform(.create(ReminderDraft(fields: fields)))?.reminders.first ?? ReminderID(rawValue: "")
  }

  func here() throws -> [ReminderRow] { try store.rows(.all, on: LocalDay(at: now, in: .gmt)) }
  func here(_ name: String) throws -> ReminderRow? { try here().first { $0.reminder.fields.name == name } }

  func id(of name: String) throws -> ReminderID { try here(name)?.id ?? ReminderID(rawValue: "no \(name)") }

  // MARK: There

  /// A task that a colleague made for the user.
  @discardableResult
  func colleagueCreates(_ subject: String, _ fields: Fields = [:]) throws -> RecordID {
    try org.change { model, now in
      let all: Fields = [
        "Subject": .text(subject), "OwnerId": .id(org.user), "ActivityDate": .text(today.iso),
      ]
      return try model.create("Task", all.merging(fields) { $1 }, by: org.colleague, at: now)
    }
  }

  func colleagueChanges(_ subject: String, _ fields: Fields) throws {
    let id = try there(subject)?.id.text ?? ""
    try org.change { model, now in try model.update(id, fields, by: org.colleague, at: now) }
  }

  func colleagueDeletes(_ subject: String) throws {
    let id = try there(subject)?.id.text ?? ""
    try org.change { model, now in try model.delete(id, by: org.colleague, at: now) }
  }

  /// Deletes a task that then leaves the recycle bin.
  func purge(_ subject: String) throws {
    let id = try there(subject)?.id
    try colleagueDeletes(subject)
    org.change { model, _ in if let id { model.purge(id) } }
  }

  func there() -> [Record] { org.change { model, _ in model.all("Task").filter { !$0.isDeleted } } }
  func there(_ subject: String) throws -> Record? { there().first { $0["Subject"].text == subject } }
}
