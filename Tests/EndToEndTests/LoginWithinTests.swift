import Foundation
import OrgServer
import Testing

@Suite("Logging in from within, over TLS", .serialized, .timeLimit(.minutes(3)))
struct LoginWithinTests {
  private static let program = Shell.products.appending(path: "command-center").path

  /// An org with a connected app, and a profile that is logged in to it and syncs.
  private func connected() async throws -> SecureOrg {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser()
    let login = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    try #require(login.status == 0, "\(login.errors)")
    _ = try await org.run("settings", "set", "sync", "on")
    return org
  }

  private func synced(_ name: String, in org: borrowing SecureOrg) async throws -> Bool {
    let task = try await org.home.list().first { $0["name"] as? String == name }
    return task?["sync"] as? String == "synced" && task?["salesforceId"] is String
  }

  private func add(_ name: String, in terminal: TerminalSession) async throws {
    try await terminal.press("a")
    try await terminal.type("\(name) today")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Added “\(name)”")
  }

  @Test("A session that ends again and again in the midst of work is renewed, and nobody notices")
  func invisible() async throws {
    let org = try await connected()
    try await TerminalSession.with("exec \(Self.program)", org.environment) { terminal in
      try await terminal.wait(for: "● Live")
      for name in ["First", "Second", "Third"] {
        await org.server.expireAccessTokens()
        try await add(name, in: terminal)
        try await terminal.waitUntilGone("↑")
        try await terminal.wait(for: "● Live")
        #expect(try await synced(name, in: org))
      }
    }
    let log = org.file("command-center.log")
    #expect(log.contains("session renewed"))
    #expect(!log.contains("not renewed") && !log.contains("sync failed"))
    await org.server.stop()
  }

  @Test("When it ends for good, work goes on; two keys log in again, and what waited is sent")
  func again() async throws {
    let org = try await connected()
    let environment = org.environment.merging(["BROWSER": "browser"]) { $1 }
    try await TerminalSession.with("exec \(Self.program)", environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await org.steer("sessions/revoke", "{}")
      try await terminal.press("r")
      try await terminal.wait(for: "Login needed: L")
      try await add("Made meanwhile", in: terminal)
      try await terminal.wait(for: "↑1")
      try await terminal.press("L")
      try await terminal.wait(for: "As last time")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Connected to localhost")
      try await terminal.wait(for: "● Live")
      try await terminal.waitUntilGone("↑")
      #expect(try await synced("Made meanwhile", in: org))
    }
    await org.server.stop()
  }

  @Test("What another browser shows in the end is pasted; the code is never on the screen, and never in the log")
  func pasted() async throws {
    let org = try await connected()
    let environment = org.environment.merging(["BROWSER": "browser", "KEEP": "1"]) { $1 }
    try await TerminalSession.with("exec \(Self.program)", environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await org.steer("sessions/revoke", "{}")
      try await terminal.press("r")
      try await terminal.wait(for: "Login needed")
      _ = try await org.shell("rm \"$COMMAND_CENTER_HOME/bin/callback\"")
      try await terminal.press("L", "Enter")
      try await terminal.wait(for: "left")
      try await terminal.paste("http://localhost:1717/OauthRedirect?code=of&state=another")
      try await terminal.press("Enter")
      try await terminal.wait(for: "belongs to another login")
      // The browser is a script that nobody tells of; asking again is the condition.
      while org.held("callback").isEmpty { try Task.checkCancellation() }
      let callback = org.held("callback")
      let code = try #require(callback.split(separator: "code=").last?.prefix { $0 != "&" })
      try await terminal.paste(callback)
      let screen = try await terminal.wait(for: "•••")
      #expect(!screen.contains(code))
      try await terminal.press("Enter")
      try await terminal.wait(for: "Connected to localhost")
      try await terminal.wait(for: "● Live")
      #expect(try await !terminal.screen().contains(code))
      #expect(!org.file("command-center.log").contains(code))
    }
    await org.server.stop()
  }

  @Test("Esc gives the port back; access that is denied is told, and enter tries again")
  func refused() async throws {
    let org = try await connected()
    try org.install("silent", "true")
    let environment = org.environment.merging(["BROWSER": "silent"]) { $1 }
    try await TerminalSession.with("exec \(Self.program)", environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await terminal.press("L")
      try await terminal.wait(for: "As last time")
      try await terminal.press("Enter")
      try await terminal.wait(for: "left")
      try await terminal.press("Escape")
      try await terminal.wait(for: "As last time")
      let other = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
      #expect(other.status == 0, "\(other.errors)")
      try org.installBrowser(decision: "deny")
      try org.install("silent", "exec browser \"$@\"")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Access was not allowed in the browser")
      try org.installBrowser()
      try await terminal.press("Enter")
      try await terminal.wait(for: "Connected to localhost")
    }
    await org.server.stop()
  }

