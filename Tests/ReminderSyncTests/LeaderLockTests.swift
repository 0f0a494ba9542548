import Foundation
import ReminderSync
import Reminders
import Testing

@Suite("The lock of the process that syncs")
struct LeaderLockTests {
  @Test("What it notes of each cycle is read by the others, and outlives it")
  func pulse() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(LeaderLock.pulse(path: path) == nil)
    let first = Date(timeIntervalSince1970: 1_795_525_500)
    do {
      let lock = try #require(LeaderLock.tryAcquire(path: path))
      #expect(LeaderLock.pulse(path: path) == nil)
      lock.note(SyncStatus(state: .polling(every: .seconds(300)), lastSync: first))
      #expect(LeaderLock.pulse(path: path) == LeaderPulse(lastSync: first, pollingInterval: .seconds(300)))
      // Neither the midst of a cycle nor a start without one says anything new.
      lock.note(SyncStatus(state: .syncing, lastSync: first.addingTimeInterval(9)))
      lock.note(SyncStatus(state: .offline))
      lock.note(SyncStatus(state: .live, lastSync: first.addingTimeInterval(10)))
    }
    #expect(!LeaderLock.isHeld(path: path))
    let last = LeaderPulse(lastSync: first.addingTimeInterval(10), pollingInterval: nil)
    #expect(LeaderLock.pulse(path: path) == last)
    let next = try #require(LeaderLock.tryAcquire(path: path))
    #expect(LeaderLock.pulse(path: path) == last)
    withExtendedLifetime(next) {}
  }

  @Test("A lock file with anything else in it tells nothing", arguments: ["", "\n", "17", "a b", "0 0", "1 2 3"])
  func nonsense(text: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(LeaderLock.pulse(path: path) == nil)
  }
}
