import Foundation
@testable import ReminderStore
import Reminders
import Testing

@Suite("What it costs")
struct CostTests {
  /// What the user does to a task, and how many statements it may take.
  private static let actions: [(name: String, most: Int, action: @Sendable (ReminderID) -> UserAction)] = [
    ("add", 20, { _ in .create(ReminderDraft(fields: ReminderFields(name: "Call Bo"))) }),
    ("edit", 20, { .edit($0, ReminderFields(name: "Ring Ada"), [.name]) }),
    ("complete", 20, { .setCompleted([$0], true) }),
    ("put off", 20, { .setDue([$0], Fixture.today.day.adding(days: 1)) }),
    ("delete", 20, { .delete([$0]) }),
    ("undo", 20, { _ in .undo }),
  ]

  @Test("Each action takes few statements, and as many in a large store as in a small one")
  func actions() throws {
    let (small, large) = (try Fixture.filled(hidden: 20), try Fixture.filled(hidden: 400))
    for (name, most, action) in Self.actions {
      func count(_ fixture: Fixture) throws -> Int {
        // What the index of words does of itself comes as comments, and more of it where it tidies up.
        try fixture.statements { _ = try $0.perform(action(fixture.some), at: fixture.now) }
          .count { !$0.hasPrefix("--") }
      }
      let count = (try count(small), try count(large))
      #expect(count.0 > 2 && count.0 <= most && count.1 == count.0, "\(name): \(count)")
    }
  }

  @Test("A list is read by as many statements, whatever is in it")
  func lists() throws {
    let (small, large) = (try Fixture.filled(hidden: 20), try Fixture.filled(hidden: 400))
    for view in ReminderView.allCases {
      func count(_ fixture: Fixture) throws -> Int {
        try fixture.statements { _ = try $0.list(ListQuery(view), on: Fixture.today) }.count
      }
      // One more counts what is not read.
      #expect(try count(large) <= count(small) + 1, "\(view)")
      #expect(try count(large) <= 20, "\(view)")
    }
  }
}
