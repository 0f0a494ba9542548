import Reminders
import Testing

@testable import CommandCenter
@testable import ReminderStore

@Suite("What the sync command says by its exit code")
struct SyncOutcomeTests {
  @Test(
    "0 is in sync: what is not sent yet, and what was refused, is not",
    arguments: [(0, 0, nil), (1, 0, 75), (2, 0, 75), (0, 1, 1), (3, 1, 1)] as [(Int, Int, Int32?)])
  func left(pending: Int, refused: Int, code: Int32?) {
    var counts = ReminderCounts()
    (counts.pending, counts.refused) = (pending, refused)
    counts.conflicts = 1
    #expect(CommandFailure(leftToSync: counts)?.code == code)
  }

  @Test(
    "What the process that syncs has met counts as if it had been met here",
    arguments: [
      ("live", nil), ("polling", nil), ("offline", 69), ("waiting", 75), ("loginNeeded", 77), ("off", 1),
      ("choiceNeeded", 1),
    ] as [(String, Int32?)])
  func leading(status: String, code: Int32?) {
    var state = SyncState()
    state.statusName = status
    state.statusReason = "the org says no"
    let failure = CommandFailure(leading: state)
    #expect(failure?.code == code)
    if let failure { #expect(failure.line == "The org says no") }
  }
}
