import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Pushes that the user takes back before they leave (sync-rules.md §4, undo)")
struct LeavingTests {
  /// Whether a push that was planned may still leave, after something was done here.
  private func mayLeave(
    _ fixture: Fixture, _ action: PushAttempt.Action, _ id: ReminderID, key: CreateKey? = nil, after change: UserAction
  ) throws -> Bool {
    let planned = PushAttempt(action, of: id, try fixture.values(of: id), key: key)
    try fixture.perform(change)
    return try fixture.store.beginAttempts([planned], at: fixture.now).contains(id)
  }

  @Test("A delete that was undone does not leave, and is not in the journal")
  func delete() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.perform(.delete([id]))
    #expect(try !mayLeave(fixture, .delete, id, after: .undo))
    #expect(try fixture.count("attempt") == 0)
    try fixture.perform(.delete([id]))
    #expect(try mayLeave(fixture, .delete, id, after: .setPriority([id], .high)))
    #expect(try fixture.count("attempt") == 1)
  }

  @Test("A new task or an edit does not leave when the task was deleted meanwhile")
  func deleted() throws {
    let fixture = try Fixture()
    let new = try fixture.add("Call Ada")
    #expect(try !mayLeave(fixture, .create, new, after: .undo))
    let linked = try fixture.imported(Fixture.task(1))
    try fixture.set(linked, due: nil)
    #expect(try !mayLeave(fixture, .update, linked, after: .delete([linked])))
    #expect(try fixture.count("attempt") == 0)
  }

  @Test("A task of which the sending was undone does not leave")
  func localOnly() throws {
    let fixture = try Fixture(syncIsOn: false)
    let id = try fixture.add("Call Ada")
    try fixture.store.set(.sync, to: "on")
    try fixture.perform(.send([id]))
    #expect(try !mayLeave(fixture, .create, id, after: .undo))
  }

  @Test("A create that is sent again just as it was leaves whatever was done: it asks what became of the first")
  func repeated() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let sent = try fixture.send(.create, id, key: .idempotencyKey("k1"))
    try fixture.perform(.delete([id]))
    for (key, mayLeave) in [("k1", true), ("k2", false)] {
      let again = PushAttempt(.create, of: id, sent, key: .idempotencyKey(key))
      #expect(try fixture.store.beginAttempts([again], at: fixture.now).contains(id) == mayLeave)
    }
  }
}
