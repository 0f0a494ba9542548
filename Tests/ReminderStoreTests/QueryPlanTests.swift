import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Query plans")
struct QueryPlanTests {
  @Test("Every read and write of the store uses an index", arguments: StoreCall.all)
  func plans(_ call: StoreCall) throws {
    let fixture = try Fixture.filled()
    let statements = try fixture.statements { store in try call.run(fixture, store) }
    #expect(statements.contains { $0.hasPrefix("SELECT") || $0.hasPrefix("UPDATE") || $0.hasPrefix("INSERT") })
    for statement in statements {
      let offences = try fixture.plan(of: statement).filter { !call.allows($0, in: statement) }
      #expect(offences.isEmpty, "\(call.name): \(statement)")
    }
  }

  @Test("What the last days in numbers cost does not grow with what was done before")
  func glanceGrowth() throws {
    func steps(hidden: Int) throws -> Int {
      let fixture = try Fixture.filled(hidden: hidden)
      var query = ListQuery(.tomorrow)
      query.glance = [Fixture.today]
      // Without what is overdue, which is counted.
      try fixture.perform(.setDue(try fixture.store.rows(.overdue, on: Fixture.today).map(\.id), nil))
      return try fixture.steps { _ = try $0.list(query, on: Fixture.today) }
    }
    let few = try steps(hidden: 40)
    #expect(few > 100)
    #expect(try steps(hidden: 800) < few + few / 10)
  }

  @Test("What the agenda costs does not grow with what it does not show")
  func growth() throws {
    func steps(hidden: Int) throws -> Int {
      let fixture = try Fixture.filled(hidden: hidden)
      return try fixture.steps { _ = try $0.list(.agenda, on: Fixture.today) }
    }
    let few = try steps(hidden: 40)
    #expect(few > 1_000)
    #expect(try steps(hidden: 800) < few + few / 10)
  }
}

/// A call of the store, and the tables of which it may read all.
struct StoreCall: CustomTestStringConvertible, Sendable {
  let name: String
  /// It shows, or does something to, every row of these tables.
  var showsAll: Set<String> = []
  /// Why what it sorts, without an index in that order, is little.
  var sorts: String?
  let run: @Sendable (Fixture, ReminderStore) throws -> Void

  var testDescription: String { name }

  /// One row, one a setting, and what the user is asked about at once.
  private static let smallTables: Set<String> = ["syncState", "setting", "vanishing", "connection"]
  /// These hold just what is asked for: every change that waits, was refused, is in flight or in conflict, and what
  /// is out of sight.
  private static let wholeIndices: Set<String> = [
    "intent_pending", "intent_refused", "conflict_open", "attempt_create", "attempt_other", "base_out_of_sight",
  ]

