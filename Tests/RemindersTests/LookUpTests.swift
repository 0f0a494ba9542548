import Reminders
import Testing

@Suite("Looking up people and other records")
struct LookUpTests {
  @Test(
    "Case, accents and punctuation do not count in a search",
    arguments: [
      ("Ada Lovelace", ["ada", "lovelace"]), ("  MAŁGORZATA   Wójcik ", ["malgorzata", "wojcik"]),
      ("Tom O'Brien-Weiß", ["tom", "o", "brien", "weiss"]), ("Søren Ødegård", ["soren", "odegard"]),
      ("Zoë Coöper", ["zoe", "cooper"]), ("健 小林", ["健", "小林"]), ("Ｆｕｌｌ", ["full"]),
      ("İzmir Iğdır", ["izmir", "igdir"]),
      ("…", []), ("", []),
    ] as [(String, [String])])
  func folding(text: String, words: [String]) {
    #expect(FoldedText.words(text) == words)
  }

  @Test("The letters of western languages are folded one by one as they are in a text")
  func latin() throws {
    for value in UInt32(0xA0)...0x24F {
      let text = "Na\(Character(try #require(Unicode.Scalar(value))))Me"
      let words = FoldedText.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      #expect(FoldedText.words(text) == words, "\(text)")
      let found = SearchText.words(name: text, person: nil, relatedTo: nil, details: "")
      #expect(found == words.map { " \($0)" }.joined() + "\n\n\n", "\(text)")
    }
  }

  private static func person(_ name: String, _ number: Int) -> KnownRecord {
    KnownRecord(id: "00300000000000\(number)AAA", kind: .contact, name: name, detail: "Buyer")
  }

  private static let adaLovelace = person("Ada Lovelace", 1)
  private static let adaNg = person("Ada Ng", 2)
  private static let otherAdaNg = person("Ada Ng", 3)

  @Test(
    "A name means the only one that fits, or the only one of that very name; else it is said who there are",
    arguments: [
      ("ada", [], .none), ("ada", [adaLovelace], .one(adaLovelace)),
      ("ada", [adaLovelace, adaNg], .several([adaLovelace, adaNg])),
      ("ADA NG", [adaLovelace, adaNg], .one(adaNg)), ("Áda Ng", [adaNg], .one(adaNg)),
      ("Ada Ng", [adaNg, otherAdaNg, adaLovelace], .several([adaNg, otherAdaNg])),
    ] as [(String, [KnownRecord], RecordMatch)])
  func matches(text: String, records: [KnownRecord], match: RecordMatch) {
    #expect(RecordMatch(text, among: records) == match)
  }

  @Test(
    "An Id is one of a record that the field can point to",
    arguments: [
      (.person, "003000000000001AAA", true), (.person, "00Q000000000001", true), (.person, "005000000000001AAA", false),
      (.assignee, "005000000000001AAA", true), (.relatedTo, "001000000000001AAA", true),
      (.relatedTo, "a0X000000000001AAA", true), (.relatedTo, "congratulations", false), (.person, "0030000", false),
      (.relatedTo, "003000000000001AAA", false),
    ] as [(ReferenceField, String, Bool)])
  func ids(field: ReferenceField, text: String, isID: Bool) {
    #expect(LookUp(field, text).isID == isID)
  }

  @Test("An Id that is not known here is taken at its word, a name is not")
  func unknown() throws {
    let id = "003000000000009AAA"
    #expect(try LookUp(.person, id).reference(among: []) == RecordReference(id: id, name: id))
    #expect(throws: ReminderError.unknownRecord(LookUp(.person, "Nobody"))) {
      try LookUp(.person, "Nobody").reference(among: [])
    }
    #expect(ReminderError.unknownRecord(LookUp(.person, "Nobody")).description.contains("No person “Nobody”"))
  }

  @Test("Where a name can be several, they are listed with what they are and their Ids")
  func ambiguous() {
    let lookUp = LookUp(.person, "Ada Ng")
    let error = #expect(throws: ReminderError.self) {
      try lookUp.reference(among: [Self.adaNg, Self.otherAdaNg])
    }
    let text = error?.description ?? ""
    #expect(text.contains("Ada Ng (contact, Buyer) 003000000000002AAA; Ada Ng (contact, Buyer) 003000000000003AAA"))
    let many = ReminderError.ambiguousRecord(lookUp, (1...9).map { Self.person("Ada \($0)", $0) }).description
    #expect(many.contains("Ada 8") && !many.contains("Ada 9") && many.contains("and others"))
  }

  @Test(
    "A task with a lead is related to nothing",
    arguments: [
      ("003", "001", true), ("00Q", nil, true), ("00Q", "001", false), ("00Q", "006", false), (nil, "001", true),
    ] as [(String?, String?, Bool)])
  func leads(person: String?, relatedTo: String?, isTaken: Bool) {
    var fields = ReminderFields(name: "Call")
    fields.person = person.map { RecordReference(id: $0 + "000000000001AAA", name: "Ada") }
    fields.relatedTo = relatedTo.map { RecordReference(id: $0 + "000000000001AAA", name: "Acme") }
    if isTaken {
      #expect(throws: Never.self) { try fields.checkRelation() }
    } else {
      #expect(throws: ReminderError.leadWithRelation("Ada")) { try fields.checkRelation() }
    }
  }
}
