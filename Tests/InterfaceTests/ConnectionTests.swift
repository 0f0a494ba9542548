import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The screen of the connection")
struct ConnectionTests {
  private func state(
    _ columns: Int = 80, _ rows: Int = 24, _ facts: ConnectionFacts = Fixture.connection, glyphs: Glyphs = .unicode
  ) -> State {
    var state = Fixture.state(columns, rows, glyphs: glyphs)
    state.send(.connection(facts))
    return state
  }

  @Test("Every finding can be reached at the smallest size")
  func scrolls() {
    var state = state(40, 10)
    state.press("i", "g")
    var seen = state.picture.text
    for _ in 0..<40 { seen += state.press("j").isEmpty ? state.picture.text : "" }
    for word in ["Org", "API version", "Time zone", "Details", "Completed is", "New tasks", "API calls", "Live"] {
      #expect(seen.contains(word))
    }
    state.press("g")
    #expect(state.picture.text.contains("Org"))
  }

  @Test("A mapped value that the org lacks opens it by itself, once, and is chosen from the org's own")
  func choice() {
    var facts = Fixture.connection
    facts.statuses = ["Open", "In Progress", "Done"]
    var state = state(80, 24, facts)
    #expect(state.screen(ConnectionScreen.self) != nil)
    #expect(state.picture.text.contains("the org has no value “Not Started”"))
    state.press("enter")
    #expect(state.press("enter") == [.set(.statusOpen, "Open")])
    state.send(.settingSaved(.statusOpen))
    state.press("esc")
    #expect(state.screen(ListScreen.self) != nil)
    state.send(.connection(facts))
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("In the settings, too, the org's own values are offered instead of typing one")
  func settings() {
    var state = state()
    state.press(",", "j", "j", "j", "j", "enter")
    #expect(state.screen(ValueMenu.self) != nil)
    #expect(state.press("2") == [.set(.statusCompleted, "In Progress")])
    state.press("esc")
    #expect(state.press("i") == [])
    #expect(state.screen(ConnectionScreen.self) != nil)
  }

  @Test("A failure that is newly found opens it, but not over what the user is doing, and not again")
  func failure() {
    var state = state()
    #expect(state.screen(ListScreen.self) != nil)
    var facts = Fixture.connection
    facts.rights.mayCreate = false
    state.press("a")
    state.send(.connection(facts))
    #expect(state.screen(QuickAdd.self) != nil)
    state.press("esc")
    #expect(state.screen(ConnectionScreen.self) != nil)
    state.press("esc")
    state.send(.connection(facts))
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("What was found before the program started is not shown again, and nothing while sync is off")
  func old() {
    var facts = Fixture.connection
    facts.rights.mayCreate = false
    #expect(state(80, 24, facts).screen(ListScreen.self) != nil)
    facts.statuses = ["Open", "Done"]
    var off = Fixture.state(agenda: ListContents())
    off.send(.connection(facts))
    #expect(off.screen(ListScreen.self) != nil)
  }

  @Test("Without a connection it says so")
  func none() {
    var state = Fixture.state()
    state.press("i")
    #expect(state.picture.text.contains("No org has been connected yet."))
  }

  @Test("A connection that fails now is the first finding")
  func offline() {
    var state = state()
    state.send(.status(SyncStatus(state: .offline, reason: "cannot reach Salesforce: no route")))
    state.press("i")
    #expect(state.picture.text.contains("cannot reach Salesforce: no route"))
  }

  @Test("A sandbox is another colour in the header, and is said to be one, at every width", arguments: [120, 80, 40])
  func sandbox(columns: Int) throws {
    var facts = Fixture.connection
    facts.organization.isSandbox = true
    let state = state(columns, 24, facts)
    let header = state.picture.text(ofRow: 0)
    #expect(header.contains("Agenda") && header.contains("  sandbox"))
    let cell = try #require(state.picture.cell(at: Position(column: columns - 1, row: 0)))
    #expect(cell.style.background == Theme.standard[.sandbox].background)
    #expect(self.state(columns).picture.text.contains("sandbox") == false)
    if columns >= 80 {
      let bar = state.picture.text(ofRow: 23)
      for part in ["sandbox", "acme.my.salesforce.com", "● Live", "↑2", "13:05"] { #expect(bar.contains(part)) }
    }
  }

  @Test("What a missing right keeps here says so in the row and in the details")
  func kept() {
    var agenda = Fixture.agenda
    agenda[.today][4].refusal = Refusal(.field, "Priority is read-only for you in Salesforce, where it is “normal”.")
    var state = Fixture.state(100, 30, agenda: agenda)
    #expect(state.picture.text.contains("kept here"))
    state.press("j", "j", "j", "j")
    #expect(state.picture.text.contains("Kept here, not sent"))
    #expect(state.picture.text.contains("read-only for you"))
  }
}

extension Fixture {
  /// What an org told in which details are hidden and the priority is read-only.
  static var connection: ConnectionFacts {
    let names = [
      "Subject", "Status", "IsClosed", "Priority", "ActivityDate", "TaskSubtype", "OwnerId", "WhoId", "WhatId",
      "IsReminderSet", "ReminderDateTime", "CompletedDateTime",
    ]
    return ConnectionFacts(
      foundAt: now, apiVersion: "67.0", userName: "Ada Admin", username: "ada@acme.com", timeZone: "Europe/Amsterdam",
      organization: .init(name: "Acme", edition: "Enterprise Edition", instance: "EU42", isSandbox: false),
      rights: TaskRights(
        mayRead: true, mayCreate: true, mayEdit: true, mayDelete: true,
        fields: Dictionary(
          uniqueKeysWithValues: names.map { ($0, .init(isCreateable: true, isUpdateable: $0 != "Priority")) })),
      statuses: ["Not Started", "In Progress", "Completed", "Deferred"], priorities: ["High", "Normal", "Low"],
      isTaskInUserInterfaceAPI: true, externalIDFields: [], createWay: "Idempotency-Key",
      usage: .init(used: 1_250, limit: 100_000))
  }
}
