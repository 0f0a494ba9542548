import Foundation
import OrgServer
import Testing

@Suite("Both sides changed it, or Salesforce refuses it", .serialized, .timeLimit(.minutes(2)))
struct ConflictTests {
  private static let program = Shell.products.appending(path: "command-center").path
  private static let name = "Call Ada about renewal"

  /// A home whose only task was changed here and in the org while sync was off; it is on again.
  private func makeConflict(_ home: borrowing Home, _ org: HostedOrg) async throws -> (rep: OrgClient, id: String) {
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let id = String(try await home.run("add", "\(Self.name) today").output.prefix(8))
    #expect(try await home.run("sync").status == 0)
    try await home.run("settings", "set", "sync", "off")
    try await home.run("edit", id, "--details", "Written here")
    let task = try #require(try await rep.tasks(Self.name).first)
    let colleague = try await OrgClient(org.address, username: "colleague@demo.example")
    // If-Unmodified-Since tells the versions of a record apart by the second: the next one has to begin.
    func second(_ task: [String: any Sendable]?) -> Substring? { (task?["SystemModstamp"] as? String)?.prefix(19) }
    repeat {
      try await colleague.update(task["Id"] as? String ?? "", ["Description": "Written there"])
    } while try await second(rep.tasks(Self.name).first) == second(task)
    try await home.run("settings", "set", "sync", "on")
    return (rep, id)
  }

  private func conflicts(_ home: borrowing Home) async throws -> [[String: String]] {
    let output = try await home.run("conflicts", "--format", "json").output
    return try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: String]] ?? []
  }

  @Test("The row is marked, and X takes the version that did not stand, in the org too; u takes it back")
  func otherVersion() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let (rep, _) = try await makeConflict(home, org)
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      let screen = try await terminal.wait(for: "Conflict: Details")
      #expect(screen.contains("Written here") && screen.contains("Written there"))
      let conflict = try #require(try await conflicts(home).first)
      #expect(conflict["here"] == "Written here" && conflict["there"] == "Written there")
      #expect(conflict["author"] == "Sam Okafor")
      let standing = conflict["kept"] == "here" ? "Written here" : "Written there"
      let other = conflict["kept"] == "here" ? "Written there" : "Written here"
      try await rep.wait(for: Self.name) { $0.first?["Description"] as? String == standing }
      try await terminal.press("X")
      try await rep.wait(for: Self.name) { $0.first?["Description"] as? String == other }
      try await terminal.waitUntilGone("conflict")
      #expect(try await conflicts(home).isEmpty)
      try await terminal.press("u")
      try await rep.wait(for: Self.name) { $0.first?["Description"] as? String == standing }
      try await terminal.press("C-r")
      try await rep.wait(for: Self.name) { $0.first?["Description"] as? String == other }
    }
    await org.server.stop()
  }

  @Test("resolve takes a side from the shell, for one field")
  func resolve() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let (rep, id) = try await makeConflict(home, org)
    try await home.run("sync")
    #expect(try await home.run("conflicts").output.contains("Written here"))
    #expect(try await home.run("resolve", id, "--keep", "here", "--field", "name").status == 1)
    #expect(try await home.run("resolve", id, "--keep", "here", "--field", "details").status == 0)
    #expect(try await home.run("sync").status == 0)
    #expect(try await rep.tasks(Self.name).first?["Description"] as? String == "Written here")
    #expect(try await home.run("conflicts").output == "No conflicts.\n")
    await org.server.stop()
  }

  @Test("What Salesforce refuses is told with what to do; it is tried again, or given up")
  func refused() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let id = String(try await home.run("add", "\(Self.name) today").output.prefix(8))
    try await home.run("sync")
    let rule = try await org.refuse("Subject = 'Forbidden'", message: "Another name, please")
    try await home.run("edit", id, "--name", "Forbidden")
    #expect(try await home.run("sync").status == 1)
    #expect(try await home.run("show", id).output.contains("FIELD_CUSTOM_VALIDATION_EXCEPTION"))
    #expect(try await home.run("status").output.contains("1 refused"))
    #expect(try await home.run("retry", id).status == 0)
    #expect(try await home.run("sync").status == 1)
    #expect(try await home.run("give-up", id).status == 0)
    #expect(try await home.list().first?["name"] as? String == Self.name)
    #expect(try await home.run("undo").status == 0)
    #expect(try await home.list().first?["name"] as? String == "Forbidden")
    await org.remove(rule)
    #expect(try await home.run("sync").status == 0)
    #expect(try await rep.tasks("Forbidden").count == 1)
    await org.server.stop()
  }

  @Test("A task that is only here is sent when the user says so, and not before")
  func send() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let rep = try await org.logIn(home)
    let id = String(try await home.run("add", "\(Self.name) today").output.prefix(8))
    try await home.run("settings", "set", "sync", "on")
    try await home.run("sync")
    #expect(try await rep.tasks(Self.name).isEmpty)
    #expect(try await home.run("send", id).status == 0)
    #expect(try await home.run("sync").status == 0)
    #expect(try await rep.tasks(Self.name).count == 1)
    #expect(try await home.run("send", id).output.contains("Nothing to send"))
    await org.server.stop()
  }
}
