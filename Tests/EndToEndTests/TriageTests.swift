import Foundation
import OrgServer
import Testing

@Suite("Triage in a real terminal", .serialized, .timeLimit(.minutes(2)))
struct TriageTests {
  private static let program = Shell.products.appending(path: "command-center").path

  /// A day as Salesforce writes it.
  private func day(_ offset: Int) -> String {
    Date(timeIntervalSinceNow: TimeInterval(86_400 * offset)).formatted(.iso8601.year().month().day())
  }

  /// A home that syncs with an org, in which the rep has ten overdue tasks, and what these are called.
  private func makeTasks(_ home: borrowing Home, _ org: HostedOrg) async throws -> (rep: OrgClient, names: [String]) {
    let rep = try await org.logIn(home)
    let owner = try #require(try await rep.userID(of: "rep@demo.example"))
    let names = (0..<10).map { "Triage \($0)" }
    for (index, name) in names.enumerated() {
      _ = try await rep.create(["Subject": name, "OwnerId": owner, "ActivityDate": day(index - 10)])
    }
    try await home.run("settings", "set", "sync", "on")
    #expect(try await home.run("sync").status == 0)
    return (rep, names)
  }

  /// Waits until the org has tasks as they are expected: `nil` for one that is deleted.
  private func expect(
    _ rep: OrgClient, _ expected: [String: (status: String, priority: String, due: String)?]
  ) async throws {
    for (name, task) in expected {
      try await rep.wait(for: name) { found in
        guard let task else { return found.isEmpty }
        return found.count == 1 && found[0]["Status"] as? String == task.status
          && found[0]["Priority"] as? String == task.priority && found[0]["ActivityDate"] as? String == task.due
      }
    }
  }

  @Test("Ten tasks by keys alone, as fast as they can be typed; the org has them so, and after one undo as before")
  func tenTasks() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let (rep, names) = try await makeTasks(home, org)
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "10 overdue")
      try await terminal.press("t")
      try await terminal.wait(for: "1 of 10")
      try await terminal.type(" twD+3d")
      try await terminal.press("Enter")
      // High and on; delete; skip; complete, take that back, next week; back and on; complete; snooze by two keys.
      try await terminal.type("!jdj uwkj st")
      let summary = try await terminal.wait(for: "10 of 10 done")
      for line in [/2 +completed/, /5 +moved/, /1 +deleted/, /1 +changed/, /1 +skipped/] {
        #expect(summary.contains(line))
      }
      try await expect(
        rep,
        [
          names[0]: ("Completed", "Normal", day(-10)), names[1]: ("Not Started", "Normal", day(1)),
          names[2]: ("Not Started", "Normal", day(7)), names[3]: ("Not Started", "Normal", day(3)),
          names[4]: ("Not Started", "High", day(-6)), names[5]: nil,
          names[6]: ("Not Started", "Normal", day(-4)), names[7]: ("Not Started", "Normal", day(7)),
          names[8]: ("Completed", "Normal", day(-2)), names[9]: ("Not Started", "Normal", day(1)),
        ])
      try await terminal.press("u")
      try await terminal.wait(for: "Undone: 9 actions")
      try await expect(
        rep,
        Dictionary(
          uniqueKeysWithValues: names.enumerated().map { ($1, ("Not Started", "Normal", day($0 - 10))) }))
    }
    await org.server.stop()
  }

  @Test("All that is selected is completed at once, and one undo opens it again, in the org too")
  func bulk() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let (rep, names) = try await makeTasks(home, org)
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "10 overdue")
      try await terminal.press("2", "V")
      try await terminal.wait(for: "10 selected")
      try await terminal.press("g", "v", "Space")
      try await terminal.wait(for: "Completed 9 tasks")
      func all(_ status: String) -> [String: (status: String, priority: String, due: String)?] {
        Dictionary(
          uniqueKeysWithValues: names.enumerated()
            .map { ($1, ($0 == 0 ? "Not Started" : status, "Normal", day($0 - 10))) })
      }
      try await expect(rep, all("Completed"))
      try await terminal.press("u")
      try await expect(rep, all("Not Started"))
    }
    await org.server.stop()
  }

  @Test("T shows how many were completed, and counts on while it is open")
  func glance() async throws {
    let home = try Home()
    let id = String(try await home.run("add", "Call Ada today").output.prefix(8))
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "Call Ada")
      try await terminal.press("T")
      try await terminal.wait(for: "0 done   1 open   0 overdue")
      try await home.run("complete", id)
      try await terminal.wait(for: "1 done   0 open   0 overdue")
    }
  }
}
