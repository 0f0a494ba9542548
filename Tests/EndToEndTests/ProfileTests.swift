import Foundation
import OrgServer
import Testing

@Suite("Several profiles", .serialized, .timeLimit(.minutes(3)))
struct ProfileTests {
  private static let program = Shell.products.appending(path: "command-center").path

  private func add(_ name: String, in terminal: TerminalSession) async throws {
    try await terminal.press("a")
    try await terminal.type("\(name) today")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Added “\(name)”")
    try await terminal.waitUntilGone("↑")
  }

  /// Opens the profile above or below in the list.
  private func go(_ key: String, to name: String, in terminal: TerminalSession) async throws {
    try await terminal.press("P")
    try await terminal.wait(for: "open now")
    try await terminal.press(key, "Enter")
    try await terminal.wait(for: name) { screen in
      let bar = screen.split(separator: "\n").last ?? ""
      return bar.contains(" \(name) ") && (bar.contains("Live") || bar.contains("Polling")) && screen.contains("Agenda")
    }
  }

  @Test("Two orgs, two users, back and forth: each store, login, keyring item and org has its own only")
  func nothingCrosses() async throws {
    let first = try await SecureOrg()
    let second = try await HostedOrg()
    try first.install("secret-tool", KeyringTests.secretTool)
    _ = try await first.run("settings", "set", "keyring", "on")
    let users = [
      "default": try await first.server.openSession(for: "rep@demo.example").accessToken,
      "work": try await OrgClient(second.address, username: "manager@demo.example").token,
    ]
    let addresses = ["default": first.address, "work": second.address]
    for (name, token) in users {
      let login = try await first.run(
        "login", "--profile", name, "--domain", addresses[name] ?? "", "--token-stdin", input: token + "\n")
      #expect(login.status == 0 && login.output.contains("desktop's keyring"), "\(login.errors)")
      _ = try await first.run("settings", "set", "sync", "on", "--profile", name)
    }
    _ = try await first.run(
      "settings", "set", "subject_template", "Work: {{activity_subject}}", "--profile", "work")

    try await TerminalSession.with("exec \(Self.program)", first.environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await add("Mine one", in: terminal)
      try await go("j", to: "work", in: terminal)
      #expect(try await !terminal.screen().contains("Mine one"))
      try await add("Theirs one", in: terminal)
      try await terminal.press("a")
      try await terminal.type("Half typed")
      try await terminal.press("Escape")
      try await terminal.waitUntilGone("── Add a task")
      for _ in 0..<2 {
        try await go("k", to: "default", in: terminal)
        try await terminal.wait(for: "Mine one")
        #expect(try await !terminal.screen().contains("Theirs one"))
        try await go("j", to: "work", in: terminal)
        try await terminal.wait(for: "Theirs one")
      }
      try await terminal.press("a")
      try await terminal.wait(for: "Half typed")
      try await terminal.press("Escape")
      try await terminal.waitUntilGone("── Add a task")
      try await go("k", to: "default", in: terminal)
      try await terminal.press("a")
      try await terminal.wait(for: "e.g. Call Ada")
      try await terminal.press("Escape")
      try await terminal.waitUntilGone("── Add a task")
      try await add("Mine two", in: terminal)
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }

    // The stores.
    let mine = try await first.home.list(profile: "default").compactMap { $0["name"] as? String }
    let theirs = try await first.home.list(profile: "work").compactMap { $0["name"] as? String }
    #expect(mine.filter { $0.hasPrefix("Mine") }.sorted() == ["Mine one", "Mine two"])
    #expect(theirs == ["Theirs one"])
    #expect(!mine.contains("Theirs one"))
    // The orgs.
    let manager = try await OrgClient(second.address, username: "manager@demo.example")
    #expect(try await manager.tasks("Work: Theirs one").count == 1)
    for name in ["Mine one", "Mine two", "Work: Mine one"] { #expect(try await manager.tasks(name).isEmpty) }
    for (subject, count) in [("Mine one", 1), ("Mine two", 1), ("Theirs one", 0), ("Work: Theirs one", 0)] {
      let answer = try await first.shell(
        """
        curl -sf -G '\(first.address)/services/data/v67.0/query' -H 'Authorization: Bearer \(users["default"] ?? "")' \
          --data-urlencode "q=SELECT Id FROM Task WHERE Subject = '\(subject)'"
        """)
      #expect(answer.output.contains("\"totalSize\":\(count)"), "\(subject): \(answer.output)")
    }
    // The settings.
    #expect(try await first.run("settings", "get", "subject_template").output == "{{activity_subject}}\n")
    // The logins: each keyring item has one token, each file one address.
    let items = try FileManager.default.contentsOfDirectory(atPath: first.home.path + "/bin")
      .filter { $0.hasPrefix("item-") }.map { first.held($0) }
    #expect(items.count == 2)
    for (name, token) in users {
      #expect(items.filter { $0.contains(token) }.count == 1)
      let file = first.file("\(name).credentials.json").replacing("\\/", with: "/")
      for (other, address) in addresses { #expect(file.contains(address) == (other == name)) }
    }
    for name in ["default.sqlite", "default.sqlite-wal", "work.sqlite", "work.sqlite-wal"] {
      let data = FileManager.default.contents(atPath: "\(first.home.path)/\(name)") ?? Data()
      let foreign = name.hasPrefix("work") ? "Mine one" : "Theirs one"
      #expect(data.range(of: Data(foreign.utf8)) == nil, "\(name)")
    }
    await first.server.stop()
    await second.server.stop()
  }

  @Test("A profile is deleted with all that is its own, after a question; one that another terminal has open is not")
  func delete() async throws {
    let home = try Home()
    try await home.run("add", "Stays")
    try await home.run("add", "Goes", "--profile", "old")
    let environment = home.environment
    try await TerminalSession.with("exec \(Self.program)", environment) { terminal in
      try await terminal.wait(for: "default")
      try await TerminalSession.with("exec \(Self.program) --profile old", environment) { other in
        try await other.wait(for: "Sync off")
        try await terminal.press("P")
        try await terminal.wait(for: "open now")
        try await terminal.press("j", "d")
        try await terminal.wait(for: "Delete “old”")
        try await terminal.press("y")
        try await terminal.wait(for: "open in another terminal")
        try await other.press("q")
        try await other.wait(for: "[exit 0]")
      }
      try await terminal.press("d")
      try await terminal.wait(for: "Delete “old”")
      try await terminal.press("y")
      try await terminal.wait(for: "Deleted the profile “old”")
      try await terminal.press("Escape")
      try await terminal.wait(for: "Agenda")
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(left.filter { $0.hasPrefix("old.") && !$0.hasSuffix(".lock") } == [])
    #expect(try await home.list().count == 1)
    #expect(try await home.run("profiles").output.contains("default"))
  }
}
