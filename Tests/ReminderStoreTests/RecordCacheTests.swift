import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Look-ahead among the people and records that are known here")
struct RecordCacheTests {
  private static func contact(_ number: Int, _ name: String, _ detail: String = "", isOwn: Bool = false) -> KnownRecord
  {
    let digits = String(number)
    return KnownRecord(
      id: "003" + String(repeating: "0", count: 12 - digits.count) + digits + "AAA", kind: .contact, name: name,
      detail: detail, email: "\(number)@example.com", isOwn: isOwn)
  }

  private static let people = [
    contact(1, "Ada Lovelace", "Head of Analysis, Northwind Cargo"), contact(2, "Ada Zimmer", isOwn: true),
    contact(3, "Adam Ant", isOwn: true), contact(4, "Zoë Coöper", "Purchasing, Harbour & Sons"),
    contact(5, "Małgorzata Wójcik"), contact(6, "Tom O'Brien"), contact(7, "小林 健"), contact(8, "Jean-Luc Ada"),
  ]

  private func fixture() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.store.keep(Self.people, at: fixture.now)
    return fixture
  }

  private func names(_ text: String, _ store: ReminderStore, _ field: ReferenceField = .person) throws -> [String] {
    try store.records(LookUp(field, text)).map(\.name)
  }

  @Test(
    "Each word that is typed begins a word of the name or of the detail, whatever the order, the case and the accents",
    arguments: [
      ("lovelace", ["Ada Lovelace"]), ("LOVE ad", ["Ada Lovelace"]), ("north", ["Ada Lovelace"]),
      ("ada north", ["Ada Lovelace"]), ("zoe", ["Zoë Coöper"]), ("Zoë cooper", ["Zoë Coöper"]),
      ("malg", ["Małgorzata Wójcik"]), ("wojcik", ["Małgorzata Wójcik"]), ("o'br", ["Tom O'Brien"]),
      ("brien", ["Tom O'Brien"]), ("小", ["小林 健"]), ("luc", ["Jean-Luc Ada"]), ("ove", []), ("ada x", []), ("'", []),
      ("%", []), ("ada\"*", ["Ada Zimmer", "Adam Ant", "Ada Lovelace", "Jean-Luc Ada"]),
    ] as [(String, [String])])
  func words(text: String, found: [String]) throws {
    #expect(try names(text, fixture().store) == found)
  }

  @Test("The user's own come first, then by name; but before all those that reminders came to point to last")
  func ranking() throws {
    let fixture = try fixture()
    #expect(try names("ad", fixture.store) == ["Ada Zimmer", "Adam Ant", "Ada Lovelace", "Jean-Luc Ada"])
    var later = fixture
    for (person, seconds) in [(Self.people[0], 10.0), (Self.people[7], 20)] {
      later.now = fixture.now.addingTimeInterval(seconds)
      let fields = ReminderFields(name: "Call", person: person.reference)
      try later.perform(.create(ReminderDraft(fields: fields)))
    }
    #expect(try names("ad", fixture.store) == ["Jean-Luc Ada", "Ada Lovelace", "Ada Zimmer", "Adam Ant"])
    // Of nothing that is typed those that are in use are offered.
    #expect(try names("", fixture.store) == ["Jean-Luc Ada", "Ada Lovelace"])
  }

  @Test("Only what a field can point to is offered for it")
  func kinds() throws {
    let fixture = try Fixture()
    let ids = ["005", "003", "00Q", "001", "006", "a0X"]
    try fixture.store.keep(
      ids.map { KnownRecord(id: $0 + "000000000001AAA", kind: RecordKind(id: $0), name: "Acme \($0)") },
      at: fixture.now)
    #expect(try names("acme", fixture.store, .assignee) == ["Acme 005"])
    #expect(try names("acme", fixture.store, .person) == ["Acme 003", "Acme 00Q"])
    #expect(try names("acme", fixture.store, .relatedTo) == ["Acme 001", "Acme 006", "Acme a0X"])
  }

  @Test("A record is found by its Id of 18 or of 15 characters")
  func byID() throws {
    let store = try fixture().store
    #expect(try names("003000000000004AAA", store) == ["Zoë Coöper"])
    #expect(try names("003000000000004", store) == ["Zoë Coöper"])
    #expect(try names("003000000000099", store) == [])
  }

  @Test("Whoever a task names is known from then on: owner, person, related record, and who changed it")
  func fromTasks() throws {
    let fixture = try Fixture()
    var task = Fixture.task(1)
    task.person = RecordReference(id: "00Q000000000001AAA", name: "Olena Kovalenko")
    task.relatedTo = RecordReference(id: "500000000000001AAA", name: "00001042")
    task.modifiedBy = RecordReference(id: "005000000000077AAA", name: "Sam Okafor")
    _ = try fixture.absorb(task)
    #expect(try fixture.store.records(LookUp(.person, "kov")).map(\.kind) == [.lead])
    #expect(try names("0000", fixture.store, .relatedTo) == ["00001042"])
    #expect(try names("sam", fixture.store, .assignee) == ["Sam Okafor"])
    #expect(try names(Fixture.me.name, fixture.store, .assignee) == [Fixture.me.name])
    // Somebody who was renamed there is found by the new name, and not by the old one.
    task.person = RecordReference(id: "00Q000000000001AAA", name: "Olena Shevchenko")
    task.stamp += 1
    _ = try fixture.absorb(task)
    #expect(try names("kov", fixture.store) == [])
    #expect(try names("shev", fixture.store) == ["Olena Shevchenko"])
  }

  @Test("A name that was not known at first is shown once a task tells it")
  func nameUnknownAtFirst() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    var task = Fixture.task(1, stamp: 10)
    task.person = RecordReference(id: "003000000000001AAA", name: "")
    _ = try fixture.absorb(task)
    #expect(try fixture.row(id).reminder.fields.person?.name == "")
    #expect(try fixture.store.records(LookUp(.person, "")).isEmpty)
    task.person = RecordReference(id: "003000000000001AAA", name: "Ada Lovelace")
    task.stamp += 10
    _ = try fixture.absorb(task)
    #expect(try fixture.row(id).reminder.fields.person?.name == "Ada Lovelace")
  }

  @Test("What is gone there leaves the list; a whole reading also forgets what it has not found of the user's own")
  func gone() throws {
    let fixture = try fixture()
    var reading = RecordReading()
    reading.readAt = fixture.now
    let later = fixture.now.addingTimeInterval(100)
    try fixture.store.absorb(
      [RecordPage(kind: .contact, records: [], gone: [Self.people[0].id], reading: reading)], at: later)
    #expect(try names("ad", fixture.store) == ["Ada Zimmer", "Adam Ant", "Jean-Luc Ada"])
    try fixture.store.absorb(
      [
        RecordPage(
          kind: .contact, records: [Self.people[1]], gone: [], reading: reading,
          forgetsUnseenSince: fixture.now.addingTimeInterval(50))
      ], at: later)
    #expect(try names("ad", fixture.store) == ["Ada Zimmer", "Jean-Luc Ada"])
    #expect(try fixture.store.recordReadings() == [.contact: reading])
  }

  @Test("A reading that is under way is remembered with its place")
  func readings() throws {
    let fixture = try Fixture()
    var reading = RecordReading()
    reading.coveredUntil = fixture.now
    reading.current = RecordReading.Current(startedAt: fixture.now)
    reading.current?.cursor = SyncCursor(stamp: fixture.now, id: "003000000000001AAA")
    reading.current?.count = 2_000
    try fixture.store.absorb([RecordPage(kind: .lead, records: [], gone: [], reading: reading)], at: fixture.now)
    #expect(try fixture.store.recordReadings() == [.lead: reading])
  }

  @Test("Where there are too many, those stay that are in use, then the user's own, then the latest")
  func capacity() throws {
    let fixture = try fixture()
    try fixture.perform(
      .create(ReminderDraft(fields: ReminderFields(name: "Call", person: Self.people[6].reference))))
    try fixture.store.write { try RecordCache.trim(to: 3, $0) }
    let left = try fixture.store.read { try String.fetchSet($0, sql: "SELECT name FROM record") }
    #expect(left == ["小林 健", "Ada Zimmer", "Adam Ant"])
    let words = try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM recordWord") }
    #expect(words == 6)
  }

  @Test("The details of a task have the phone and the e-mail of its person, as far as they are known")
  func contactDetails() throws {
    let fixture = try Fixture()
    let ada = KnownRecord(
      id: "003000000000001AAA", kind: .contact, name: "Ada", email: "ada@example.com", phone: "+31 6 1")
    let id = try #require(
      try fixture.perform(.create(ReminderDraft(fields: ReminderFields(name: "Call", person: ada.reference))))?
        .reminders.first)
    #expect(try fixture.row(id).personEmail == nil)
    try fixture.store.keep([ada], at: fixture.now)
    #expect(try fixture.row(id).personEmail == "ada@example.com")
    #expect(try fixture.row(id).personPhone == "+31 6 1")
  }

  @Test("A file of the first schema knows the people of its tasks")
  func migrated() throws {
    try withFolder { folder in
      let path = folder + "/default.sqlite"
      try Version1File.make(at: path)
      let store = try ReminderStore(path: path)
      #expect(try names("ada", store) == ["Ada Ng"])
      #expect(try names("init", store, .relatedTo) == ["Initech"])
    }
  }
}
