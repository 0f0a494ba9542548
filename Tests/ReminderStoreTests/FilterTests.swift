import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Filters and orders")
struct FilterTests {
  private static let ada = RecordReference(id: "003A", name: "Ada Lovelace")

  private func store() throws -> Fixture {
    let fixture = try Fixture()
    let tasks = [
      ReminderFields(
        name: "Call about the renewal", priority: .high, due: Fixture.today.day, person: Self.ada, kind: .call),
      ReminderFields(
        name: "Mail Núñez", due: Fixture.today.day, details: "Ask Małgorzata Weiß for the three-year price",
        kind: .email),
      ReminderFields(
        name: "田中さんに電話する", due: Fixture.today.day, relatedTo: RecordReference(id: "001A", name: "東京支社 Acme")),
      ReminderFields(name: "Book 2 rooms", details: "for Ada and the renewal team", kind: .inMail),
    ]
    for fields in tasks { _ = try fixture.store.perform(.create(ReminderDraft(fields: fields)), at: fixture.now) }
    return fixture
  }

  private func names(_ filter: ListFilter, _ fixture: Fixture) throws -> [String] {
    let query = ListQuery(.open, filter: filter)
    let names = try fixture.store.list(query, on: Fixture.today).rows.map(\.reminder.fields.name)
    // A command lists the same tasks for the same words.
    #expect(try fixture.store.rows(.open, filter, on: Fixture.today).map(\.reminder.fields.name) == names)
    return names
  }

  @Test(
    "All words have to begin a word of name, details, person or related record, whatever the order, case and accents",
    arguments: [
      ("renewal ada", ["Call about the renewal", "Book 2 rooms"]), ("REN lov", ["Call about the renewal"]),
      ("newal", []), ("ada x", []), ("nunez", ["Mail Núñez"]), ("NÚÑ", ["Mail Núñez"]),
      ("malgorzata weiss", ["Mail Núñez"]), ("weiß", ["Mail Núñez"]), ("year", ["Mail Núñez"]),
      ("three-year", ["Mail Núñez"]), ("2", ["Book 2 rooms"]), ("acme", ["田中さんに電話する"]),
    ])
  func words(_ text: String, _ found: [String]) throws {
    #expect(try names(ListFilter(text: text), try store()) == found)
  }

  @Test(
    "Where words have no spaces between, any part is found",
    arguments: ["田中", "中さん", "電話", "する", "東京 電話", "支社", "田中さんに電話する"])
  func unspaced(_ text: String) throws {
    #expect(try names(ListFilter(text: text), try store()) == ["田中さんに電話する"])
  }

  @Test("Letters that are there, but not together, are not what was typed", arguments: ["中田", "田さん", "話する電"])
  func apart(_ text: String) throws {
    #expect(try names(ListFilter(text: text), try store()).isEmpty)
  }

  @Test("Kind, priority, person and words together narrow a list")
  func structured() throws {
    let fixture = try store()
    #expect(try names(ListFilter(kind: .email), fixture) == ["Mail Núñez"])
    #expect(try names(ListFilter(text: "ada", kind: .inMail), fixture) == ["Book 2 rooms"])
    #expect(try names(ListFilter(text: "about", kind: .call, priority: .high, person: Self.ada), fixture).count == 1)
    #expect(try names(ListFilter(kind: .email, person: Self.ada), fixture).isEmpty)
  }

  @Test(
    "No text is read as syntax",
    arguments: [
      "\"", "ada\"", "\"ada", "NEAR(ada renewal)", "ada OR mail", "ada NOT renewal", "name:ada", "words : ada", "-ada",
      "^ada", "ada*", "ada + renewal", "{words}: ada", "%", "_", "' OR 1 --", "\u{0}", "ada\u{0}x", "((((", "🎉",
    ])
  func syntax(_ text: String) throws {
    let fixture = try store()
    _ = try names(ListFilter(text: text), fixture)
    // Which is what counts the matches of a large view.
    _ = try fixture.store.read { try WordLookUp.rare(SearchTerms(text).terms, $0) }
  }

  @Test("Signs alone fit to nothing, spaces alone to everything")
  func signs() throws {
    let fixture = try store()
    #expect(try names(ListFilter(text: "?!"), fixture).isEmpty)
    #expect(try names(ListFilter(text: "  "), fixture).count == 4)
  }

  @Test("The index knows what was added, changed, undone, pulled, deleted and forgotten")
  func index() throws {
    let fixture = try store()
    func found(_ text: String) throws -> Int {
      try fixture.store.rows(.all, ListFilter(text: text), on: Fixture.today).count
    }
    let id = try fixture.add("Water the plants")
    try fixture.perform(.edit(id, ReminderFields(name: "Feed the cat"), [.name]))
    #expect(try (found("water"), found("feed")) == (0, 1))
    try fixture.perform(.undo)
    #expect(try (found("water"), found("feed")) == (1, 0))
    _ = try fixture.imported(Fixture.task(1, "Pulled in"))
    #expect(try found("pulled") == 1)
    try fixture.perform(.delete([id]))
    #expect(try fixture.store.rows(.trash, ListFilter(text: "water"), on: Fixture.today).count == 1)
    try fixture.store.write { database in
      try database.execute(sql: "DELETE FROM reminder WHERE id = ?", arguments: [id.rawValue])
      // It compares the index with the rows ("SQLite FTS5 Extension", "The 'integrity-check' Command").
      try database.execute(sql: "INSERT INTO reminderSearch (reminderSearch, rank) VALUES ('integrity-check', 1)")
      let stale = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM reminderSearch WHERE reminderSearch MATCH 'water'")
      #expect(stale == 0)
    }
  }