  /// Whether a line of a query plan is as it should be.
  func allows(_ line: String, in statement: String) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    // Whether a table has any row at all: the first one tells.
    if statement.hasPrefix("SELECT EXISTS (SELECT 1 FROM "), !statement.contains("WHERE") { return true }
    if line.contains("TEMP B-TREE") { return sorts != nil }
    guard words.first == "SCAN", words.count > 1 else { return !line.contains("AUTOMATIC") }
    let table = words[1]
    if let index = words.last, Self.wholeIndices.contains(index) { return true }
    // One row without a table, a subquery, or a list of values.
    if table == "CONSTANT" || table == "json_each" || table.hasPrefix("(subquery") || line.hasSuffix("CONSTANT ROW") {
      return true
    }
    return Self.smallTables.contains(table) || showsAll.contains(table)
  }

  static let all: [StoreCall] = views + lookups + actions + sync

  private static let views: [StoreCall] = ReminderView.allCases.map { view in
    // They show all that is there, or a partial index of it.
    let isWhole = [.open, .completed, .trash, .delegated, .all].contains(view)
    return StoreCall(
      name: "the view \(view)", showsAll: isWhole ? ["r"] : view == .outbox ? ["intent"] : [], sorts: "what it shows"
    ) {
      _ = try $1.rows(view, on: Fixture.today)
    }
  }

  private static let lookups: [StoreCall] = [
    StoreCall(name: "the agenda", sorts: "what it shows") { _ = try $1.list(.agenda, on: Fixture.today) },
    StoreCall(name: "the last days in numbers", sorts: "what the agenda shows") { fixture, store in
      var query = ListQuery.agenda
      query.glance = Fixture.today.last(14, in: .gmt)
      query.besides = [fixture.some, fixture.inTrash]
      _ = try store.list(query, on: Fixture.today)
    },
    // It looks through a small view, and no further through a large one.
    StoreCall(name: "a filtered list", showsAll: ["r"], sorts: "what a small view has") { _, store in
      for order in ListOrder.allCases {
        let filter = ListFilter(text: "today", kind: .custom, priority: .normal, person: Fixture.colleague)
        _ = try store.list(ListQuery(.open, filter: filter, order: order), on: Fixture.today)
      }
    },
    StoreCall(name: "the counts", sorts: "open conflicts") { _ = try $1.counts() },
    StoreCall(name: "a task by its Id") { _ = try $1.row($0.some) },
    StoreCall(name: "a task by a part of its Id", sorts: "whose Id begins so") { _ = try? $1.resolve("id11") },
    StoreCall(name: "a task by its Salesforce Id", sorts: "the one task") { _ = try? $1.resolve("00T000000000001") },
    StoreCall(name: "records by a word", sorts: "those that fit") { _ = try $1.records(LookUp(.person, "ad")) },
    StoreCall(name: "records by several words", sorts: "those that fit") {
      _ = try $1.records(LookUp(.relatedTo, "ini re"))
    },
    StoreCall(name: "records that are in use", sorts: "those in use") { _ = try $1.records(LookUp(.person, "")) },
    StoreCall(name: "a record by its Id", sorts: "those that fit, where none has that Id") {
      _ = try $1.records(LookUp(.person, "003000000000001"))
    },
    StoreCall(name: "what there is to sync") { _ = try $1.read(SyncNeed.fetch) },
    // It shows the last thousand.
    StoreCall(name: "the feed of changes", showsAll: ["c"]) { fixture, store in
      _ = try store.changeFeed()
      try store.noteChangesSeen(upTo: 1)
    },
    StoreCall(name: "reminders") { fixture, store in
      _ = try store.upcomingReminders(showing: fixture.some)
      _ = try store.claimReminders(at: fixture.now)
    },
    StoreCall(name: "a setting") { _ = try $1.isDecided(.sync) },
  ]

  private static let actions: [StoreCall] = [
    action("add") { .create(ReminderDraft(fields: ReminderFields(name: $0.rawValue))) },
    action("edit") { .edit($0, ReminderFields(name: "Ring"), [.name]) },
    action("remind") { .setReminder([$0], Fixture.now) },
    action("complete") { .setCompleted([$0], true) },
    action("delete") { .delete([$0]) },
    action("restore") { .restore([$0]) },
    action("dismiss conflicts") { .dismissConflicts([$0]) },
    action("resolve conflicts") { .resolveConflict($0, keeping: .here, nil) },
    action("send") { .send([$0]) },
    action("retry") { .retry([$0]) },
    action("give up") { .giveUp([$0]) },
    action("undo") { _ in .undo },
    action("redo") { _ in .redo },
    action("undo several as one") { _ in .undoEntries([3, 20, 30]) },
    StoreCall(name: "answer what vanishes") { fixture, store in
      _ = try store.perform(.answerVanishing(.delete), at: fixture.now)
    },
  ]

  /// Something done to a task in every state.
  private static func action(_ name: String, _ action: @escaping @Sendable (ReminderID) -> UserAction) -> StoreCall {
    StoreCall(name: name) { fixture, store in
      for id in [fixture.some, fixture.inConflict, fixture.refused, fixture.inTrash, fixture.localOnly] {
        _ = try store.perform(action(id), at: fixture.now)
      }
    }
  }

  private static let sync: [StoreCall] = [
    StoreCall(name: "what is to be pushed") { _ = try $1.pushItems() },
    StoreCall(name: "a push") { fixture, store in
      let attempts = try store.pushItems().map { PushAttempt(.create, of: $0.id, fixture.values($0)) }
      try store.beginAttempts(attempts, at: fixture.now)
      try fixture.push()
    },
    StoreCall(name: "a refused push") { fixture, _ in try fixture.refuse() },
    StoreCall(name: "tasks from there") { fixture, store in
      _ = try store.absorb(
        [Fixture.task(1, stamp: 60), Fixture.task(9), Fixture.task(8, "1")], fixture.context)
    },
    StoreCall(name: "a first import") { fixture, store in
      var task = Fixture.task(8)
      task.remindAt = fixture.now
      let context = PullContext(
        mapping: PicklistMapping(), user: Fixture.me, now: fixture.now, serverLead: 0, isFirstImport: true)
      _ = try store.absorb([task], context) { _ in }
    },
    StoreCall(name: "deletes from there") { fixture, store in
      _ = try store.absorbDeletions([Fixture.task(1).id, Fixture.task(7).id], fixture.context)
    },
    StoreCall(name: "open linked tasks that are due", sorts: "those due in these days") { _, store in
      _ = try store.linkedTasks(.openDue(Fixture.day(0)...Fixture.day(14), nearest: Fixture.day(0), limit: 100))
    },
    // It is asked for every one.
    StoreCall(name: "open linked tasks", showsAll: ["r"]) { _ = try $1.linkedTasks(.open) },
    StoreCall(name: "linked tasks", showsAll: ["r", "b"]) { _ = try $1.linkedTasks(.all) },
    StoreCall(name: "linked among some") { _ = try $1.linked(among: (1...9).map { Fixture.task($0).id }) },
    StoreCall(name: "known among some") { _ = try $1.known(among: (1...9).map { Fixture.task($0).id }) },
    StoreCall(name: "out of sight") { _ = try $1.putOutOfSight([Fixture.task(1).id], $0.context) },
    StoreCall(name: "emptying the trash") { try $1.emptyTrash(at: $0.inAMonth) },
    // One row a kind of record.
    StoreCall(name: "how far records are read", showsAll: ["recordReading"]) { _ = try $1.recordReadings() },
    // What is beyond the capacity is looked for once a day.
    StoreCall(name: "records from there", showsAll: ["record"], sorts: "all, once a day") { fixture, store in
      let record = KnownRecord(id: "003000000000001AAA", kind: .contact, name: "Ada Ng", detail: "Initech")
      let page = RecordPage(
        kind: .contact, records: [record], gone: ["003000000000009AAA"], reading: RecordReading(),
        forgetsUnseenSince: fixture.now)
      try store.absorb([page], at: fixture.now)
      try store.keep([record], at: fixture.now)
      try store.note([record.reference], at: fixture.now)
    },
    StoreCall(name: "records of others", sorts: "those of others, once a day") { _, store in
      _ = try store.othersRecords(.contact, limit: 300)
    },
    StoreCall(name: "the sync state") { _, store in
      try store.updateSyncState { $0.importedCount += 1 }
      try store.noteLogin()
      try store.askForSync()
    },
    StoreCall(name: "what the org told") { fixture, store in
      for mayCreate in [true, false] {
        try store.note(
          ConnectionFacts(
            foundAt: fixture.now, apiVersion: "67.0", userName: "", username: "", timeZone: nil,
            organization: .init(name: nil, edition: nil, instance: nil, isSandbox: false),
            rights: TaskRights(mayRead: true, mayCreate: mayCreate, mayEdit: true, mayDelete: true, fields: [:]),
            statuses: [], priorities: [], isTaskInUserInterfaceAPI: true, externalIDFields: [], createWay: "",
            usage: nil))
      }
      _ = try store.connectionFacts()
    },
    StoreCall(name: "settings") { _, store in try store.set(.statusOpen, to: "Open") },
  ]
}

