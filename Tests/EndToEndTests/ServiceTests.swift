import Foundation
import OrgServer
import Testing

@Suite("Sync as a service", .serialized, .timeLimit(.minutes(2)))
struct ServiceTests {
  private let program = Shell.products.appending(path: "command-center").path

  @Test(
    "It waits for sync and for a login, goes live, sends what is added beside it, and ends with 0 when it is told to")
  func watch() async throws {
    let home = try Home()
    let org = try await HostedOrg(tasks: 12)
    try await TerminalSession.with("exec \(program) sync --watch", home.environment) { terminal in
      try await terminal.wait(for: "off")
      try await home.run("settings", "set", "sync", "on")
      try await terminal.wait(for: "login needed")
      let rep = try await org.logIn(home)
      try await terminal.wait(for: "live")
      try await home.run("add", "Call Ada today")
      #expect(try await home.run("sync").status == 0)
      #expect(try await rep.tasks("Call Ada").count == 1)
      try await terminal.press("C-c")
      try await terminal.wait(for: "[exit 0]")
    }
    #expect(try await home.run("status", "--format", "json").output.contains("\"state\" : \"offline\""))
    await org.server.stop()
  }

  @Test("Beside a screen that syncs it follows, and takes over when that one is killed")
  func takesOver() async throws {
    let home = try Home()
    let org = try await HostedOrg(tasks: 12)
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try await TerminalSession.with("exec \(program)", home.environment) { screen in
      try await screen.wait(for: "Live")
      try await TerminalSession.with("exec \(program) sync --watch --format json", home.environment) { service in
        try await service.wait(for: "\"state\":\"live\"")
        try await screen.press("q")
        try await screen.wait(for: "[exit 0]")
        try await home.run("add", "Call Ada today")
        #expect(try await home.run("sync").status == 0)
        #expect(try await rep.tasks("Call Ada").count == 1)
        try await service.press("C-c")
        try await service.wait(for: "[exit 0]")
      }
    }
    await org.server.stop()
  }
}
