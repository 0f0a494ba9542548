import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Choosing a person, a record and who does it")
struct RecordPickerTests {
  private static func person(_ number: Int, _ name: String, _ detail: String, isLead: Bool = false) -> KnownRecord {
    KnownRecord(
      id: (isLead ? "00Q" : "003") + "00000000000\(number)AAA", kind: isLead ? .lead : .contact, name: name,
      detail: detail)
  }

  static let adas = [
    person(1, "Ada Lovelace", "Head of Analysis, Northwind Cargo"), person(2, "Ada Zimmer", "Buyer, Lumen Optics"),
    person(3, "Agnieszka Dąbrowska", "Marketing Lead, Studio Dąb", isLead: true),
  ]

  /// The form of a new task, in its field for the person.
  static func inPerson(
    _ columns: Int = 80, _ rows: Int = 24, _ state: SyncStatus.State = .live, glyphs: Glyphs = .unicode
  ) -> State {
    var status = Fixture.status
    status.state = state
    var form = Fixture.state(columns, rows, status: status, glyphs: glyphs)
    form.press("A")
    form.type("Call her")
    form.press("tab", "tab", "tab", "tab")
    return form
  }

  private func form(_ state: State) -> FormScreen? { state.screen(FormScreen.self) }
  private func picker(_ state: State) -> RecordPicker? { form(state)?.pickers[.person] }
  private func lookUp(_ text: String) -> LookUp { LookUp(.person, text) }

  private func created(_ effects: [Effect]) -> ReminderFields? {
    guard case .perform(.create(let draft))? = effects.first else { return nil }
    return draft.fields
  }

