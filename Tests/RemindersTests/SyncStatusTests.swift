import Foundation
import Reminders
import Testing

@Suite("The sync status in the store")
struct SyncStatusTests {
  @Test(
    "Another terminal reads the state that the one that syncs wrote",
    arguments: [
      SyncStatus.State.off, .offline, .connecting, .importing(done: 3_120, total: 10_000),
      .importing(done: 3, total: nil), .live, .polling(every: .seconds(15)), .polling(every: .milliseconds(22_500)),
      .syncing, .waiting(until: Date(timeIntervalSince1970: 1_795_525_500.25)), .loginNeeded, .choiceNeeded,
    ])
  func roundTrip(state: SyncStatus.State) {
    var imported = (done: 0, total: nil as Int?)
    if case .importing(let done, let total) = state { imported = (done, total) }
    let read = SyncStatus.State(
      name: state.name, detail: state.detail, imported: imported.done, total: imported.total)
    #expect(read == state)
  }

  @Test(
    "What a newer version wrote, or an older one left out, is not guessed",
    arguments: ["dreaming", "waiting", "polling"])
  func unknown(name: String) {
    #expect(SyncStatus.State(name: name, detail: nil, imported: 0, total: nil) == nil)
  }
}
