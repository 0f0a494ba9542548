import Foundation
import OrgModel
import OrgServer
import Testing

@Suite("Whatever is typed in a real terminal", .serialized, .timeLimit(.minutes(5)))
struct RandomTypingTests {
  /// All but what leaves the program, its profile, its org or its settings.
  private static let keys =
    ["Space", "Enter", "Escape", "Tab", "BTab", "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown"]
    + ["BSpace", "C-d", "C-u", "C-r", "C-s", "C-t", "C-w"]
    + "jjjkkgGvVxXCRUpesdtwnNufSoOaA!/?TM1234567890hay+ré契".map(String.init)

  private static let sizes = [(130, 36), (80, 24), (40, 10), (39, 9), (60, 16), (100, 30), (200, 60)]

  @Test(
    "It goes on, draws what it shows, and loses no task, while the window and the org change", arguments: [1, 2, 3])
  func survives(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    let owner = try #require(try await rep.userID(of: "rep@demo.example"))
    let colleague = try await OrgClient(org.address, username: "colleague@demo.example")
    let day = Date().formatted(.iso8601.year().month().day())
    var tasks: [String] = []
    for index in 0..<12 {
      tasks.append(try await rep.create(["Subject": "Random \(index)", "OwnerId": owner, "ActivityDate": day]))
    }
    try await home.run("settings", "set", "sync", "on")
    let program = Shell.products.appending(path: "command-center").path
    try await TerminalSession.with("exec \(program)", home.environment) { terminal in
      try await terminal.wait(for: "● Live")
      for _ in 0..<60 {
        let typed = (0..<10).map { _ in Self.keys.randomElement(using: &random) ?? "j" }
        try await terminal.press(typed)
        let size = Self.sizes.randomElement(using: &random) ?? (80, 24)
        if Int.random(in: 0..<4, using: &random) == 0 { try await terminal.resize(columns: size.0, rows: size.1) }
        if let task = tasks.randomElement(using: &random), Int.random(in: 0..<3, using: &random) == 0 {
          // It may be deleted by now.
          try? await colleague.update(task, ["Priority": Bool.random(using: &random) ? "High" : "Normal"])
        }
      }
      // Out of whatever is open, to the agenda; a form that was changed asks once.
      try await terminal.resize(columns: 120, rows: 40)
      // Some may arrive together, and the last one with the key after it: then it is that key with alt, here one that does
      // nothing.
      for _ in 0..<8 { try await terminal.press("Escape") }
      try await terminal.press("F12")
      // What was typed is still being carried out, each key when what the one before it did is on the disk. What is typed
      // into the palette is on the screen only after all of it.
      try await terminal.press(":")
      try await terminal.type("that was all")
      try await terminal.wait(for: "that was all")
      try await terminal.press("Escape")
      try await terminal.waitUntilGone("that was all")
      try await terminal.press("1")
      let screen = try await terminal.wait(for: "the agenda, live and with nothing to send") { screen in
        screen.contains("[1 Agenda]") && screen.contains("Live") && !screen.contains("↑")
      }
      #expect(!screen.contains("[exit"))
      // What is painted anew is what stood there, piece by piece painted.
      try await terminal.resize(columns: 121, rows: 40)
      try await terminal.wait(for: "the other size") { !Self.isSame($0, screen) }
      try await terminal.resize(columns: 120, rows: 40)
      try await terminal.wait(for: "the same picture as before\n\(screen)") { Self.isSame($0, screen) }
      try await expectSame(home, rep)
    }
    await org.server.stop()
  }

  /// Whether two pictures are the same, but for what changes by time alone: the two lines at the bottom, and who changed
  /// a row just now.
  private static func isSame(_ first: String, _ second: String) -> Bool {
    let pictures = [first, second].map { $0.split(separator: "\n", omittingEmptySubsequences: false).prefix(38) }
    return pictures[0].count == pictures[1].count
      && zip(pictures[0], pictures[1]).allSatisfy { $0 == $1 || $0.contains("←") || $1.contains("←") }
  }

  /// What is here is there, and the other way round.
  private func expectSame(_ home: borrowing Home, _ rep: OrgClient) async throws {
    let here = try await home.list("all")
    let there = try await rep.query("SELECT Id, Subject, Status, Priority, ActivityDate FROM Task")
    let byID = Dictionary(uniqueKeysWithValues: there.map { ($0["Id"] as? String ?? "", $0) })
    for row in here where row["sync"] as? String == "synced" {
      let task = try #require(byID[row["salesforceId"] as? String ?? ""], "\(row)")
      #expect(task["ActivityDate"] as? String == row["due"] as? String, "\(row) \(task)")
      #expect((task["Status"] as? String == "Completed") == (row["status"] as? String == "completed"), "\(row) \(task)")
    }
    let known = Set(here.compactMap { $0["salesforceId"] as? String })
    let lost = there.filter { ($0["Subject"] as? String)?.hasPrefix("Random") == true }
      .filter { !known.contains($0["Id"] as? String ?? "") }
    #expect(lost.isEmpty)
  }
}