extension Fixture {
  /// A store with tasks of every sort, some of them not in the agenda.
  static func filled(hidden: Int = 40) throws -> Fixture {
    let fixture = try Fixture()
    for number in 1...5 {
      _ = try fixture.imported(Fixture.task(number, "\(number)"))
      _ = try fixture.add("today \(number)")
    }
    // Half of them were done long ago, and a quarter of them dropped; the others are due much later.
    var earlier = fixture
    earlier.now = fixture.now.addingTimeInterval(-30 * 86_400)
    let hiddenIDs = try (1...hidden)
      .map { number in
        try earlier.add("\(number)", due: Fixture.today.day.adding(days: number > hidden * 3 / 4 ? 30 : -30))
      }
    try earlier.perform(.setCompleted(Array(hiddenIDs.prefix(hidden / 2)), true))
    try earlier.perform(.delete(Array(hiddenIDs.dropFirst(hidden / 2).prefix(hidden / 4))))
    try fixture.store.write { database in
      try database.execute(sql: "DELETE FROM intent WHERE reminderId LIKE 'id%' AND length(reminderId) > 3")
      let person = "UPDATE reminder SET personId = '003' || id, personName = 'Ada ' || id"
      try database.execute(sql: person)
      try database.execute(sql: "INSERT INTO vanishing (salesforceId) VALUES (?)", arguments: [Fixture.task(4).id])
      try IntentRecord.refuse(fixture.refused, database)
    }
    let version = ReminderFields(name: "Call Ada")
    try fixture.logConflict(fixture.inConflict, "due", kept: .there, here: version, there: version)
    try fixture.store.set(.sync, to: "off")
    let local = try fixture.add("only here")
    try fixture.store.write { database in
      try database.execute(sql: "DELETE FROM change WHERE reminderId = ?", arguments: [local.rawValue])
      try database.execute(
        sql: "UPDATE reminder SET id = ? WHERE id = ?", arguments: [fixture.localOnly.rawValue, local.rawValue])
    }
    try fixture.store.set(.sync, to: "on")
    try fixture.perform(.delete([fixture.inTrash]))
    try fixture.perform(.setPriority([fixture.some], .high))
    return fixture
  }

  /// A linked task.
  var some: ReminderID { ReminderID(rawValue: "id1") }
  var inConflict: ReminderID { ReminderID(rawValue: "id3") }
  var refused: ReminderID { ReminderID(rawValue: "id2") }
  var inTrash: ReminderID { ReminderID(rawValue: "id5") }
  var localOnly: ReminderID { ReminderID(rawValue: "local") }

  /// The lines of the plan of a statement; none for what has no plan.
  func plan(of statement: String) throws -> [String] {
    guard ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(where: statement.hasPrefix) else { return [] }
    return try store.writer.read { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(statement)").map { $0["detail"] }
    }
  }
}

extension IntentRecord {
  fileprivate static func refuse(_ id: ReminderID, _ database: Database) throws {
    var intent = IntentRecord(reminderID: id, editedAt: Fixture.now)
    intent.refusal = Fixture.refusal
    try intent.upsert(database)
  }
}
