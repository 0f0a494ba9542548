import Foundation

import Reminders
import Testing

@testable import CommandCenter
@testable import ReminderStore

@Suite("What commands print")
struct OutputTests {
  static let now = Date(timeIntervalSince1970: 1_795_608_000)

  static func row(_ name: String, details: String = "") -> ReminderRow {
    ReminderRow(
      reminder: Reminder(
        id: ReminderID(rawValue: "0123456789abcdef0123456789abcdef"),
        fields: ReminderFields(name: name, priority: .high, due: Day(iso: "2026-11-26"), details: details, kind: .call),
        createdAt: now), mark: .pending)
  }

  @Test("The JSON of a task has every field, null where there is nothing")
  func json() throws {
    #expect(
      try JSONOutput.text(ListedReminder(row: Self.row("Call Ada"))) == """
        {
          "assignee" : null,
          "completedAt" : null,
          "details" : "",
          "due" : "2026-11-26",
          "error" : null,
          "id" : "0123456789abcdef0123456789abcdef",
          "kind" : "call",
          "name" : "Call Ada",
          "person" : null,
          "priority" : "high",
          "relatedTo" : null,
          "reminder" : null,
          "salesforceId" : null,
          "salesforcePriority" : null,
          "salesforceStatus" : null,
          "status" : "open",
          "sync" : "pending"
        }
        """)
  }

  @Test("CSV quotes what it must")
  func csv() {
    let text = ReminderCSV.text([Self.row("Say \"hi\", Ada", details: "a\nb")])
    #expect(text.contains("\"Say \"\"hi\"\", Ada\""))
    #expect(text.contains("\"a\nb\""))
  }

  @Test("iCalendar lines are folded at 75 octets, and text is escaped")
  func ics() {
    let text = ReminderICS.text([Self.row("Call; Ada, \\ \(String(repeating: "é", count: 100))")], at: Self.now)
    #expect(text.contains("SUMMARY:Call\\; Ada\\, \\\\ é"))
    #expect(text.contains("DUE;VALUE=DATE:20261126"))
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }

  @Test("The state of a sync that nobody runs is offline, whatever was last written")
  func status() {
    var state = SyncState()
    state.statusName = "live"
    #expect(StatusReport(state, counts: ReminderCounts(), isOn: true, hasLeader: true).state == "live")
    #expect(StatusReport(state, counts: ReminderCounts(), isOn: true, hasLeader: false).state == "offline")
    #expect(StatusReport(state, counts: ReminderCounts(), isOn: false, hasLeader: true).state == "off")
  }
}