  @Test("Each key looks up what is known here, and only the answer to what stands there counts")
  func perKey() {
    var state = Self.inPerson()
    #expect(state.type("ad") == [.lookUp(lookUp("a")), .lookUp(lookUp("ad"))])
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Self.adas, .here)))
    state.send(.lookedUp(LookUpAnswer(lookUp("a"), [], .here)))
    #expect(picker(state)?.records == Self.adas)
    #expect(state.picture.text.contains("› Ada Lovelace  contact · Head of Analysis, Northwind Cargo"))
  }

  @Test("Arrows choose, enter takes, and the next enter saves", arguments: ["enter", "tab"])
  func choose(key: String) {
    var state = Self.inPerson()
    state.type("ad")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Self.adas, .here)))
    state.press("down", "down", "down", "up", key)
    #expect(picker(state)?.chosen == Self.adas[1].reference)
    #expect(form(state)?.focus == (key == "tab" ? .relatedTo : .person))
    #expect(form(state)?[.person].text == "Ada Zimmer")
    #expect(created(state.press("enter"))?.person == Self.adas[1].reference)
  }

  @Test("In an empty field the arrow opens the list of the latest; where nobody is known it goes on to the next field")
  func latest() {
    var state = Self.inPerson()
    #expect(state.picture.text.contains("down latest"))
    #expect(state.press("down") == [.lookUp(lookUp(""))])
    state.send(.lookedUp(LookUpAnswer(lookUp(""), Self.adas, .here)))
    #expect(!state.picture.text.contains("down latest"))
    state.press("down", "enter")
    #expect(picker(state)?.chosen == Self.adas[1].reference)
    state.press("down")
    #expect(form(state)?.focus == .relatedTo)
    state.press("down")
    state.send(.lookedUp(LookUpAnswer(LookUp(.relatedTo, ""), [], .here)))
    state.press("down")
    #expect(form(state)?.focus == .assignee)
  }

  @Test("A field shows its beginning where nobody types in it")
  func beginning() {
    var state = Self.inPerson(40, 16)
    state.type("Maximiliane Freifrau von und zu Hohenlohe")
    #expect(!state.picture.text.contains("Maximiliane"))
    state.press("tab")
    #expect(state.picture.text.contains("Maximiliane"))
  }

  @Test("esc closes the list and nothing else")
  func close() {
    var state = Self.inPerson()
    state.type("ad")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Self.adas, .here)))
    state.press("esc")
    #expect(form(state)?.isListOpen == false)
    #expect(form(state)?[.person].text == "ad")
    #expect(state.footer.contains("Not saved") == false)
  }

  @Test("A click takes a record")
  func click() throws {
    var state = Self.inPerson()
    state.type("ad")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Self.adas, .here)))
    let row = try #require((0..<24).first { state.picture.text(ofRow: $0).contains("Ada Zimmer") })
    state.send(.terminal(.mouse(Mouse(.press(.left), at: Position(column: 20, row: row)))))
    #expect(picker(state)?.chosen == Self.adas[1].reference)
  }

  @Test("A text that means only one is taken for that one; else it is told at the field")
  func unclear() {
    var state = Self.inPerson()
    state.type("lovelace")
    state.send(.lookedUp(LookUpAnswer(lookUp("lovelace"), [Self.adas[0]], .here)))
    #expect(created(state.press("ctrl-s"))?.person == Self.adas[0].reference)

    state = Self.inPerson()
    state.type("ad")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Self.adas, .here)))
    #expect(state.press("ctrl-s") == [])
    #expect(form(state)?.errors[.person]?.contains("can be several") == true)
    state.type("xyz")
    state.send(.lookedUp(LookUpAnswer(lookUp("adxyz"), [], .here)))
    #expect(state.press("ctrl-s") == [])
    #expect(form(state)?.errors[.person]?.contains("No person “adxyz”") == true)
  }

  @Test("An empty field means nobody, and clears who was there; but somebody has to do the task")
  func cleared() {
    var state = Fixture.state()
    state.press("e", "tab", "tab", "tab")
    // The task is a call: outcome and reason come first.
    state.press("tab", "tab", "tab", "ctrl-u", "tab", "ctrl-u")
    guard case .perform(.edit(_, let fields, let changed))? = state.press("ctrl-s").first else {
      Issue.record("Nothing was sent.")
      return
    }
    #expect(changed == [.person, .relatedTo] && fields.person == nil && fields.relatedTo == nil)
    state = Fixture.state()
    state.press("e", "backtab", "backtab", "backtab", "ctrl-u")
    #expect(state.press("ctrl-s") == [])
    #expect(form(state)?.errors[.assignee]?.contains("Somebody has to do it") == true)
  }

  @Test("A lead and something that the task is related to exclude each other: it is told before anything is sent")
  func lead() {
    var state = Fixture.state()
    state.press("e", "tab", "tab", "tab", "tab", "tab", "tab", "ctrl-u")
    state.type("ag")
    state.send(.lookedUp(LookUpAnswer(lookUp("ag"), [Self.adas[2]], .here)))
    state.press("tab")
    #expect(state.picture.text.contains("is a lead"))
    #expect(state.press("ctrl-s") == [])
    #expect(form(state)?.focus == .relatedTo)
    state.press("ctrl-u")
    #expect(!state.picture.text.contains("is a lead"))
    #expect(state.press("ctrl-s").count == 1)
  }

  @Test("The org is asked after a pause in typing, where little is known here and it can be reached")
  func asksOrg() {
    var state = Self.inPerson()
    state.type("ad")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Array(Self.adas.prefix(1)), .here)))
    #expect(Interface.nextDeadline(state) == Fixture.now.addingTimeInterval(LookAhead.pause))
    #expect(state.picture.text.contains("searching Salesforce…"))
    func wait(_ seconds: TimeInterval) -> [Effect] {
      state.send(.time(Fixture.now.addingTimeInterval(seconds), Fixture.today))
    }
    #expect(wait(0.2) == [])
    state.type("a")
    state.send(.lookedUp(LookUpAnswer(lookUp("ada"), Array(Self.adas.prefix(1)), .here)))
    #expect(wait(0.4) == [])
    #expect(wait(0.5) == [.searchOrg(lookUp("ada"))])
    #expect(wait(2) == [])
    state.press("down")
    state.send(.lookedUp(LookUpAnswer(lookUp("ada"), Self.adas, .org)))
    #expect(picker(state)?.records == Self.adas)
    #expect(!state.picture.text.contains("searching"))
  }

  @Test("What is selected stays selected when more is found")
  func staysSelected() {
    var state = Self.inPerson()
    state.type("ad")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Array(Self.adas.dropFirst()), .here)))
    state.press("down")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Self.adas, .org)))
    state.press("enter")
    #expect(picker(state)?.chosen == Self.adas[2].reference)
  }

  @Test(
    "Where the org cannot be reached it is said, and what is known here is offered; where much is known it is not asked",
    arguments: [
      (SyncStatus.State.offline, 1, "offline: what is known here"), (.loginNeeded, 0, "offline: what is known here"),
      (.live, 5, nil), (.polling(every: .seconds(15)), 1, "searching Salesforce…"),
    ] as [(SyncStatus.State, Int, String?)])
  func offline(sync: SyncStatus.State, known: Int, remark: String?) {
    var state = Self.inPerson(80, 24, sync)
    state.type("ad")
    let records = (0..<known).map { Self.person($0, "Ada \($0)", "") }
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), records, .here)))
    let picture = state.picture.text
    for text in ["offline: what is known here", "searching Salesforce…"] {
      #expect(picture.contains(text) == (text == remark), "\(text)")
    }
    if known > 0 { #expect(picture.contains("Ada 0")) }
  }

  @Test("One letter is too little to ask the org, and a failure is said in its words")
  func limits() {
    var state = Self.inPerson()
    state.type("a")
    state.send(.lookedUp(LookUpAnswer(lookUp("a"), [], .here)))
    #expect(Interface.nextDeadline(state) != Fixture.now.addingTimeInterval(LookAhead.pause))
    #expect(state.picture.text.contains("no person fits"))
    state.type("d")
    state.send(.lookedUp(LookUpAnswer(lookUp("ad"), [], .failed("Cannot reach Salesforce: no route"))))
    #expect(state.picture.text.contains("Cannot reach Salesforce: no route"))
  }

  @Test("An answer that comes after the form was closed does nothing")
  func late() {
    var state = Self.inPerson()
    state.type("ad")
    state.press("esc", "esc", "esc")
    #expect(form(state) == nil)
    #expect(state.send(.lookedUp(LookUpAnswer(lookUp("ad"), Self.adas, .here))) == [])
  }

}

