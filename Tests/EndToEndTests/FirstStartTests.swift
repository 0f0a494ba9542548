import Foundation
import OrgServer
import Testing

@Suite("The first start", .serialized, .timeLimit(.minutes(2)))
struct FirstStartTests {
  private static let program = Shell.products.appending(path: "command-center").path

  @Test("Without a profile it offers three ways, and makes nothing before one is chosen")
  func welcome() async throws {
    let home = try Home()
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      let screen = try await terminal.wait(for: "Use without Salesforce")
      #expect(screen.contains("Try the demo org") && screen.contains("Connect your org"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
      try await terminal.press("l")
      try await terminal.wait(for: "Nothing due today or tomorrow")
    }
  }

  @Test("A login made in another terminal while the screen is open is taken up")
  func loginMeanwhile() async throws {
    let home = try Home()
    let org = try await HostedOrg(tasks: 20)
    try await home.run("settings", "set", "sync", "on")
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "Login needed")
      _ = try await org.logIn(home)
      try await terminal.wait(for: "● Live")
      try await terminal.wait(for: "Tomorrow")
    }
    await org.server.stop()
  }

  @Test("From the welcome the demo opens, with live tasks")
  func demo() async throws {
    let home = try Home()
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "Try the demo org")
      try await terminal.press("d")
      try await terminal.wait(for: "● Live")
      try await terminal.wait(for: "Tomorrow")
    }
  }

  @Test("After a login it asks for sync; ticking the box imports, and sends nothing that was here")
  func asksForSync() async throws {
    let home = try Home()
    let org = try await HostedOrg(tasks: 20)
    let rep = try await org.logIn(home)
    try await home.run("add", "Here before today")
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "[ ] Sync reminder tasks with Salesforce")
      try await terminal.press("Space")
      try await terminal.wait(for: "● Live")
      try await terminal.wait(for: "local only")
      #expect(try await rep.tasks("Here before").isEmpty)
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
    #expect(try await home.list().count > 10)
    await org.server.stop()
  }
}
