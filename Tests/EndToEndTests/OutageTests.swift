import Foundation
import OrgServer
import Testing

@Suite("The org goes away and comes back", .serialized, .timeLimit(.minutes(2)))
struct OutageTests {
  @Test("Edits made meanwhile arrive exactly once, and the indicator tells how it stands")
  func outage() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try await home.run("add", "Made before today")
    let program = Shell.products.appending(path: "command-center").path
    try await TerminalSession.with("exec \(program)", home.environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await rep.wait(for: "Made before") { $0.count == 1 }

      await org.server.stop()
      try await terminal.wait(for: "Offline")
      for name in ["Made meanwhile A", "Made meanwhile B"] {
        try await terminal.press("a")
        try await terminal.type("\(name) today")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Added “\(name)”")
      }
      let list = try await home.list()
      let before = try #require(list.first { $0["name"] as? String == "Made before" }?["id"] as? String)
      try await home.run("complete", before)
      try await terminal.wait(for: "↑3")

      _ = try await org.server.start()
      try await terminal.wait(for: "● Live")
      try await rep.wait(for: "Made before") { $0.first?["Status"] as? String == "Completed" }
      for name in ["Made meanwhile A", "Made meanwhile B"] { try await rep.wait(for: name) { !$0.isEmpty } }
      try await terminal.waitUntilGone("↑")
      for name in ["Made before", "Made meanwhile A", "Made meanwhile B"] {
        #expect(try await rep.tasks(name).count == 1)
      }
    }
    await org.server.stop()
  }

  @Test("When the session ends without a way to renew it, the program says so, goes on, and resumes after a login")
  func sessionEnds() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    _ = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let program = Shell.products.appending(path: "command-center").path
    try await TerminalSession.with("exec \(program)", home.environment) { terminal in
      try await terminal.wait(for: "● Live")
      await org.server.expireAccessTokens()
      try await terminal.press("r")
      try await terminal.wait(for: "Login needed")
      try await terminal.press("a")
      try await terminal.type("Still works today")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Added “Still works”")
      #expect(try await home.run("status", "--format", "json").output.contains("loginNeeded"))
      let rep = try await org.logIn(home)
      try await terminal.wait(for: "● Live")
      try await rep.wait(for: "Still works") { $0.count == 1 }
    }
    await org.server.stop()
  }
}
