import Foundation
import ReminderStore
import Reminders
import Synchronization

/// A store in memory with predictable Ids, and a clock that stands at noon of Wednesday 25 November 2026.
struct Fixture {
  static let now = Date(timeIntervalSince1970: 1_795_608_000)
  static let me = RecordReference(id: "005000000000001AAA", name: "Robin Rep")
  static let colleague = RecordReference(id: "005000000000002AAA", name: "Carla Jones")
  static let today = LocalDay(at: now, in: .gmt)

  let store: ReminderStore
  var now = Fixture.now

  init(syncIsOn: Bool = true) throws {
    let count = Mutex(0)
    store = try ReminderStore(inMemory: {
      ReminderID(rawValue: "id\(count.withLock { count in count += 1; return count })")
    })
    try store.updateSyncState { state in
      state.user = Self.me
      state.organizationID = "00D000000000001AAA"
    }
    if syncIsOn { try store.set(.sync, to: "on") }
  }

  var context: PullContext {
    PullContext(mapping: PicklistMapping(), user: Self.me, now: now, serverLead: 0, isFirstImport: false)
  }

  func add(_ name: String, due: Day? = Fixture.today.day) throws -> ReminderID {
    let draft = ReminderDraft(fields: ReminderFields(name: name, due: due))
    guard let id = try store.perform(.create(draft), at: now)?.reminders.first else { throw Missing() }
    return id
  }

  /// A linked reminder, as a first import makes it.
  func imported(_ task: SalesforceTask) throws -> ReminderID {
    _ = try store.absorb([task], context)
    return try store.resolve(task.id).id
  }

  func row(_ id: ReminderID) throws -> ReminderRow {
    guard let row = try store.row(id) else { throw Missing() }
    return row
  }

  static func task(
    _ number: Int, _ subject: String = "Call Ada", due: Day? = Fixture.today.day,
    owner: RecordReference = Fixture.me, stamp: TimeInterval = 0
  ) -> SalesforceTask {
    SalesforceTask(
      id: "00T00000000000\(number)AAA", subject: subject, status: "Not Started", isClosed: false, priority: "Normal",
      due: due, details: "", subtype: "Task", owner: owner, person: nil, relatedTo: nil, remindAt: nil,
      completedAt: nil, createdAt: now.addingTimeInterval(-3_600), modifiedAt: now.addingTimeInterval(stamp),
      modifiedBy: colleague, stamp: now.addingTimeInterval(stamp), isDeleted: false)
  }
}

struct Missing: Error {}
