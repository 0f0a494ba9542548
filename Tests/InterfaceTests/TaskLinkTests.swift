import Reminders
import Testing

@testable import Interface

@Suite("From a task to where it is done")
struct TaskLinkTests {
  private func state(_ change: (inout ReminderRow) -> Void) -> State {
    var row = Fixture.row("Call Ada", "t1", kind: .call, person: "Ada Lovelace")
    row.personPhone = "+31 20 555 0199"
    row.personEmail = "ada@example.com"
    change(&row)
    return Fixture.state(agenda: .agenda(today: [row]))
  }

  @Test("b opens its page, y copies that, c calls the person, m mails to the person")
  func links() {
    var state = state { _ in }
    let id = "00TAc00000t1MAQ"
    #expect(state.press("b") == [.open(.page(id))])
    #expect(state.press("y") == [.copyLink(.page(id))])
    #expect(state.press("c") == [.open(.call("+31 20 555 0199"))])
    #expect(state.press("m") == [.open(.mail("ada@example.com"))])
  }

  @Test(
    "Where there is nothing to lead to it says why",
    arguments: [
      ("b", "not in Salesforce"), ("y", "not in Salesforce"), ("c", "no person"), ("m", "no person"),
    ])
  func nothing(key: String, reason: String) {
    var state = state {
      $0.reminder.salesforceID = nil
      $0.reminder.fields.person = nil
    }
    #expect(state.press(key).isEmpty)
    #expect(state.footer.contains(reason))
  }

  @Test("A person without number or address is named", arguments: [("c", "phone number"), ("m", "e-mail address")])
  func unknown(key: String, noun: String) {
    var state = state {
      $0.personPhone = nil
      $0.personEmail = ""
    }
    #expect(state.press(key).isEmpty)
    #expect(state.footer.contains("No \(noun) of Ada Lovelace is known here."))
  }
}
