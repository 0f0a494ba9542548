import Localization
import ReminderStore
import Reminders
import Testing

@Suite("Words of the store in another language")
struct SummaryLanguageTests {
  private static let language = Language(
    code: "nl", name: "Nederlands", calendar: Language.english.calendar,
    texts: [
      "Completed “{}”": .text("“{}” voltooid"),
      "Completed {} tasks": .plural([.one: "{} taak voltooid", .other: "{} taken voltooid"]),
      "Undone: {}": .text("Ongedaan gemaakt: {}"), "completed": .text("voltooid"), "open": .text("open"),
    ], plural: .oneOrOther, typedWords: [:])

  @Test("What an action did is one sentence, which the history keeps as it was said")
  func summaries() throws {
    let fixture = try Fixture()
    let ids = try ["Call Ada", "Write Carla"].map { try fixture.add($0) }
    let summaries = try Localization.with(Self.language) {
      try [(ids[0], true), (ids[0], false)].map { try fixture.summary(.setCompleted([$0], $1)) }
        + [try fixture.summary(.setCompleted(ids, true))]
    }
    #expect(summaries == ["“Call Ada” voltooid", "Reopened “Call Ada”", "2 taken voltooid"])
    #expect(try fixture.summary(.undo) == "Undone: 2 taken voltooid")
    let undone = try Localization.with(Self.language) { try fixture.summary(.undo) }
    #expect(undone == "Ongedaan gemaakt: Reopened “Call Ada”")
  }

  @Test("Values of fields are kept in English, and said in the language when they are shown")
  func values() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    _ = try Localization.with(Self.language) { try fixture.perform(.setCompleted([id], true)) }
    let change = try #require(try fixture.store.changeFeed().changes.first?.fields.first)
    #expect(change.new == "completed")
    Localization.with(Self.language) {
      #expect(change.field.word(for: "completed") == "voltooid")
      #expect(ReminderField.name.word(for: "completed") == "completed")
    }
  }
}