  @Test("From the welcome to a live list: connect, log in, tick the box")
  func firstStart() async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser()
    let environment = org.environment.merging(["BROWSER": "browser"]) { $1 }
    try await TerminalSession.with("exec \(Self.program)", environment) { terminal in
      try await terminal.wait(for: "Connect your org")
      try await terminal.press("c")
      try await terminal.wait(for: "Own domain")
      #expect(org.file("default.sqlite").isEmpty)
      try await terminal.press("j", "j")
      try await terminal.type(org.address)
      try await terminal.press("Enter")
      try await terminal.wait(for: "[ ] Sync reminder tasks with Salesforce")
      try await terminal.press("Space")
      try await terminal.wait(for: "● Live")
      try await terminal.wait(for: "Tomorrow")
    }
    await org.server.stop()
  }

  @Test("A login of another user is refused, and another profile is offered")
  func otherUser() async throws {
    let org = try await connected()
    let environment = org.environment.merging(["BROWSER": "browser"]) { $1 }
    let kept = org.file("default.credentials.json")
    try org.installBrowser(username: "manager@demo.example")
    try await TerminalSession.with("exec \(Self.program)", environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await terminal.press("L")
      try await terminal.wait(for: "As last time")
      try await terminal.press("Enter")
      try await terminal.wait(for: "This profile belongs to")
      #expect(org.file("default.credentials.json") == kept)
      try await terminal.press("P")
      try await terminal.wait(for: "open now")
      try await terminal.press("a")
      try await terminal.type("boss")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Own domain")
      try await terminal.press("j", "j")
      try await terminal.type(org.address)
      try await terminal.press("Enter")
      try await terminal.wait(for: "[ ] Sync reminder tasks with Salesforce")
    }
    #expect(org.file("default.credentials.json") == kept)
    let profiles = try await org.run("profiles", "--format", "json").output
    #expect(profiles.contains("\"boss\"") && profiles.contains("\"default\""))
    await org.server.stop()
  }
}

@Suite("Several processes of one login", .serialized, .timeLimit(.minutes(2)))
struct SharedLoginTests {
  private static let program = Shell.products.appending(path: "command-center").path

  @Test("Two that find at once that the session ended use the refresh token once, and both sync")
  func renewal() async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser()
    _ = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    _ = try await org.run("settings", "set", "sync", "on")
    #expect(try await org.run("sync").status == 0)
    for _ in 0..<3 {
      await org.server.expireAccessTokens()
      let before = await org.server.requestCounts()["POST /services/oauth2/token"] ?? 0
      let both = try await org.shell(
        """
        '\(Self.program)' sync & first=$!
        '\(Self.program)' sync & second=$!
        wait $first && wait $second
        """)
      #expect(both.status == 0, "\(both.errors)")
      #expect(await org.server.requestCounts()["POST /services/oauth2/token"] == before + 1)
    }
    await org.server.stop()
  }

  @Test("When one logs out or in, by a command or from within, the others follow at once")
  func logout() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    _ = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let environment = home.environment
    try await TerminalSession.with("exec \(Self.program)", environment) { leader in
      try await leader.wait(for: "● Live")
      try await TerminalSession.with("exec \(Self.program)", environment) { follower in
        try await follower.wait(for: "● Live")
        try await home.run("logout")
        for terminal in [leader, follower] { try await terminal.wait(for: "Login needed") }
        _ = try await org.logIn(home)
        for terminal in [leader, follower] { try await terminal.wait(for: "● Live") }

        try await follower.press("L")
        try await follower.wait(for: "o log out")
        try await follower.press("o")
        try await follower.wait(for: "Log out?")
        try await follower.press("y")
        try await follower.wait(for: "Logged out")
        for terminal in [leader, follower] { try await terminal.wait(for: "Login needed") }
        #expect(try await home.run("status", "--format", "json").output.contains("loginNeeded"))
        #expect(try await home.run("sync").status == 77)
        _ = try await org.logIn(home)
        for terminal in [leader, follower] { try await terminal.wait(for: "● Live") }
      }
    }
    await org.server.stop()
  }
}