  // MARK: - Orders, and large lists

  /// A store with so many open tasks and half as many completed ones, of all sorts.
  private func large(_ count: Int) throws -> Fixture {
    let fixture = try Fixture()
    try fixture.store.write { database in
      try database.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          INSERT INTO reminder (id, name, words, isCompleted, completedAt, priority, due, details, personId, personName,
            kind, createdAt, isLocalOnly, isMadeHere)
          SELECT printf('%08x', i * 7919 % 1000003), 'Call ' || (i % 97), printf(' call %d n%d', i % 97, i), i % 3 = 0,
            iif(i % 3 = 0, i * 1000, NULL), iif(i % 5 = 0, 'high', 'normal'), iif(i % 11 = 0, NULL, 20000 + i * 31 % 700),
            '', iif(i % 7 = 0, NULL, '003'), iif(i % 7 = 0, NULL, 'Person ' || (i % 13)), 'custom', i * 37 % 100000, 0, 0
          FROM n
          """, arguments: [count * 3 / 2])
    }
    return fixture
  }

  @Test(
    "However many there are, the first rows are those that sorting all of them finds", arguments: ListOrder.allCases)
  func sameRows(_ order: ListOrder) throws {
    let fixture = try large(ViewSearch.smallView + 500)
    // In all, in many, in some, in one, in none.
    for text in ["", "c", "call 1", "call 42", "n1231", "zebra"] {
      for view in [ReminderView.open, .overdue] {
        let query = ListQuery(view, filter: ListFilter(text: text), order: order, limit: 40)
        let list = try fixture.store.list(query, on: Fixture.today)
        let all = try fixture.store.read { database in
          try ViewQuery(view, on: Fixture.today).filtered(by: query.filter).ordered(by: order).rows(database)
        }
        #expect(list.rows.map(\.id) == all.prefix(40).map(\.id), "\(view) \(text)")
        #expect(list.isCut == (all.count > 40))
        if !text.isEmpty, !list.found.isLeast { #expect(list.found.value == all.count) }
      }
    }
  }

  @Test("What a key costs does not grow with the store")
  func price() throws {
    let small = try large(ViewSearch.smallView * 3)
    let big = try large(ViewSearch.smallView * 9)
    // In all, in some, in a few, in none.
    for text in ["c", "call 1", "call n1234", "call z", "zebra"] {
      for (order, view) in [(ListOrder.due, ReminderView.open), (.due, .completed), (.name, .open), (.newest, .open)] {
        let query = ListQuery(view, filter: ListFilter(text: text), order: order)
        let steps = try small.steps { _ = try $0.list(query, on: Fixture.today) }
        #expect(
          try big.steps { _ = try $0.list(query, on: Fixture.today) } < steps + steps / 4, "\(text) \(order) \(view)")
      }
    }
  }

  @Test("What a list costs, and how many there are, does not grow with the store", arguments: ReminderView.allCases)
  func listPrice(_ view: ReminderView) throws {
    let small = try large(ViewSearch.smallView * 3)
    let big = try large(ViewSearch.smallView * 9)
    let query = ListQuery(view)
    let steps = try small.steps { _ = try $0.list(query, on: Fixture.today) }
    #expect(try big.steps { _ = try $0.list(query, on: Fixture.today) } < steps + steps / 4)
  }

  @Test("What is overdue is counted by an index alone, and no further than a thousand")
  func counted() throws {
    let fixture = try large(ViewSearch.smallView * 4)
    var found: BoundedCount?
    let statements = try fixture.statements {
      found = try $0.list(.agenda, on: Fixture.today).groups.first { $0.kind == .overdue }?.found
    }
    #expect(found == BoundedCount(ViewSearch.smallView, isLeast: true))
    let count = try #require(statements.first { $0.contains("LIMIT \(ViewSearch.smallView + 1)") })
    #expect(try fixture.plan(of: count).contains { $0.contains("COVERING INDEX reminder_open_due") })
  }

  @Test("Many rows are read in their order, and never sorted", arguments: ListOrder.allCases)
  func plans(_ order: ListOrder) throws {
    let fixture = try large(ViewSearch.smallView + 500)
    let query = ListQuery(.open, filter: ListFilter(text: "call"), order: order, limit: 40)
    let walks = try fixture.statements { _ = try $0.list(query, on: Fixture.today) }.filter { $0.contains("LIMIT 41") }
    #expect(!walks.isEmpty)
    for walk in walks {
      let plan = try fixture.plan(of: walk)
      #expect(!plan.contains("USE TEMP B-TREE FOR ORDER BY"), "\(walk)")
    }
  }
}