@Suite("People in quick add")
struct QuickAddPersonTests {
  private let ada = KnownRecord(
    id: "003000000000001AAA", kind: .contact, name: "Ada Lovelace", detail: "Head of Analysis, Northwind Cargo")
  private let zimmer = KnownRecord(id: "003000000000002AAA", kind: .contact, name: "Ada Zimmer", detail: "Buyer")

  private func typed(_ name: String, _ sync: SyncStatus.State = .live) -> (state: State, lookUp: LookUp) {
    var status = Fixture.status
    status.state = sync
    var state = Fixture.state(status: status)
    state.press("a")
    state.type("Call her @\(name)")
    return (state, LookUp(.person, name))
  }

  @Test("It shows whom a name means while it is typed")
  func found() throws {
    var (state, lookUp) = typed("love")
    state.send(.lookedUp(LookUpAnswer(lookUp, [ada], .here)))
    #expect(state.picture.text.contains("@Ada Lovelace (contact)"))
    let entry = try QuickEntry("Call her @love", today: Fixture.today.day)
    #expect(state.press("enter") == [.add(entry)])
  }

  @Test("Where a name can be several it says who there are")
  func several() {
    var (state, lookUp) = typed("Ada")
    state.send(.lookedUp(LookUpAnswer(lookUp, [ada, zimmer], .here)))
    let picture = state.picture.text
    #expect(picture.contains("@Ada?"))
    #expect(picture.contains("Ada Lovelace (contact, Head of Analysis") && picture.contains("Ada Zimmer"))
  }

  @Test("Somebody who is not known here is looked for in the org after a pause, or at once with enter")
  func asksOrg() {
    var (state, lookUp) = typed("Nobody")
    state.send(.lookedUp(LookUpAnswer(lookUp, [], .here)))
    #expect(state.press("enter") == [.searchOrg(lookUp)])
    #expect(state.picture.text.contains("searching Salesforce…"))
    state.send(.lookedUp(LookUpAnswer(lookUp, [], .org)))
    #expect(state.picture.text.contains("no person fits"))
    // Then the program says what to do.
    #expect(state.press("enter").count == 1)
    (state, lookUp) = typed("Nobody")
    state.send(.lookedUp(LookUpAnswer(lookUp, [], .here)))
    #expect(state.send(.time(Fixture.now.addingTimeInterval(0.4), Fixture.today)) == [.searchOrg(lookUp)])
  }

  @Test("Offline it says that only those are found who are known here")
  func offline() throws {
    var (state, lookUp) = typed("Nobody", .offline)
    state.send(.lookedUp(LookUpAnswer(lookUp, [], .here)))
    #expect(state.picture.text.contains("offline: what is known here"))
    #expect(state.press("enter") == [.add(try QuickEntry("Call her @Nobody", today: Fixture.today.day))])
  }
}
