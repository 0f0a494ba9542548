import Foundation
import OrgServer
import Testing

@Suite("As long a text as an org can hold", .timeLimit(.minutes(2)))
struct LongTextTests {
  private static let program = Shell.products.appending(path: "command-center").path
  private static let today = Date().formatted(.iso8601.year().month().day())

  @Test("A name of 255 wide characters and details of 32,000 are shown, edited and sent back unharmed")
  func longTexts() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    let lines = (0..<2_000).map { "漢字 zoë e\u{301} \($0 * 7_919)\n" }.joined()
    let details = String(lines.prefix(30_000)) + "\nthe very end"
    let name = String(repeating: "漢", count: 255)
    let id = try await rep.create(["Subject": name, "Description": details, "ActivityDate": Self.today])
    let full = String((0..<9_000).map { String($0 * 7_919) }.joined().prefix(32_000))
    let other = try await rep.create(["Subject": "Full", "Description": full, "ActivityDate": Self.today])
    try await home.run("settings", "set", "sync", "on")
    try #require(try await home.run("sync").status == 0)
    let row = try #require(try await home.list().first { $0["name"] as? String == name })
    #expect(row["details"] as? String == details)

    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await terminal.wait(for: "漢漢漢")
      try await terminal.press("/")
      try await terminal.type("漢漢")
      try await terminal.press("Enter", "Enter", "G")
      try await terminal.wait(for: "the very end")
      try await terminal.press("Escape")
      try await terminal.wait(for: "[1 Agenda]")
      try await terminal.press("Escape")
      try await terminal.wait(for: "2 open")
      try await terminal.press("/")
      try await terminal.type("full")
      try await terminal.press("Enter")
      try await terminal.wait(for: "1 open")
      try await terminal.press("e")
      try await terminal.wait(for: "32,000/32,000")
      try await terminal.type(" of it")
      try await terminal.press("C-s")
      try await terminal.wait(for: "Changed “Full of it”")
      try await terminal.waitUntilGone("↑")
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
    #expect(try await rep.tasks("Full of it").first?["Description"] as? String == full)
    let edited = String(details.dropLast(3)) + "END"
    _ = try await home.run("edit", row["id"] as? String ?? "", "--details", edited)
    #expect(try await home.run("sync").status == 0)
    #expect(try await rep.tasks(name).first?["Description"] as? String == edited)
    #expect(try await rep.tasks("Full of it").first?["Id"] as? String == other)
    #expect(try await rep.tasks(name).first?["Id"] as? String == id)
    await org.server.stop()
  }
}
