import ReminderStore
import Reminders
import Testing

@Suite("What is typed in a screen")
struct UnfinishedWorkTests {
  @Test("It is kept for each screen, until there is nothing")
  func kept() throws {
    let store = try Fixture().store
    try store.keep(Unfinished(entry: "Call Ada"), of: 0)
    try store.keep(Unfinished(entry: "Call Bob"), of: 2)
    try store.keep(Unfinished(entry: "Call Ada again"), of: 0)
    #expect(try store.unfinished().mapValues(\.entry) == [0: "Call Ada again", 2: "Call Bob"])
    try store.keep(Unfinished(), of: 0)
    #expect(try store.unfinished().mapValues(\.entry) == [2: "Call Bob"])
  }

  @Test("To edit a task that is in the trash does nothing, and says so")
  func deleted() throws {
    let fixture = try Fixture()
    let added = try fixture.store.perform(
      .create(ReminderDraft(fields: ReminderFields(name: "Call Ada"))), at: Fixture.now)
    let id = try #require(added?.reminders.first)
    _ = try fixture.store.perform(.delete([id]), at: Fixture.now)
    let report = try fixture.store.perform(.edit(id, ReminderFields(name: "Ring"), [.name]), at: Fixture.now)
    #expect(report?.reminders == [])
    #expect(report?.summary.contains("deleted") == true)
  }
}
