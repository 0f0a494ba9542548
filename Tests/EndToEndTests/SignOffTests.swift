import Foundation
import OrgServer
import Testing

@Suite("Leaving a profile that is live", .serialized, .timeLimit(.minutes(2)))
struct SignOffTests {
  enum Way: CaseIterable {
    case quit, terminate, otherProfile
  }

  @Test("The subscription is given back to the org, which counts them", arguments: Way.allCases)
  func signsOff(way: Way) async throws {
    let home = try Home()
    let org = try await HostedOrg()
    _ = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try await home.run("add", "Elsewhere today", "--profile", "other")
    let program = Shell.products.appending(path: "command-center").path
    let start = "sh -c \"echo \\$\\$ >\(home.path)/pid; exec \(program)\""
    func clients() async throws -> String {
      try await Shell.run("curl", ["-sf", "\(org.address)/simulator/streaming"]).output
    }
    try await TerminalSession.with(start, home.environment) { terminal in
      try await terminal.wait(for: "● Live")
      #expect(try await clients().contains("/topic/"))
      switch way {
      case .quit: try await terminal.press("q")
      case .terminate:
        let pid = try String(contentsOfFile: home.path + "/pid", encoding: .utf8).split(separator: "\n").joined()
        _ = try await Shell.run("kill", [pid])
      case .otherProfile:
        try await terminal.press("P")
        try await terminal.wait(for: "open now")
        try await terminal.press("j", "Enter")
        try await terminal.wait(for: "Elsewhere")
        // The org tells nobody outside of it; asking again is the condition.
        while try await !clients().contains("\"clients\":[]") { try Task.checkCancellation() }
        return
      }
      try await terminal.wait(for: way == .quit ? "[exit 0]" : "[exit 143]")
      #expect(try await clients().contains("\"clients\":[]"))
    }
    await org.server.stop()
  }
}
