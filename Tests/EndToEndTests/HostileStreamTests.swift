import Foundation
import OrgServer
import Testing

@Suite("An org whose live updates are not what they should be", .serialized, .timeLimit(.minutes(2)))
struct HostileStreamTests {
  private static let all = #""times":"always","match":{"path":"/cometd/**"}"#

  private static func instead(_ type: String, _ body: String) -> String {
    #"{\#(all),"process":"never","answer":{"type":"\#(type)","body":"\#(body)"}}"#
  }

  private static func numbers(_ number: String) -> String {
    let replacements = ["replayId", "timeout", "interval"]
      .map { #"{"text":"\"\#($0)\":","by":"\"\#($0)\":\#($0 == "interval" ? "-" : "")\#(number),\"x\":"}"# }
    return #"{\#(all),"replace":[\#(replacements.joined(separator: ","))]}"#
  }

  @Test(
    "The screen says how changes come, and what is added here and there comes to the other side",
    arguments: [
      (#"{\#(all),"answerDelay":600000}"#, "Polling"), (instead("text/html", "<html>"), "Polling"),
      (instead("application/json", String(repeating: "[", count: 100_000)), "Polling"),
      (
        instead(
          "application/json",
          #"[{\"channel\":\"/meta/handshake\",\"error\":\"403::\u001b]52;c;RVZJTA==\u0007 \u009b6661m limit\u202e\"}]"#),
        "Polling"
      ),
      (numbers("9223372036854775807"), "● Live"), (numbers("1e400"), "● Live"),
    ])
  func stream(fault: String, seen: String) async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let set = try await Shell.run("curl", ["-sf", "\(org.address)/simulator/faults", "-d", "@-"], input: fault)
    try #require(set.status == 0, "\(fault.prefix(300))")
    let program = Shell.products.appending(path: "command-center").path
    try await TerminalSession.with("exec \(program)", home.environment) { terminal in
      try await terminal.wait(for: seen)
      try await terminal.press("a")
      try await terminal.type("Made here today")
      try await terminal.press("Enter")
      try await rep.wait(for: "Made here") { $0.count == 1 }
      _ = try await rep.create([
        "Subject": "Made there", "ActivityDate": Date().formatted(.iso8601.year().month().day()),
      ])
      if seen == "Polling" { try await terminal.press("r") }
      try await terminal.wait(for: "Made there")
      try await terminal.waitUntilGone("↑")
      let status = try await home.run("status")
      #expect(!status.output.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      #expect(!status.output.contains("{") && !status.output.contains("<html"))
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
    #expect(try await rep.tasks("Made here").count == 1)
    await org.server.stop()
  }
}
