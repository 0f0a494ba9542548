import Foundation
import ReminderSync
import Reminders
import Salesforce
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

  @Test(
    "Up to where announcements were taken up is read by whoever syncs next; a cycle that says nothing of it keeps it")
  func livePlace() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let status = SyncStatus(state: .live, lastSync: Date(timeIntervalSince1970: 1_795_525_500))
    var place = LivePlace(channel: "/data/TaskChangeEvent", replayID: 4_711)
    do {
      let lock = try #require(LeaderLock.tryAcquire(path: path))
      #expect(lock.livePlace == nil)
      lock.note(status, livePlace: place)
      #expect(LeaderLock.pulse(path: path)?.livePlace == place)
      place = LivePlace(channel: "/topic/\(String(repeating: "T", count: 25))", replayID: .max)
      lock.note(status, livePlace: place)
    }
    let next = try #require(LeaderLock.tryAcquire(path: path))
    #expect(next.livePlace == place)
    next.note(SyncStatus(state: .live, lastSync: Date(timeIntervalSince1970: 1_795_525_600)))
    #expect(LeaderLock.pulse(path: path)?.livePlace == place)
  }

  @Test("Who waits for it has it when its holder lets it go; who has waited enough leaves nothing open")
  func waiting() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var holder = LeaderLock.tryAcquire(path: path)
    #expect(holder != nil)
    let impatient = Task { await LeaderLock.acquire(path: path) }
    let patient = Task { await LeaderLock.acquire(path: path) }
    impatient.cancel()
    #expect(await impatient.value == nil)
    #expect(LeaderLock.isHeld(path: path))
    holder = nil
    let next = try #require(await patient.value)
    #expect(LeaderLock.tryAcquire(path: path) == nil)
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      .filter { (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path }
    #expect(open.count == 1)
    withExtendedLifetime(next) {}
  }

  @Test("That the API calls run short is read by the others, and that they no longer do")
  func callsUsed() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lock = try #require(LeaderLock.tryAcquire(path: path))
    var status = SyncStatus(state: .live, callsUsed: 83, lastSync: Date(timeIntervalSince1970: 1_795_525_500))
    for used in [83, nil] {
      status.callsUsed = used
      lock.note(status)
      #expect(LeaderLock.pulse(path: path)?.callsUsed == used)
    }
  }

  @Test("What an earlier version wrote into the file is read, and has no place")
  func earlierVersion() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "001795525500000 000000000300000\n".write(toFile: path, atomically: true, encoding: .utf8)
    let lastSync = Date(timeIntervalSince1970: 1_795_525_500)
    #expect(LeaderLock.pulse(path: path) == LeaderPulse(lastSync: lastSync, pollingInterval: .seconds(300)))
  }

  @Test(
    "A lock file with anything else in it tells nothing",
    arguments: ["", "\n", "17", "a b", "0 0", "1 2 3", "1 2 x /topic/T"])
  func nonsense(text: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(LeaderLock.pulse(path: path) == nil)
  }
}
