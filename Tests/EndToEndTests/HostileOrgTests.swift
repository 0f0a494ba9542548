import Foundation
import OrgModel
import OrgServer
import Testing

@Suite("An org that answers what no org should", .serialized, .timeLimit(.minutes(4)))
struct HostileOrgTests {
  private func steer(_ org: HostedOrg, _ method: String, _ path: String, _ body: String = "") async throws {
    let answer = try await Shell.run(
      "curl", ["-sf", "-X", method, "\(org.address)/simulator/\(path)", "--data-binary", "@-"],
      input: body.isEmpty ? "{}" : body)
    try #require(answer.status == 0, "\(path) \(body.prefix(300))")
  }

  /// The same, each time that it can.
  private func strike(_ org: HostedOrg, with fault: String) async throws {
    try await steer(org, "POST", "faults", #"{"times":"always","# + fault.dropFirst())
  }

  /// Whether a text can be shown as it is.
  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      ($0 == "\n" || $0.properties.generalCategory != .control) && !$0.properties.isBidiControl
    }
  }

  /// Whether it is one sentence for people: nothing of a page, of JSON, or of how the program is made.
  private func isSentence(_ text: String) -> Bool {
    !text.contains { "<>{}[]\\".contains($0) } && !text.contains("Error") && text.count < 300
      && text.split(separator: "\n").count == 1
  }

  @Test("It is told in one line, nothing goes elsewhere, and what was added here arrives once it is well again")
  func answers() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let elsewhere = try SilentHost()
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    for (number, hostile) in (HostileAnswer.toAll + HostileAnswer.toReads).enumerated() {
      let name = "Added under attack \(number)"
      try await home.run("add", "\(name) today")
      try await strike(org, with: hostile.fault.replacing("ELSEWHERE", with: "127.0.0.1:\(elsewhere.port)"))
      let struck = try await home.run("sync")
      let text = struck.output + struck.errors
      #expect(struck.status == hostile.exit && text.contains(hostile.told), "\(hostile.name): \(struck.status) \(text)")
      #expect(isSafe(text) && isSentence(text), "\(hostile.name): \(text.debugDescription)")

      let faults = try await Shell.run("curl", ["-sf", "\(org.address)/simulator/faults"]).output
      #expect(!faults.contains(#""struck":0,"#), "\(hostile.name) did not happen")
      try await steer(org, "DELETE", "faults")
      let healed = try await home.run("sync")
      #expect(healed.status == 0, "\(hostile.name): \(healed.errors)")
      #expect(try await rep.tasks(name).count == 1, "\(hostile.name)")
    }
    #expect(elsewhere.connections() == 0)
    #expect(try await home.list().count == HostileAnswer.toAll.count + HostileAnswer.toReads.count)
    await org.server.stop()
  }

  @Test("A create whose answer cannot be read is not repeated blindly, however it is spoilt")
  func spoiltCreates() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try #require(try await home.run("sync").status == 0)
    let deep = String(repeating: "[", count: 100_000)
    let answers = [
      #""answer":{"status":200,"body":"<html>"}"#, #""keep":{"fraction":0.5}"#, #""send":{"fraction":0.5}"#,
      #""answer":{"type":"application/json","body":"\#(deep)"}"#, #""answer":{"status":302}"#,
      #""answer":{"type":"application/json","body":"{\"id\":7,\"success\":1e400}"}"#,
    ]
    for (number, answer) in answers.enumerated() {
      let name = "Sent in doubt \(number)"
      try await home.run("add", "\(name) today")
      try await strike(org, with: #"{"match":{"method":["POST","PATCH"]},\#(answer)}"#)
      let struck = try await home.run("sync")
      #expect(struck.status != 0 && isSentence(struck.errors), "\(answer.prefix(60)): \(struck.errors)")
      try await steer(org, "DELETE", "faults")
      let healed = try await home.run("sync")
      #expect(healed.status == 0, "\(answer.prefix(60)): \(healed.errors)")
      #expect(try await rep.tasks(name).count == 1, "\(answer.prefix(60))")
    }
    await org.server.stop()
  }

  @Test("An org that sends the same page again and again is told, and asked no more")
  func samePage() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    _ = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let time = "2026-01-01T00:00:00.000+0000"
    let row =
      #"{"Id":"00T000000000001AAA","Subject":"Again","CreatedDate":"\#(time)","LastModifiedDate":"\#(time)","#
      + #""SystemModstamp":"\#(time)"}"#
    let rows = repeatElement(row, count: 2_000).joined(separator: ",")
    try await strike(
      org,
      with:
        #"{"match":{"contains":"FROM Task"},"process":"never","answer":{"body":{"totalSize":2000,"records":[\#(rows)]}}}"#
    )
    let sync = try await home.run("sync")
    #expect(sync.status == 1 && sync.errors.contains("the pages of a query do not end"), "\(sync.output)\(sync.errors)")
    await org.server.stop()
  }
}
