import Foundation
import OrgServer
import Testing

@Suite("Many tasks are deleted in the org at once", .serialized, .timeLimit(.minutes(2)))
struct VanishingTests {
  private static let program = Shell.products.appending(path: "command-center").path
  private static let count = 60

  /// A home whose tasks were all deleted in the org while nobody looked.
  private func deleteAll(_ home: borrowing Home, _ org: HostedOrg) async throws {
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    let today = Date().formatted(.iso8601.year().month().day())
    var ids: [String] = []
    for number in 1...Self.count {
      ids.append(try await rep.create(["Subject": "Task \(number)", "ActivityDate": today]))
    }
    #expect(try await home.run("sync").status == 0)
    #expect(try await home.list().count == Self.count)
    // By one request: the list of deleted records ends at a full minute, and must not have some of them only.
    try await rep.delete(ids)
  }

  @Test("The screen asks before they go here too; D and d let them go to the trash")
  func screen() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    try await deleteAll(home, org)
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "\(Self.count) tasks are gone from Salesforce")
      #expect(try await home.list().count == Self.count)
      try await terminal.press("D", "d")
      try await terminal.wait(for: "Nothing due today or tomorrow")
      #expect(try await home.list("trash").count == Self.count)
    }
    await org.server.stop()
  }

  @Test("A script is asked too, and can keep them")
  func command() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    try await deleteAll(home, org)
    try await home.run("sync")
    #expect(try await home.run("status").output.contains("\(Self.count) gone from Salesforce"))
    #expect(try await home.run("vanished").output.contains("--keep"))
    #expect(try await home.list().count == Self.count)
    #expect(try await home.run("vanished", "--keep").status == 0)
    #expect(try await home.run("vanished").output == "There is nothing to decide.\n")
    #expect(try await home.list().allSatisfy { $0["sync"] as? String == "localOnly" })
    await org.server.stop()
  }
}
