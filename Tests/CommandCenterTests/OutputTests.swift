import ArgumentParser
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

  @Test("Nothing that a terminal obeys is in what scripts read, which say the same in JSON")
  func controls() throws {
    let hostile =
      "a\u{1B}[2Jb\u{9B}31mc\u{7}\u{8}\rd\u{7F}\u{202E}e\u{2066}\u{2028}f\u{85}\r\ng 👩\u{200D}💻 \u{9D}0;x\u{9C}"
    let row = Self.row(hostile, details: hostile)
    let json = try JSONOutput.text(ListedReminder(row: row))
    for text in [json, ReminderCSV.text([row]), ReminderICS.text([row], at: Self.now)] {
      let obeyed = text.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n" || $0.properties.isBidiControl
      }
      // Lines of the formats that ask for it end in both.
      #expect(obeyed.allSatisfy { $0 == "\r" } && text.replacing("\r\n", with: "").utf8.allSatisfy { $0 != 0x0D })
      #expect(text.contains("👩\u{200D}💻"))
    }
    let read = try JSONDecoder().decode([String: String?].self, from: Data(json.utf8))
    #expect(read["name"] == hostile)
    #expect(!ReminderICS.text([row], at: Self.now).contains("\r\nd"))
  }

  @Test("The state of a sync that nobody runs is offline, whatever was last written")
  func status() {
    var state = SyncState()
    state.statusName = "live"
    #expect(StatusReport(state, counts: ReminderCounts(), isOn: true, hasLeader: true).state == "live")
    #expect(StatusReport(state, counts: ReminderCounts(), isOn: true, hasLeader: false).state == "offline")
    #expect(StatusReport(state, counts: ReminderCounts(), isOn: false, hasLeader: true).state == "off")
  }

  @Test("The status says by which way it is live and why not by a better one, as long as somebody syncs")
  func liveWay() throws {
    var state = SyncState()
    state.statusName = "live"
    state.statusReason = "PushTopic CommandCenterTasks: change events need the permission View All Data"
    let report = StatusReport(state, counts: ReminderCounts(), isOn: true, hasLeader: true)
    #expect(report.text == "live\n\(state.statusReason ?? "")")
    #expect(try JSONOutput.text(report).contains(#""reason" : "PushTopic CommandCenterTasks: change"#))
    #expect(report.summary == "live")
    let dead = StatusReport(state, counts: ReminderCounts(), isOn: true, hasLeader: false)
    #expect(try JSONOutput.text(dead).contains(#""reason" : null"#))
  }

  @Test("The status says in its text what wants a decision, and which command makes it")
  func trouble() {
    var counts = ReminderCounts()
    let calm = StatusReport(SyncState(), counts: counts, isOn: true, hasLeader: true)
    #expect(calm.text == "off")
    (counts.conflicts, counts.refused, counts.vanishing) = (1, 2, 62)
    let text = StatusReport(SyncState(), counts: counts, isOn: true, hasLeader: true).text
    for words in ["command-center conflicts", "2 refused", "give-up", "62 gone from", "vanished --delete", "--keep"] {
      #expect(text.contains(words))
    }
  }

  @Test("The status says why it asks less often")
  func budget() {
    var state = SyncState()
    (state.statusName, state.statusReason) = ("live", "the org has used 84 % of its API calls of a day")
    let text = StatusReport(state, counts: ReminderCounts(), isOn: true, hasLeader: true).text
    #expect(text.contains("84 % of its API calls"))
  }

  private static let conflict = ListedConflict(
    ConflictEntry(
      reminder: row("Call Ada").id, subject: .field(.due), kept: .there, hereValue: "2026-11-25",
      thereValue: "2026-11-24", author: "Carla Jones", authorAt: now), of: row("Call Ada"))

  @Test("The JSON of a conflict has both versions, who made the other, and which one stands")
  func conflictJSON() throws {
    #expect(
      try JSONOutput.text([Self.conflict]) == """
        [
          {
            "author" : "Carla Jones",
            "changedAt" : "2026-11-25T12:00:00Z",
            "field" : "due",
            "here" : "2026-11-25",
            "id" : "0123456789abcdef0123456789abcdef",
            "kept" : "there",
            "name" : "Call Ada",
            "there" : "2026-11-24"
          }
        ]
        """)
  }

  @Test("The table of conflicts is one line a field")
  func conflictTable() {
    #expect(
      ListedConflict.table([Self.conflict]) == """
        ID      NAME      FIELD  HERE        THERE       STANDS  BY           AT
        012345  Call Ada  due    2026-11-25  2026-11-24  there   Carla Jones  2026-11-25T12:00:00Z
        """)
    #expect(ListedConflict.table([]) == "No conflicts.")
  }

  @Test(
    "A command line that makes no sense is refused before anything is done",
    arguments: [
      ["resolve", "1"], ["resolve", "1", "--keep", "mine"], ["resolve", "1", "--keep", "here", "--field", "colour"],
      ["vanished", "--delete", "--keep"], ["complete", "1", "2", "--outcome", "x"], ["edit", "1"],
      ["edit", "1", "--status", "done"], ["send"], ["retry"], ["give-up"], ["undo", "1"],
    ])
  func wrongUsage(arguments: [String]) {
    #expect(throws: (any Error).self) { try CommandCenter.parseAsRoot(arguments) }
  }

  @Test("Outcome and reason are of a call, one line, at most 255 characters")
  func callOptions() throws {
    var fields = ReminderFields(name: "Call Ada", kind: .call)
    func options(_ arguments: String...) throws -> CallOptions { try CallOptions.parse(arguments) }
    #expect(try options("--outcome", " Will sign ").write(to: &fields) == [.callOutcome])
    #expect(fields.callOutcome == "Will sign")
    #expect(throws: ReminderError.self) { try options("--reason", "two\nlines").write(to: &fields) }
    #expect(throws: ReminderError.self) {
      try options("--reason", String(repeating: "x", count: 256)).write(to: &fields)
    }
    fields.kind = .email
    #expect(throws: CommandFailure.self) { try options("--outcome", "x").write(to: &fields) }
    #expect(fields.callReason.isEmpty)
  }
}
