import Foundation
import OrgServer
import Testing

@Suite("What others do, and when to be reminded", .serialized, .timeLimit(.minutes(2)))
struct FeedTests {
  private static let program = Shell.products.appending(path: "command-center").path

  private func withSyncedTerminal(
    _ home: borrowing Home, _ body: (TerminalSession, OrgClient, HostedOrg) async throws -> Void
  ) async throws {
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await body(terminal, rep, org)
    }
    await org.server.stop()
  }

  @Test("A colleague’s change is in the feed with who and what, while it is looked at; enter goes to the task")
  func feed() async throws {
    let home = try Home()
    try await withSyncedTerminal(home) { terminal, rep, org in
      try await terminal.press("8")
      try await terminal.wait(for: "Changes")
      let id = try await rep.create(["Subject": "Ask Bo", "ActivityDate": Self.today])
      try await terminal.wait(for: "you in the feed") { screen in
        screen.split(separator: "\n")
          .contains { $0.contains("← you") && $0.contains("created") && $0.contains("Ask Bo") }
      }
      let colleague = try await OrgClient(org.address, username: "colleague@demo.example")
      try await colleague.update(id, ["Priority": "High"])
      try await terminal.wait(for: "the colleague in the feed") { screen in
        screen.contains("priority normal → high") && screen.split(separator: "\n").contains { $0.contains("●") }
      }
      try await terminal.press("g", "Enter")
      try await terminal.wait(for: "the task as selected") { screen in
        screen.split(separator: "\n").contains { $0.hasPrefix("▌") && $0.contains("Ask Bo") }
      }
    }
  }

  @Test("A reminder that was set in Salesforce comes at its moment, once for two terminals, and can be put off")
  func reminder() async throws {
    let home = try Home()
    let environment = home.environment
    try await withSyncedTerminal(home) { terminal, rep, _ in
      try await TerminalSession.with("exec \(Self.program)", environment) { other in
        try await other.wait(for: "● Live")
        let moment = Date(timeIntervalSinceNow: 3).formatted(.iso8601)
        _ = try await rep.create([
          "Subject": "Ring Bo back", "ActivityDate": Self.today, "IsReminderSet": true, "ReminderDateTime": moment,
        ])
        let reminding = try await Self.first(of: terminal, other) { $0.contains("Remind: Ring Bo back") }
        try await reminding.press("M")
        try await reminding.wait(for: "10 min")
        try await reminding.press("h")
        try await reminding.wait(for: "Snoozed the reminder of “Ring Bo back”")
        let silent = reminding === terminal ? other : terminal
        #expect(try await !silent.screen().contains("Remind:"))
        try await reminding.waitUntilGone("↑")
      }
    }
  }

  /// The terminal on which something is seen first.
  private static func first(
    of one: TerminalSession, _ other: TerminalSession, until isSeen: @escaping @Sendable (String) -> Bool
  ) async throws -> TerminalSession {
    try await withThrowingTaskGroup(of: TerminalSession?.self) { group in
      for terminal in [one, other] {
        group.addTask {
          try await terminal.wait(for: "a reminder", until: isSeen)
          return terminal
        }
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      return try #require(first)
    }
  }

  private static var today: String { Date().formatted(.iso8601.year().month().day()) }
}
