import Foundation
import OrgModel
import OrgServer
import Testing

@Suite("The debug bundle of a profile that syncs", .serialized, .timeLimit(.minutes(2)))
struct DebugBundleTests {
  @Test("Where all is logged, the log has names and no token, and the bundle has neither")
  func secrets() async throws {
    let org = try await SecureOrg()
    let token = try await org.server.openSession(for: DemoUser.rep.username).accessToken
    _ = try await org.run("settings", "set", "log_level", "trace")
    let login = try await org.run("login", "--domain", org.address, "--token-stdin", input: token + "\n")
    try #require(login.status == 0, "\(login.errors)")
    _ = try await org.run("settings", "set", "sync", "on")
    try #require(try await org.run("sync", "--log-content").status == 0)
    _ = try await org.run("add", "Call Kanar about the secret today")
    try #require(try await org.run("sync", "--log-content").status == 0)
    let tasks = try await org.home.list().compactMap { $0["name"] as? String }
    try #require(tasks.count > 1)

    let log = org.file("command-center.log")
    #expect(log.contains("Call Kanar about the secret") && log.contains("Robin Verhoeven"))
    #expect(!log.contains(token))
    let path = org.home.path + "/bundle.txt"
    let written = try await org.run("doctor", "--debug-bundle", path)
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output.contains(path))
    let bundle = org.file("bundle.txt")
    for told in [
      "work=import", "status=200", "path=/services/data/", "logged in by=\"access token\"", "\"check\" : \"clock\"",
    ] {
      #expect(bundle.contains(told), "\(told)")
    }
    let secrets = [
      token, "Kanar", "Robin", "Verhoeven", "rep@demo.example", "Difference Engines", "Ada Lovelace", "Sam Okafor",
      org.home.path, org.address,
    ]
    for secret in secrets + tasks { #expect(!bundle.contains(secret), "\(secret)") }

    let again = try await org.run("--debug-bundle", path)
    #expect(again.status == 1 && again.errors.contains("is there already"))
    let other = try await org.run("--debug-bundle", path + "2")
    #expect(other.status == 0, "\(other.errors)")
    #expect(org.file("bundle.txt2").contains("== Log =="))
    await org.server.stop()
  }

  @Test("Without the option for it, the log has no names either")
  func redaction() async throws {
    let org = try await SecureOrg()
    let token = try await org.server.openSession(for: DemoUser.rep.username).accessToken
    _ = try await org.run("settings", "set", "log_level", "trace")
    _ = try await org.run("login", "--domain", org.address, "--token-stdin", input: token + "\n")
    _ = try await org.run("settings", "set", "sync", "on")
    try #require(try await org.run("sync").status == 0)
    let log = org.file("command-center.log")
    #expect(log.contains("query=<private>") && log.contains("work=import"))
    let tasks = try await org.home.list().compactMap { $0["name"] as? String }
    for secret in [token, "Robin", "rep@demo.example", "localhost", "127.0.0.1"] + tasks {
      #expect(!log.contains(secret), "\(secret)")
    }
    await org.server.stop()
  }
}
