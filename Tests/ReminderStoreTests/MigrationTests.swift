import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("A file of the first schema")
struct MigrationTests {
  private let linked = ReminderID(rawValue: "linked")
  private let fresh = ReminderID(rawValue: "fresh")

  private func withFile(_ body: (String) throws -> Void) throws {
    try withFolder { folder in
      let path = folder + "/default.sqlite"
      try Version1File.make(at: path)
      try body(path)
    }
  }

  @Test("It keeps its tasks, what they were there, what is to be pushed and what is in conflict")
  func tasks() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      let row = try #require(try store.row(linked))
      let instant = Date(timeIntervalSince1970: 1_795_610_000)
      let fields = ReminderFields(
        name: "Call Ada", priority: .high, due: Day(number: 20783), details: "about the renewal",
        assignee: RecordReference(id: "005A", name: "Robin Rep"), person: RecordReference(id: "003A", name: "Ada Ng"),
        relatedTo: RecordReference(id: "001A", name: "Initech"), remindAt: instant, kind: .call)
      #expect(row.reminder.fields == fields && row.reminder.salesforceID == "00TA")
      #expect(row.salesforceStatus == "In Progress" && row.salesforcePriority == "Low")
      #expect(row.remoteChange?.author == "Carla Jones")
      #expect(row.refusal == Refusal(code: "STRING_TOO_LONG", message: "Too long"))
      let conflict = try #require(try store.list(.agenda, on: Fixture.today).conflicts[linked]?.first)
      #expect(conflict.hereValue == "high" && conflict.thereValue == "normal" && conflict.author == "Carla Jones")
      #expect(try store.row(ReminderID(rawValue: "local"))?.mark == .localOnly)
      #expect(try store.rows(.trash, on: Fixture.today).map(\.reminder.fields.name) == ["Old"])
      // The kind was no field then: it is not dirty now.
      let changed = try store.read { database in
        try ReminderRecord.find(linked, database)?.fields
          .differences(from: try #require(try BaseRecord.find(linked, database)).fields)
      }
      #expect(changed == [.priority, .due])
    }
  }

  @Test("A create whose outcome was not known is still one, under the key of its task")
  func attempt() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      let item = try #require(try store.pushItems().first)
      #expect(item.id == fresh && item.createKey == "fresh" && item.fields.kind == .email)
      let openCreate = try #require(item.openCreate)
      #expect(openCreate.firstStartedAt == Date(timeIntervalSince1970: 1_795_602_500))
      #expect(openCreate.fields.name == "Mail Bo" && openCreate.fields.isCompleted)
    }
  }

  @Test("It keeps its settings and how far the sync is")
  func state() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      let state = try store.syncState()
      #expect(state.organizationID == "00DA" && state.user?.name == "Robin Rep" && state.isImported)
      #expect(state.pullCursor == SyncCursor(stamp: Date(timeIntervalSince1970: 1_795_600_000), id: "00TA"))
      #expect(state.deletionsCoveredUntil == Date(timeIntervalSince1970: 1_795_600_000))
      let settings = try store.syncSettings()
      #expect(settings.isOn && settings.subjectTemplate.text == "Task: {{activity_subject}}")
    }
  }

  @Test("What was done before can be undone, its kind too; what cannot be read is dropped")
  func history() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      #expect(try store.perform(.undo, at: Fixture.now)?.summary == "Undone: Changed “Call Ada”")
      let fields = try #require(try store.row(linked)).reminder.fields
      #expect(fields.due == Day(number: 20782) && fields.kind == .email && fields.priority == .high)
      #expect(try store.perform(.undo, at: Fixture.now)?.summary == "Undone: Deleted “Old”")
      #expect(try store.perform(.undo, at: Fixture.now) == nil)
      #expect(try store.perform(.redo, at: Fixture.now)?.summary == "Redone: Deleted “Old”")
    }
  }

  @Test("A file of the second schema goes on, with the tasks that were gone there")
  func secondSchema() throws {
    try withFile { path in
      let queue = try DatabaseQueue(path: path)
      try Migrations.migrator.migrate(queue, upTo: "2 journal")
      try queue.write { try $0.execute(sql: "INSERT INTO tombstone (salesforceId, stamp) VALUES ('00TZ', 1)") }
      try queue.close()
      let store = try ReminderStore(path: path)
      #expect(try store.read { try Tombstone.contains("00TZ", $0) })
      try store.updateSyncState { $0.unreadableFields = ["Description"] }
      #expect(try store.syncState().unreadableFields == ["Description"])
      #expect(try store.row(linked)?.reminder.salesforceID == "00TA")
    }
  }

  @Test("Its tasks are found by their words")
  func words() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      let list = try store.list(ListQuery(.open, filter: ListFilter(text: "ng ren init")), on: Fixture.today)
      #expect(list.rows.map(\.id) == [linked])
      try store.write { database in
        try database.execute(sql: "INSERT INTO reminderSearch (reminderSearch, rank) VALUES ('integrity-check', 1)")
        let found = try Int.fetchOne(
          database, sql: "SELECT count(*) FROM reminderSearch WHERE reminderSearch MATCH 'only'")
        #expect(found == 1)
      }
    }
  }

  @Test("A file of the fourth schema goes on: its changes are told from then on, its reminders as they come")
  func fourthSchema() throws {
    try withFile { path in
      let queue = try DatabaseQueue(path: path)
      try Migrations.migrator.migrate(queue, upTo: "4 overtaken")
      try queue.close()
      let store = try ReminderStore(path: path)
      #expect(try store.changeFeed() == ChangeFeed())
      _ = try store.perform(.setCompleted([linked], true), at: Fixture.now)
      #expect(try store.changeFeed().changes.map(\.reminder) == [linked])
      _ = try store.perform(.setCompleted([linked], false), at: Fixture.now)
      let remindAt = try #require(try store.row(linked)?.reminder.fields.remindAt)
      #expect(try store.claimReminders(at: remindAt).map(\.id) == [linked])
    }
  }

  @Test("A file of the fifth schema goes on: what is new follows in the index of words")
  func fifthSchema() throws {
    try withFile { path in
      let queue = try DatabaseQueue(path: path)
      try Migrations.migrator.migrate(queue, upTo: "5 screens")
      let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM reminder") ?? 0 }
      try queue.close()
      let store = try ReminderStore(path: path)
      #expect(store.migrations == ["6 costs"])
      _ = try store.perform(.create(ReminderDraft(fields: ReminderFields(name: "Water plants"))), at: Fixture.now)
      let list = try store.list(ListQuery(.open, filter: ListFilter(text: "plants")), on: Fixture.today)
      #expect(list.rows.map(\.reminder.fields.name) == ["Water plants"])
      try store.write { database in
        #expect(try Int.fetchOne(database, sql: "SELECT max(number) FROM reminder") == count + 1)
        // As a program of the version before writes it, which has the file open still.
        try database.execute(
          sql: """
            INSERT INTO reminder (id, name, words, isCompleted, priority, details, kind, createdAt, isLocalOnly, isMadeHere)
            VALUES ('x', 'X', ' x', 0, 'normal', '', 'custom', 0, 0, 0)
            """)
        #expect(try Int.fetchOne(database, sql: "SELECT max(number) FROM reminder") == count + 2)
        try database.execute(sql: "INSERT INTO reminderSearch (reminderSearch, rank) VALUES ('integrity-check', 1)")
      }
    }
  }

  @Test("A migration that fails half-way leaves the file as it was")
  func interrupted() throws {
    try withFile { path in
      let queue = try DatabaseQueue(path: path)
      // The last table that the second version makes is in its way.
      try queue.write { try $0.execute(sql: "CREATE TABLE vanishing (id INTEGER)") }
      let before = try queue.read(content)
      #expect(throws: StoreError.self) { try ReminderStore(path: path) }
      #expect(try queue.read(content) == before)
      try queue.write { try $0.execute(sql: "DROP TABLE vanishing") }
      #expect(try ReminderStore(path: path).row(linked) != nil)
    }
  }

  /// The schema and every row.
  private func content(_ database: Database) throws -> [String] {
    let schema = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master ORDER BY name")
    let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return try schema.map(\.description)
      + tables.flatMap { try Row.fetchAll(database, sql: "SELECT * FROM \($0)").map(\.description) }
  }
}
