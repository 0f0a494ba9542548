import Reminders
import Testing

@Suite("What a new reminder may be (sync-rules.md §1)")
struct DraftTests {
  private func draft(details: String) -> ReminderDraft {
    ReminderDraft(fields: ReminderFields(name: "Call Ada", details: details))
  }

  @Test("Details of 32,000 characters are taken as they are")
  func longestDetails() throws {
    let details = String(repeating: "x", count: 32_000)
    #expect(try draft(details: details).validated().fields.details == details)
  }

  @Test("Details that Salesforce would not take are refused with what to do, counted as Salesforce counts")
  func tooLongDetails() {
    for details in [String(repeating: "x", count: 32_001), String(repeating: "x", count: 31_999) + "👍"] {
      let error = #expect(throws: ReminderError.detailsTooLong(32_001)) { try draft(details: details).validated() }
      #expect(error?.description.contains("32001") == true)
      #expect(error?.description.contains("shorten") == true)
    }
  }

  @Test(
    "A name is one line, and not longer than a Subject",
    arguments: [
      (" Call Ada \n", "Call Ada"), ("Call\nAda", "Call Ada"),
      (String(repeating: "x", count: 255), String(repeating: "x", count: 255)),
    ])
  func name(typed: String, kept: String) throws {
    #expect(try ReminderDraft(fields: ReminderFields(name: typed)).validated().fields.name == kept)
  }

  @Test("An empty name and one of 256 characters are refused")
  func refusedNames() {
    let wrong: [(String, ReminderError)] = [
      ("", .emptyName), (" \n ", .emptyName), (String(repeating: "x", count: 256), .nameTooLong(256)),
    ]
    for (name, error) in wrong {
      #expect(throws: error) { try ReminderDraft(fields: ReminderFields(name: name)).validated() }
    }
  }
}
