import Foundation
import Testing

@Suite("The demo in a real terminal", .serialized, .timeLimit(.minutes(2)))
struct DemoTests {
  private static let program = Shell.products.appending(path: "command-center").path

  /// The address of the org stands in the status bar.
  private static func address(on screen: String) -> String? {
    screen.firstMatch(of: /127\.0\.0\.1:[0-9]+/).map { "http://\($0.output)" }
  }

  private func demo(_ home: borrowing Home) async throws -> (TerminalSession, OrgClient, OrgClient) {
    let terminal = try await TerminalSession("exec \(Self.program) demo --calm --port 0", home.environment)
    let screen = try await terminal.wait(for: "Live")
    let address = try #require(Self.address(on: screen))
    return (terminal, try await OrgClient(address), try await OrgClient(address, username: "colleague@demo.example"))
  }

  @Test("A task that is typed is found in the org, and completing and deleting it reach the org")
  func hereToThere() async throws {
    let home = try Home()
    let (terminal, rep, _) = try await demo(home)
    try await terminal.press("a")
    try await terminal.type("Call Grace about the compiler tomorrow !high #call")
    try await terminal.wait(for: "tomorrow  ·  ▲ high")
    try await terminal.press("Enter")
    try await rep.wait(for: "Call Grace about the compiler") { $0.count == 1 }
    let task = try #require(try await rep.tasks("Call Grace about the compiler").first)
    #expect(task["Priority"] as? String == "High")
    #expect(task["Status"] as? String == "Not Started")
    let tomorrow = Date(timeIntervalSinceNow: 86_400).formatted(.iso8601.year().month().day())
    #expect(task["ActivityDate"] as? String == tomorrow)

    let id = try #require(try await home.list(profile: "demo").first { $0["name"] as? String == "Call Grace about the compiler" })
    #expect(id["sync"] as? String == "synced")
    // By another process: the Command Center sees it and sends it.
    let prefix = try #require(id["id"] as? String).prefix(12)
    #expect(try await home.run("complete", String(prefix), "--profile", "demo").status == 0)
    try await rep.wait(for: "Call Grace about the compiler") { $0.first?["Status"] as? String == "Completed" }
    #expect(try await home.run("delete", String(prefix), "--profile", "demo").status == 0)
    try await rep.wait(for: "Call Grace about the compiler") { $0.isEmpty }
  }

  @Test("By keys alone: add, complete, undo, delete, undo")
  func keys() async throws {
    let home = try Home()
    let (terminal, rep, _) = try await demo(home)
    try await terminal.press("a")
    try await terminal.type("AAA first of all !high")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Added “AAA first of all”")
    try await rep.wait(for: "AAA first of all") { $0.count == 1 }
    try await terminal.press("u")
    try await terminal.wait(for: "Undone")
    try await rep.wait(for: "AAA first of all") { $0.isEmpty }
    try await terminal.press("q")
    try await terminal.wait(for: "[exit 0]")
  }

  @Test("What a colleague makes, changes, completes and deletes in the org is seen on the screen, with his name")
  func thereToHere() async throws {
    let home = try Home()
    let (terminal, rep, colleague) = try await demo(home)
    let owner = try #require(try await colleague.userID(of: "rep@demo.example"))
    let today = Date().formatted(.iso8601.year().month().day())
    let id = try await colleague.create([
      "Subject": "Ring Hopper", "OwnerId": owner, "ActivityDate": today, "Priority": "High",
    ])
    let screen = try await terminal.wait(for: "Ring Hopper")
    #expect(screen.split(separator: "\n").contains { $0.contains("Ring Hopper") && $0.contains("←") })
    try await colleague.update(id, ["Status": "In Progress", "Subject": "Not the name here"])
    try await terminal.wait(for: "In Progress on its row") { screen in
      screen.split(separator: "\n").contains { $0.contains("Ring Hopper") && $0.contains("In Progress") }
    }
    try await colleague.update(id, ["Status": "Completed"])
    try await terminal.wait(for: "its row as completed") { screen in
      screen.split(separator: "\n").contains { $0.contains("Ring Hopper") && $0.contains("[x]") }
    }
    try await colleague.delete(id)
    try await terminal.waitUntilGone("Ring Hopper")
    _ = rep
  }

  @Test("The terminal is as it was after q, ctrl-c and SIGTERM", arguments: ["q", "C-c", "SIGTERM"])
  func restored(way: String) async throws {
    let home = try Home()
    let command = "stty -g >\(home.path)/before; \(Self.program) demo --calm --port 0; stty -g >\(home.path)/after"
    let terminal = try await TerminalSession(command, home.environment)
    try await terminal.wait(for: "Live")
    if way == "SIGTERM" {
      _ = try await Shell.run("pkill", ["-TERM", "-f", "^\(Self.program) demo", "--parent", "\(try await terminal.shellProcess())"])
    } else {
      try await terminal.press(way)
    }
    let screen = try await terminal.wait(for: "[exit 0]")
    #expect(!screen.contains("Agenda"))
    let before = try String(contentsOfFile: home.path + "/before", encoding: .utf8)
    #expect(try String(contentsOfFile: home.path + "/after", encoding: .utf8) == before)
  }

  @Test("Any size is drawn, and a small one says what it needs")
  func sizes() async throws {
    let home = try Home()
    let (terminal, _, _) = try await demo(home)
    try await terminal.resize(columns: 40, rows: 10)
    try await terminal.wait(for: "Today")
    try await terminal.resize(columns: 30, rows: 6)
    try await terminal.wait(for: "40")
    try await terminal.resize(columns: 160, rows: 45)
    try await terminal.wait(for: "Tomorrow")
  }
}
