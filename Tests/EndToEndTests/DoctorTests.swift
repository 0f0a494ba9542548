import Foundation
import OrgModel
import OrgServer
import Testing

@Suite("doctor against an org over TLS", .serialized, .timeLimit(.minutes(2)))
struct DoctorTests {
  private struct Line: Decodable {
    let check: String
    let status: String
    let detail: String
    let remedy: String?
  }

  private func connect(_ org: borrowing SecureOrg, as user: DemoUser) async throws {
    let token = try await org.server.openSession(for: user.username).accessToken
    let login = try await org.run("login", "--domain", org.address, "--token-stdin", input: token + "\n")
    try #require(login.status == 0, "\(login.errors)")
  }

  private func lines(_ org: borrowing SecureOrg) async throws -> (status: Int32, lines: [String: Line]) {
    let answer = try await org.run(
      "doctor", "--format", "json", environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
    let lines = try JSONDecoder().decode([Line].self, from: Data(answer.output.utf8))
    return (answer.status, Dictionary(lines.map { ($0.check, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  @Test(
    "Each missing right is told with what to do; the exit code is 1 if sync cannot do its work",
    arguments: [
      (DemoUser.restricted, "field.Description", "warning", 0), (.restricted, "field.Priority", "warning", 0),
      (.reader, "task.create", "failure", 1), (.reader, "task.edit", "failure", 1),
      (.rep, "task", "ok", 0), (.poller, "task", "ok", 0),
    ])
  func rights(user: DemoUser, check: String, status: String, exit: Int32) async throws {
    let org = try await SecureOrg()
    try await connect(org, as: user)
    let (code, lines) = try await lines(org)
    #expect(code == exit)
    let line = try #require(lines[check])
    #expect(line.status == status)
    #expect((line.remedy == nil) == (status == "ok"))
    for check in ["terminal", "locale", "colors", "store", "lock", "login", "apiVersion", "organization", "clock"] {
      #expect(lines[check] != nil, "\(check)")
    }
    #expect(lines["organization"]?.detail.contains("Difference Engines") == true)
    #expect(lines["clock"]?.status == "ok")
    await org.server.stop()
  }

  @Test("In text it has no control codes; a clock that is wrong, a sandbox and an org that is gone are told")
  func text() async throws {
    let org = try await SecureOrg()
    try await connect(org, as: .rep)
    try await org.steer("clock", #"{"offset": 600}"#)
    await org.server.change { $0.isSandbox = true }
    let answer = try await org.run("doctor", environment: ["TERM": "xterm-256color"])
    #expect(answer.status == 0)
    #expect(answer.output.contains("behind Salesforce's"))
    #expect(answer.output.contains("a sandbox"))
    #expect(!answer.output.contains("\u{1B}"))
    await org.server.stop()
    let offline = try await org.run("doctor", environment: ["TERM": "xterm-256color"])
    #expect(offline.status == 1)
    #expect(offline.output.contains("FAILURE"))
    #expect(offline.output.contains("annot reach Salesforce"))
  }

  @Test("A user who may not use the API is told so")
  func noAPI() async throws {
    let org = try await SecureOrg()
    try await connect(org, as: .noAPI)
    let (code, lines) = try await lines(org)
    #expect(code == 1)
    #expect(lines["connection"]?.status == "failure")
    #expect(lines["connection"]?.remedy?.isEmpty == false)
    await org.server.stop()
  }

  @Test("A value that the org does not have is named with its own when it is set")
  func unknownValue() async throws {
    let org = try await SecureOrg()
    try await connect(org, as: .rep)
    _ = try await org.run("settings", "set", "sync", "on")
    #expect(try await org.run("sync").status == 0)
    let set = try await org.run("settings", "set", "status_completed", "Done")
    #expect(set.status == 0)
    #expect(set.errors.contains("no value “Done”") && set.errors.contains("Not Started, In Progress, Completed"))
    let sync = try await org.run("sync")
    #expect(sync.status == 1 && sync.errors.contains("status_completed"))
    #expect(try await org.run("settings", "set", "status_completed", "Completed").errors.isEmpty)
    #expect(try await org.run("sync").status == 0)
    await org.server.stop()
  }
}
