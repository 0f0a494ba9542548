import Foundation
import Testing

@Suite("The demo in a real terminal", .serialized, .timeLimit(.minutes(2)))
struct DemoTests {
  private static let program = Shell.products.appending(path: "command-center").path

  /// The address of the org stands in the status bar.
  private static func address(on screen: String) -> String? {
    screen.firstMatch(of: /127\.0\.0\.1:[0-9]+/).map { "http://\($0.output)" }
  }

  /// Opens a demo, and gives its terminal, the rep and a colleague in its org.
  private func withDemo(
    _ home: borrowing Home, _ body: (TerminalSession, OrgClient, OrgClient) async throws -> Void
  ) async throws {
    try await TerminalSession.with("exec \(Self.program) demo --calm --port 0", home.environment) { terminal in
      let screen = try await terminal.wait(for: "● Live")
      let address = try #require(Self.address(on: screen))
      let rep = try await OrgClient(address)
      let colleague = try await OrgClient(address, username: "colleague@demo.example")
      try await body(terminal, rep, colleague)
    }
  }

  @Test("A task that is typed is found in the org, and completing and deleting it reach the org")
  func hereToThere() async throws {
    let home = try Home()
    try await withDemo(home) { terminal, rep, _ in
      let name = "Call Grace about the compiler"
      try await terminal.press("a")
      try await terminal.type("\(name) tomorrow !high #call")
      try await terminal.wait(for: "tomorrow  ·  ▲ high")
      try await terminal.press("Enter")
      try await rep.wait(for: name) { $0.count == 1 }
      let task = try #require(try await rep.tasks(name).first)
      #expect(task["Priority"] as? String == "High")
      #expect(task["Status"] as? String == "Not Started")
      let tomorrow = Date(timeIntervalSinceNow: 86_400).formatted(.iso8601.year().month().day())
      #expect(task["ActivityDate"] as? String == tomorrow)
    }
  }

  @Test("What another process does to the tasks is seen on the screen and sent to the org")
  func otherProcess() async throws {
    let home = try Home()
    try await withDemo(home) { terminal, rep, _ in
      let name = "AAA from the shell"
      let added = try await home.run("add", "\(name) today !high", "--profile", "demo")
      let id = String(added.output.prefix(8))
      try await terminal.wait(for: name)
      try await rep.wait(for: name) { $0.count == 1 }
      #expect(try await home.run("complete", id, "--profile", "demo").status == 0)
      try await rep.wait(for: name) { $0.first?["Status"] as? String == "Completed" }
      #expect(try await home.run("delete", id, "--profile", "demo").status == 0)
      try await rep.wait(for: name) { $0.isEmpty }
      try await terminal.waitUntilGone(name)
    }
  }

  @Test("By keys alone: add, complete, delete, and undo of each, here and in the org")
  func keys() async throws {
    let home = try Home()
    try await withDemo(home) { terminal, rep, _ in
      try await terminal.press("a")
      try await terminal.type("Zeta 2020-01-01")
      try await terminal.press("Enter")
      // The oldest of the overdue tasks, on which the selection can stand.
      try await terminal.wait(for: "Added “Zeta”")
      try await rep.wait(for: "Zeta") { $0.count == 1 }
      try await terminal.press("o", "g")
      try await terminal.wait(for: "Zeta as selected") { screen in
        screen.split(separator: "\n").contains { $0.hasPrefix("▌") && $0.contains("Zeta") }
      }
      try await terminal.press("Space")
      try await rep.wait(for: "Zeta") { $0.first?["Status"] as? String == "Completed" }
      try await terminal.press("u")
      try await rep.wait(for: "Zeta") { $0.first?["Status"] as? String == "Not Started" }
      // The org may be faster than the screen.
      try await terminal.wait(for: "Zeta as open") { screen in
        screen.split(separator: "\n").contains { $0.contains("[ ]") && $0.contains("Zeta") }
      }
      try await terminal.press("g", "d")
      try await rep.wait(for: "Zeta") { $0.isEmpty }
      try await terminal.press("u")
      try await rep.wait(for: "Zeta") { $0.count == 1 }
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
  }

  @Test("What a colleague makes, changes, completes and deletes in the org is seen on the screen, with his name")
  func thereToHere() async throws {
    let home = try Home()
    try await withDemo(home) { terminal, _, colleague in
      let owner = try #require(try await colleague.userID(of: "rep@demo.example"))
      let today = Date().formatted(.iso8601.year().month().day())
      let id = try await colleague.create([
        "Subject": "Ring Hopper", "OwnerId": owner, "ActivityDate": today, "Priority": "High",
      ])
      func row(_ screen: String) -> Substring {
        screen.split(separator: "\n").first { $0.contains("Ring Hopper") } ?? ""
      }
      let screen = try await terminal.wait(for: "Ring Hopper")
      #expect(row(screen).contains("← Sam Okafor"))
      try await colleague.update(id, ["Status": "In Progress", "Subject": "Not the name here"])
      try await terminal.wait(for: "In Progress on its row") { row($0).contains("In Progress") }
      try await colleague.update(id, ["Status": "Completed"])
      try await terminal.wait(for: "its row as completed") { row($0).contains("[x]") }
      try await colleague.delete(id)
      try await terminal.waitUntilGone("Ring Hopper")
    }
  }

  @Test("Any size is drawn, and a small one says what it needs")
  func sizes() async throws {
    let home = try Home()
    try await withDemo(home) { terminal, _, _ in
      try await terminal.resize(columns: 40, rows: 10)
      try await terminal.wait(for: "Today")
      try await terminal.resize(columns: 30, rows: 6)
      try await terminal.wait(for: "40")
      try await terminal.resize(columns: 160, rows: 45)
      try await terminal.wait(for: "Tomorrow")
    }
  }
}
