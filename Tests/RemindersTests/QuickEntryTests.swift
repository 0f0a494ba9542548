import Reminders
import Testing

@Suite("Quick entry, on Wednesday 25 November 2026")
struct QuickEntryTests {
  private func entry(_ line: String) throws -> QuickEntry {
    try QuickEntry(line, today: DayExpressionTests.today)
  }

  @Test(
    "The date is taken out of the name",
    arguments: [
      ("Call Ada tomorrow !high", "Call Ada", "2026-11-26"),
      ("Call Ada about renewal tomorrow", "Call Ada about renewal", "2026-11-26"),
      ("call Ada about the renewal, tomorrow", "call Ada about the renewal", "2026-11-26"),
      ("tomorrow call Ada", "call Ada", "2026-11-26"),
      ("Call Ada tomorrow about the renewal", "Call Ada about the renewal", "2026-11-26"),
      ("Send offer next mon", "Send offer", "2026-11-30"),
      ("Send offer in 3 days #email", "Send offer", "2026-11-28"),
      ("Send offer fri", "Send offer", "2026-11-27"),
      ("Send offer fri !high #email @Ada Lovelace", "Send offer", "2026-11-27"),
      ("Visit Sun Microsystems", "Visit Sun Microsystems", nil),
      ("Prepare the may figures for Ada", "Prepare the may figures for Ada", nil),
      ("Read \\tomorrow", "Read tomorrow", nil),
      ("Buy 3 licences", "Buy 3 licences", nil),
    ] as [(String, String, String?)])
  func date(line: String, name: String, due: String?) throws {
    let entry = try entry(line)
    #expect(entry.name == name)
    #expect(entry.due?.iso == due)
  }

  @Test("Marks may stand anywhere")
  func marks() throws {
    let entry = try entry("Call Ada about renewal tomorrow !high #call @Ada Lovelace")
    #expect(entry.name == "Call Ada about renewal")
    #expect(entry.due?.iso == "2026-11-26")
    #expect(entry.priority == .high)
    #expect(entry.kind == .call)
    #expect(entry.personName == "Ada Lovelace")
    let other = try self.entry("#InMail !HIGH Write @Ada Lovelace tomorrow")
    #expect(other.name == "Write")
    #expect(other.kind == .inMail)
    #expect(other.personName == "Ada Lovelace")
    #expect(other.due?.iso == "2026-11-26")
  }

  @Test("A lone !, # or backslash is text")
  func loneMarks() throws {
    #expect(try entry("Copy it to C: \\ or D:").name == "Copy it to C: \\ or D:")
    #expect(try entry("Call now! # 3 !").name == "Call now! # 3 !")
    #expect(try entry("Ship order #4711").name == "Ship order #4711")
  }

  @Test("Bad input is refused with a reason")
  func refusals() {
    #expect(throws: ReminderError.emptyName) { try entry("   ") }
    #expect(throws: ReminderError.emptyName) { try entry("tomorrow !high") }
    #expect(throws: ReminderError.noSuchDay("2026-02-30")) { try entry("Call Ada 2026-02-30") }
    #expect(throws: ReminderError.unknownPriority("urgent")) { try entry("Call Ada !urgent") }
    #expect(throws: ReminderError.unknownKind("fax")) { try entry("Call Ada #fax") }
    #expect(throws: ReminderError.nameTooLong(256)) { try entry(String(repeating: "x", count: 256)) }
    #expect(throws: Never.self) { try entry(String(repeating: "x", count: 255)) }
  }
}
