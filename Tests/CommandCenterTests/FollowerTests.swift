import Foundation
import ReminderSync
import Reminders
import Testing

@testable import CommandCenter
@testable import ReminderStore

@Suite("A terminal that follows another")
struct FollowerTests {
  @Test("It shows the state of the one that syncs, as it was written to the store")
  func state() throws {
    let store = try ReminderStore(inMemory: { ReminderID.random() })
    let until = Date(timeIntervalSince1970: 1_795_525_500)
    try store.updateSyncState { state in
      state.statusName = "waiting"
      state.statusReason = "the org is busy"
      state.statusDetail = SyncStatus.State.waiting(until: until).detail
      state.org = "https://acme.my.salesforce.com"
    }
    let status = SyncStatus(following: try store.syncState(), nil)
    #expect(
      status
        == SyncStatus(
          state: .waiting(until: until), reason: "the org is busy", org: "https://acme.my.salesforce.com"))
  }

  @Test("A state that it does not know is shown as offline")
  func unknown() {
    var state = SyncState()
    state.statusName = "dreaming"
    #expect(SyncStatus(following: state, nil).state == .offline)
  }

  @Test("It shows the last sync and the pace of the one that syncs, though that writes neither to the store")
  func pulse() {
    let (before, now) = (Date(timeIntervalSince1970: 1_795_525_000), Date(timeIntervalSince1970: 1_795_529_000))
    var state = SyncState()
    state.lastSync = before
    state.statusName = "polling"
    state.statusDetail = SyncStatus.State.polling(every: .seconds(15)).detail
    let pulse = LeaderPulse(lastSync: now, pollingInterval: .seconds(300))
    let status = SyncStatus(following: state, pulse)
    #expect(status.state == .polling(every: .seconds(300)) && status.lastSync == now)
    #expect(status.callsUsed == nil)
    let tight = LeaderPulse(lastSync: now, pollingInterval: .seconds(300), callsUsed: 83)
    #expect(SyncStatus(following: state, tight).callsUsed == 83)
    state.statusName = "live"
    #expect(SyncStatus(following: state, pulse).state == .live)
    let report = StatusReport(state.with(pulse), counts: ReminderCounts(), isOn: true, hasLeader: true)
    #expect(report.text.contains("last sync: \(now.formatted(.iso8601))"))
  }
}

@Suite("The time zone of the machine")
struct MachineTimeZoneTests {
  @Test("It is read anew when the file that names it was replaced, and only then")
  func replaced() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var timeZone = MachineTimeZone(path: path)
    #expect(timeZone.refreshes() == [false])
    for zone in ["Europe/Berlin", "Asia/Tokyo"] {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/usr/share/zoneinfo/\(zone)")
      #expect(timeZone.refreshes(2) == [true, false])
    }
  }
}

extension MachineTimeZone {
  fileprivate mutating func refreshes(_ count: Int = 1) -> [Bool] { (0..<count).map { _ in refresh() } }
}
