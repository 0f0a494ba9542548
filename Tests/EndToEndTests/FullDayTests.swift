import Foundation
import OrgServer
import Testing

@Suite("A day with 10,000 tasks", .timeLimit(.minutes(3)))
struct FullDayTests {
  private static let program = Shell.products.appending(path: "command-center").path
  private static let today = Date().formatted(.iso8601.year().month().day())
  private static let tasks = 10_000

  @Test("They are imported while the screen is worked in, each once, and the last of them is completed there")
  func fullDay() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    for start in stride(from: 0, to: Self.tasks, by: 200) {
      try await rep.create((start..<start + 200).map { ["Subject": "Call \($0)", "ActivityDate": Self.today] })
    }
    _ = try await rep.create(["Subject": "Zoë is the last", "ActivityDate": Self.today, "Priority": "Low"])
    try await home.run("settings", "set", "sync", "on")

    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "[1 Agenda]")
      try await terminal.press("a")
      try await terminal.type("Typed meanwhile ")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Added")
      try await terminal.wait(for: "● Live")
      try await terminal.wait(for: "1,000+ open")
      try await terminal.press("G")
      try await terminal.wait(for: "Zoë is the last")
      try await terminal.press("Space")
      try await terminal.wait(for: "Completed “Zoë is the last”")
      try await terminal.waitUntilGone("↑")
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
    #expect(try await rep.tasks("Zoë is the last").map { $0["Status"] as? String } == ["Completed"])
    #expect(try await rep.tasks("Typed meanwhile").count == 1)
    let ids = try await home.list().compactMap { $0["salesforceId"] as? String }
    #expect(ids.count == Self.tasks + 2)
    #expect(Set(ids).count == ids.count)
    await org.server.stop()
  }
}
