import Testing

@testable import OrgModel

struct RecordIDTests {
  @Test(
    "An Id of 15 characters gets the suffix that tells the case of its letters",
    arguments: [
      ("001A0000006Vm9r", "001A0000006Vm9rIAC"), ("00T000000000000", "00T000000000000EAA"),
      ("0013h00000Fz0Gz", "0013h00000Fz0GzAAJ"), ("a001a000001a5vO", "a001a000001a5vOAAQ"),
      ("003e0000003GuNX", "003e0000003GuNXAA0"),
    ])
  func suffix(short: String, long: String) {
    #expect(RecordID(short)?.text == long)
    #expect(RecordID(long) == RecordID(short))
  }

  @Test("An Id of 18 characters finds its case back")
  func caseIsRestored() {
    #expect(RecordID("001a0000006vm9riac")?.text == "001A0000006Vm9rIAC")
    #expect(RecordID("001A0000006VM9RIAC")?.text == "001A0000006Vm9rIAC")
  }

  @Test(
    "What is not an Id is refused",
    arguments: [
      "", "00T", "00T00000000000", "00T0000000000000", "00T00000000000-", "00T000000000000E!A", "００T000000000",
    ])
  func malformed(text: String) {
    #expect(RecordID(text) == nil)
  }

  @Test("A later record has a higher Id, also where the digits change from lower to upper case")
  func order() {
    let ids = (0..<200).map { RecordID(prefix: "00T", number: $0 * 31) }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == 200)
    #expect(ids.allSatisfy { RecordID(String($0.short)) == $0 })
  }
}
