import Reminders
import Testing

@testable import ReminderStore

@Suite("Closed in Salesforce under another name than completed")
struct ClosedThereTests {
  @Test("Such a task stays open here and comes last, among what is due and what is overdue", arguments: [0, -3])
  func last(days: Int) throws {
    let fixture = try Fixture()
    let due = Fixture.today.day.adding(days: days)
    var cancelled = Fixture.task(1, "Cancelled there", due: due)
    (cancelled.status, cancelled.isClosed, cancelled.priority) = ("Cancelled", true, "High")
    _ = try fixture.imported(cancelled)
    _ = try fixture.imported(Fixture.task(2, "Open there", due: due))
    let agenda = try fixture.store.list(.agenda, on: Fixture.today)
    let rows = days == 0 ? agenda[.today] : agenda[.overdue]
    #expect(rows.map(\.reminder.fields.name) == ["Open there", "Cancelled there"])
    #expect(rows.last?.isClosedThere == true)
    #expect(rows.last?.salesforceStatus == "Cancelled")
    #expect(rows.last?.reminder.fields.isCompleted == false)
  }

  @Test("One action accepts it as completed, here and, with the next push, there")
  func accept() throws {
    let fixture = try Fixture()
    var cancelled = Fixture.task(1)
    (cancelled.status, cancelled.isClosed) = ("Cancelled", true)
    let id = try fixture.imported(cancelled)
    _ = try fixture.store.perform(.setCompleted([id], true), at: Fixture.now)
    let row = try fixture.row(id)
    #expect(row.reminder.fields.isCompleted)
    #expect(row.mark == .pending)
  }
}
