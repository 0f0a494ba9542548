import Foundation
import OrgServer
import Testing

@Suite("Several terminals on one store", .serialized, .timeLimit(.minutes(2)))
struct TwoTerminalsTests {
  private static let program = Shell.products.appending(path: "command-center").path

  /// Opens two terminals on a profile that syncs with an org; the first one is the leader.
  private func withTwo(
    _ home: borrowing Home, _ body: (TerminalSession, TerminalSession, OrgClient) async throws -> Void
  ) async throws {
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let environment = home.environment
    let leading = "sh -c \"echo \\$\\$ >\(home.path)/pid; exec \(Self.program)\""
    try await TerminalSession.with(leading, environment) { leader in
      try await leader.wait(for: "● Live")
      try await TerminalSession.with("exec \(Self.program)", environment) { follower in
        try await follower.wait(for: "● Live")
        try await body(leader, follower, rep)
      }
    }
    await org.server.stop()
  }

  @Test("What is done in one, or by a command, is seen in the other, and is in the org once")
  func seen() async throws {
    let home = try Home()
    try await withTwo(home) { leader, follower, rep in
      for (typed, other, name) in [(leader, follower, "Typed in the first"), (follower, leader, "Typed in the second")]
      {
        try await typed.press("a")
        try await typed.type("\(name) today")
        try await typed.press("Enter")
        try await other.wait(for: name)
        try await rep.wait(for: name) { $0.count == 1 }
      }
      try await home.run("add", "From the shell today")
      for terminal in [leader, follower] { try await terminal.wait(for: "From the shell") }
      try await rep.wait(for: "From the shell") { $0.count == 1 }
      for terminal in [leader, follower] { try await terminal.waitUntilGone("↑") }
    }
  }

  @Test("When the one that syncs is killed, the other takes over, and loses and doubles nothing")
  func takeOver() async throws {
    let home = try Home()
    try await withTwo(home) { leader, follower, rep in
      let pid = try String(contentsOfFile: home.path + "/pid", encoding: .utf8).split(separator: "\n").joined()
      _ = try await Shell.run("kill", ["-KILL", pid])
      try await leader.wait(for: "[exit 137]")
      try await follower.press("a")
      try await follower.type("After the first one died today")
      try await follower.press("Enter")
      try await rep.wait(for: "After the first one died") { $0.count == 1 }
      let id = try await rep.create(["Subject": "Made there since", "ActivityDate": Self.today])
      #expect(!id.isEmpty)
      try await follower.wait(for: "Made there since")
      try await follower.wait(for: "● Live")
      #expect(try await home.run("status", "--format", "json").output.contains("\"state\" : \"live\""))
    }
  }

  @Test("The sync command lets the one that syncs do it, and says by its exit code what came of it")
  func askedByCommand() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    _ = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try await TerminalSession.with("exec \(Self.program)", home.environment) { leader in
      try await leader.wait(for: "● Live")
      _ = try await org.refuse("Subject = 'Forbidden'", message: "Another name, please")
      #expect(try await home.run("sync").status == 0)
      try await home.run("add", "Forbidden today")
      let refused = try await home.run("sync")
      #expect(refused.status == 1 && refused.errors.contains("1 refused"))
      await org.server.stop()
      #expect(try await home.run("sync").status == 69)
      try await leader.wait(for: "Offline")
    }
  }

  private static var today: String { Date().formatted(.iso8601.year().month().day()) }
}
