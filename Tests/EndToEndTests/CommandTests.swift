import Foundation
import OrgServer
import Testing

@Suite("Commands", .serialized, .timeLimit(.minutes(2)))
struct CommandTests {
  @Test("A task added in the shell is listed, completed, deleted and restored, without Salesforce")
  func local() async throws {
    let home = try Home()
    let added = try await home.run("add", "Call Ada tomorrow !high #call")
    #expect(added.status == 0)
    let id = String(added.output.prefix(8))
    let task = try #require(try await home.list("agenda").first)
    #expect(task["name"] as? String == "Call Ada")
    #expect(task["priority"] as? String == "high")
    #expect(task["kind"] as? String == "call")
    #expect(task["sync"] as? String == "localOnly")
    #expect(task["salesforceId"] is NSNull)
    #expect(Set(task.keys).count == 17)
    #expect(try await home.run("complete", id).output == "Completed “Call Ada”\n")
    #expect(try await home.list("completed").count == 1)
    #expect(try await home.run("delete", id).status == 0)
    #expect(try await home.list().isEmpty)
    #expect(try await home.list("trash").count == 1)
    #expect(try await home.run("restore", id).status == 0)
    #expect(try await home.list("completed").count == 1)
  }

  @Test("A filter finds tasks by how their words begin, and any part of words that have no spaces between")
  func filter() async throws {
    let home = try Home()
    for task in ["Call Ada about the renewal", "Mail Núñez", "田中さんに電話する"] { _ = try await home.run("add", task) }
    for (text, found) in [
      ("ren ADA", ["Call Ada about the renewal"]), ("nunez", ["Mail Núñez"]), ("電話", ["田中さんに電話する"]),
      ("\" OR mail", []),
    ] {
      let answer = try await home.run("list", "--view", "all", "--filter", text, "--format", "json")
      let tasks = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]]
      #expect(tasks?.map { $0["name"] as? String } == found, "\(text)")
    }
  }

  @Test("A task is shown to people, and to scripts as it is listed")
  func show() async throws {
    let home = try Home()
    let added = try await home.run("add", "--format", "json", "Call Ada 2026-12-01 !high #call")
    let task = try #require(try JSONSerialization.jsonObject(with: Data(added.output.utf8)) as? [String: Any])
    let id = try #require(task["id"] as? String)
    #expect(task["due"] as? String == "2026-12-01")
    let shown = try await home.run("show", id).output
    #expect(shown.hasPrefix("Call Ada\n  Id        \(id)\n  Due       2026-12-01\n  Status    open\n"))
    let asJSON = try await home.run("show", id, "--format", "json").output
    #expect(try await home.run("list", "--view", "all", "--format", "json").output == asJSON)
  }

  @Test("A beginning of an Id that several tasks have is answered with tasks that it may be")
  func ambiguous() async throws {
    let home = try Home()
    // Of 17 Ids two begin with the same of the 16 digits.
    for number in 1...17 { _ = try await home.run("add", "Task \(number)") }
    let ids = try await home.list().compactMap { $0["id"] as? String }
    let digit = try #require(Dictionary(grouping: ids.compactMap(\.first)) { $0 }.first { $0.value.count > 1 }?.key)
    let answer = try await home.run("complete", String(digit))
    #expect(answer.status == 1)
    #expect(answer.errors.contains("“\(digit)” stands for"))
    #expect(answer.errors.contains("“Task "))
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try await home.list("completed").isEmpty)
  }

  @Test("A profile that is not there is no empty list", arguments: ["list", "status", "complete"])
  func noProfile(command: String) async throws {
    let home = try Home()
    let answer = try await home.run(command, "--profile", "wrok", command == "complete" ? "abc" : "--format", "json")
    #expect(answer.status == 64)
    #expect(answer.errors.contains("no profile “wrok”"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }

  @Test("Output that cannot be written is a failure, and not half a list")
  func fullDisk() async throws {
    let home = try Home()
    try await home.run("add", "Call Ada today")
    let program = Shell.products.appending(path: "command-center").path
    let answer = try await Shell.run(
      "/bin/sh", ["-c", "'\(program)' list >/dev/full"], environment: home.environment)
    #expect(answer.status == 1)
    #expect(answer.errors.contains("No space left"))
    // Of an error that nobody can be told, the code tells.
    for errors in [">/dev/full", ">&-"] {
      let untold = try await Shell.run(
        "/bin/sh", ["-c", "'\(program)' complete nobody 2\(errors)"], environment: home.environment)
      #expect(untold.status == 1)
    }
    // Who closes a pipe early has seen enough.
    let head = try await Shell.run(
      "/bin/sh", ["-c", "'\(program)' list | head -1"], environment: home.environment)
    #expect(head.errors.isEmpty && head.output.contains("NAME"))
  }

  @Test("The tab key offers the tasks that a command is for, in the way of the shell")
  func completions() async throws {
    let home = try Home()
    try await home.run("add", "Call Ada today")
    let id = try #require(try await home.list().first?["id"] as? String).prefix(6)
    func offered(_ shell: String, _ command: String) async throws -> String {
      let program = Shell.products.appending(path: "command-center").path
      return
        try await Shell.run(
          program,
          ["---completion", command, "--", "positional@0", "1", "0", "command-center", command, ""],
          environment: home.environment.merging(["SAP_SHELL": shell]) { $1 }
        )
        .output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(try await offered("bash", "complete") == id)
    #expect(try await offered("zsh", "complete") == "\(id):Call Ada")
    #expect(try await offered("fish", "complete") == "\(id)\tCall Ada")
    #expect(try await offered("bash", "reopen").isEmpty)
  }

  @Test("Every format is free of control codes")
  func formats() async throws {
    let home = try Home()
    _ = try await home.run("add", "Say \"hi\", \u{1B}[31mred\u{1B}[0m today")
    for format in ["table", "json", "csv", "ics"] {
      let answer = try await home.run("list", "--format", format)
      #expect(answer.status == 0)
      #expect(!answer.output.contains("\u{1B}"))
      #expect(answer.output.contains("Say"))
    }
  }

  @Test("Login, settings, sync and status with a real org over HTTP")
  func sync() async throws {
    let home = try Home()
    let org = try await HostedOrg(tasks: 48)
    let rep = try await org.logIn(home)
    #expect(try await home.run("status", "--format", "json").output.contains("\"state\" : \"off\""))
    #expect(try await home.run("sync").status == 1)
    #expect(try await home.run("settings", "set", "sync", "on").status == 0)
    #expect(try await home.run("settings", "get", "sync").output == "on\n")
    _ = try await home.run("add", "From the shell today")
    let first = try await home.run("sync", "--format", "json")
    #expect(first.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Int])
    #expect(Set(report.keys) == ["pulled", "pushed", "deleted", "conflicts", "refused", "requests"])
    #expect(report["pushed"] == 1)
    #expect((report["pulled"] ?? 0) > 20)
    #expect(try await rep.tasks("From the shell").count == 1)
    #expect(try await home.list().filter { $0["sync"] as? String == "synced" }.count == report["pulled"].map { $0 + 1 })
    let status = try await home.run("status", "--format", "json").output
    #expect(status.contains("\"pending\" : 0") && status.contains(org.address))
    await org.server.stop()
    #expect(try await home.run("sync").status == 69)
  }

  @Test(
    "Bad input gets one clear line, and the exit code that fits",
    arguments: [
      (["add", "Call Ada 2026-02-30"], Int32(64), "2026-02-30"), (["add", "  "], 64, "name"),
      (["add", String(repeating: "x", count: 256)], 64, "256"), (["complete", "nobody"], 1, "nobody"),
      (["settings", "set", "sync", "perhaps"], 64, "on or off"), (["settings", "get", "colour"], 64, "theme"),
      (["settings", "set", "subject_template", "{{x}}"], 64, "{{activity_subject}}"),
      (["settings", "set", "theme", "nosuch"], 64, "default-dark"),
      (["login", "--domain", "http://127.0.0.1:9", "--token-stdin"], 69, "reach"),
      (["login", "--domain", "http://example.com", "--token-stdin"], 64, "https"),
      (["list", "--profile", "../x"], 64, "profile"),
      (["settings", "set", "callback_url", "https://example.com/x"], 64, "callback URL"),
      (["settings", "set", "keyring", "perhaps"], 64, "on or off"),
      (["login", "--jwt-key", "/nowhere/key.pem", "--user", "rep@demo.example"], 77, "no key file /nowhere/key.pem"),
    ])
  func badInput(arguments: [String], status: Int32, word: String) async throws {
    let home = try Home()
    let answer = try await Shell.run(
      Shell.products.appending(path: "command-center").path, arguments, input: "a-token\n",
      environment: home.environment)
    #expect(answer.status == status)
    #expect(answer.errors.contains(word), "\(answer.errors)")
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.output.isEmpty)
  }

  @Test("A wrong token and a wrong password are refused in words")
  func wrongLogin() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    let answer = try await home.run("login", "--domain", org.address, "--token-stdin", input: "wrong\n")
    #expect(answer.status == 77)
    #expect(answer.errors.split(separator: "\n").count == 1)
    await #expect(throws: OrgClient.Failure.self) { try await OrgClient(org.address, username: "nobody@demo.example") }
    await org.server.stop()
  }

  @Test(
    "A broken config file is told with its line, and nothing is lost",
    arguments: ["theme = ", "colour = \"red\"", "theme = 3"])
  func brokenConfig(text: String) async throws {
    let home = try Home()
    try await home.run("add", "Call Ada today")
    try text.write(toFile: home.path + "/config.toml", atomically: true, encoding: .utf8)
    let answer = try await home.run("settings", "get", "theme")
    #expect(answer.status != 0)
    #expect(answer.errors.contains("config.toml"))
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(try await home.list().count == 1)
    #expect(try String(contentsOfFile: home.path + "/config.toml", encoding: .utf8) == text)
  }
}
