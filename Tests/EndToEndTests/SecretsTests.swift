import Foundation
import OrgModel
import OrgServer
import Testing

@Suite("Secrets", .serialized, .timeLimit(.minutes(2)))
struct SecretsTests {
  private static let program = Shell.products.appending(path: "command-center").path

  /// What a stand-in of a program notes first: its arguments and its environment, where the search finds them.
  private static let noting = """
    mkdir -p "$HOLD/../seen"; tr '\\0' '\\n' </proc/$$/cmdline >>"$HOLD/../seen/arguments"
    tr '\\0' '\\n' </proc/$$/environ >>"$HOLD/../seen/environments"

    """

  /// All folders of the program below the home, as on a desktop.
  private func environment(_ org: borrowing SecureOrg) -> [String: String] {
    let home = org.home.path
    var environment = org.environment.merging([
      "COMMAND_CENTER_HOME": "", "HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_STATE_HOME": "",
      "XDG_CACHE_HOME": home + "/.cache", "XDG_RUNTIME_DIR": home + "/run", "TMPDIR": home + "/tmp",
      "BROWSER": "browser", "EDITOR": "editor", "VISUAL": "editor", "SWIFT_BACKTRACE": "enable=no", "DISPLAY": ":9",
    ]) { $1 }
    environment["SSH_CONNECTION"] = ""
    return environment
  }

  /// A desktop whose programs note how they are called.
  private func makeDesktop(_ org: borrowing SecureOrg) async throws {
    try FileManager.default.createDirectory(atPath: org.home.path + "/tmp", withIntermediateDirectories: true)
    try org.installBrowser()
    let browser = org.held("browser").split(separator: "\n", maxSplits: 2).dropFirst(2).joined()
    try org.install("browser", Self.noting + browser)
    try org.install("secret-tool", Self.noting + KeyringTests.secretTool)
    try org.install("editor", Self.noting + "echo edited >\"$1\"")
    for name in ["xdg-open", "notify-send"] { try org.install(name, Self.noting) }
    try org.install(
      "sf",
      Self.noting
        + """
        echo "{\\"status\\": 0, \\"result\\": {\\"accessToken\\": \\"$(cat $HOLD/token)\\", \\"instanceUrl\\": \\"\(org.address)\\",
          \\"username\\": \\"rep@demo.example\\", \\"connectedStatus\\": \\"Connected\\"}, \\"warnings\\": []}"
        """)
  }

  @Test("After every login, renewal, refusal and crash, no secret is anywhere but in the file or the keyring for it")
  func nowhere() async throws {
    let org = try await SecureOrg()
    try await makeDesktop(org)
    let environment = environment(org)
    var said = ""
    func run(_ arguments: String..., input: String = "", environment more: [String: String] = [:]) async throws -> Int32
    {
      let answer = try await Shell.run(
        Self.program, arguments, input: input, environment: environment.merging(more) { $1 })
      said += answer.output + answer.errors
      return answer.status
    }
    let callback = try await org.registerApp()
    for (key, value) in [("log_level", "trace"), ("client_id", "mine"), ("callback_url", callback), ("keyring", "off")]
    {
      #expect(try await run("settings", "set", key, value) == 0)
    }
    // Every way to log in, each in a profile of its own.
    #expect(try await run("login", "--domain", org.address) == 0)
    let token = try await org.server.openSession(for: DemoUser.rep.username).accessToken
    #expect(
      try await run("login", "--domain", org.address, "--token-stdin", "--profile", "token", input: token + "\n") == 0)
    try token.write(toFile: org.home.path + "/bin/token", atomically: true, encoding: .utf8)
    #expect(try await run("login", "--from-sf", "--profile", "sf") == 0)
    let keyFile = try await org.registerRobot()
    #expect(
      try await run(
        "login", "--domain", org.address, "--jwt-key", keyFile, "--user", "rep@demo.example",
        "--client-id", "robot", "--profile", "robot") == 0)
    #expect(try await run("settings", "set", "keyring", "on") == 0)
    #expect(try await run("login", "--domain", org.address, "--profile", "ring") == 0)
    #expect(try await run("settings", "set", "keyring", "off") == 0)

    // Work, with renewals in the midst of it.
    for profile in ["default", "robot", "ring"] {
      #expect(try await run("settings", "set", "sync", "on", "--profile", profile) == 0)
      await org.server.expireAccessTokens()
      #expect(try await run("sync", "--log-content", "--profile", profile) == 0)
    }
    _ = try await run("add", "Call Ada today")

    // The screen, its programs, and its crash; that of the service too.
    let recording = org.home.path + "/recording"
    let folder = org.home.path + "/crash"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let crashing = "cd \(folder); ulimit -c unlimited; echo ready; read go; exec \(Self.program)"
    for (arguments, sign) in [("", "● Live"), (" sync --watch --log-content", "live")] {
      try await TerminalSession.with("echo $$ >\(folder)/pid; \(crashing)\(arguments)", environment) { terminal in
        try await terminal.wait(for: "ready")
        try await terminal.record(to: recording + (arguments.isEmpty ? "" : "-watch"))
        try await terminal.press("Enter")
        try await terminal.wait(for: sign)
        if arguments.isEmpty {
          await org.server.expireAccessTokens()
          try await terminal.press("r", "b")
          try await terminal.press("e")
          try await terminal.wait(for: "Related to")
          try await terminal.press("C-e")
          try await terminal.wait(for: "edited")
        }
        let process = try String(contentsOfFile: folder + "/pid", encoding: .utf8).split(separator: "\n").joined()
        _ = try await Shell.run("kill", [arguments.isEmpty ? "-SEGV" : "-ABRT", process])
        try await terminal.wait(for: "[exit 1")
        said += try await terminal.screen()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["pid"])

    // What goes wrong.
    for fault in ["html", "truncated-json", "garbage", "redirect", "UNKNOWN_EXCEPTION", "INVALID_SESSION_ID"] {
      try await org.steer(
        "faults", #"{"kind": "\#(fault)", "times": "always", "match": {"path": "/services/data/**"}}"#)
      #expect(try await run("sync", "--log-content") != 0, "\(fault)")
      #expect(try await org.shell("curl -sf -X DELETE '\(org.address)/simulator/faults'").status == 0)
    }
    #expect(try await run("sync", environment: ["SSL_CERT_FILE": "/dev/null"]) != 0)
    await org.server.expireAccessTokens()
    try await org.steer("faults", #"{"kind": "refresh-token-revoked", "times": "always"}"#)
    #expect(try await run("sync", "--log-content") == 77)
    for command in [["status", "--format", "json"], ["profiles"], ["doctor"], ["list", "--format", "ics"]] {
      let answer = try await Shell.run(Self.program, command, environment: environment)
      said += answer.output + answer.errors
    }
    #expect(try await run("doctor", "--debug-bundle", org.home.path + "/bundle.txt") == 0)
    try said.write(toFile: org.home.path + "/said", atomically: true, encoding: .utf8)

    // The search, by pieces: what was cut off is found too.
    let key = org.held("key.pem").split(separator: "\n").map(String.init).filter { $0.count > 40 }
    let secrets = try #require(await org.server.secrets()).union(key)
    try #require(secrets.count > 20)
    let patterns = secrets.flatMap { secret in
      stride(from: 20, to: max(21, secret.count - 20), by: 20)
        .map { String(secret.dropFirst($0).prefix(20)) }
        .filter { $0.count == 20 }
    }
    try Set(patterns).joined(separator: "\n")
      .write(toFile: org.home.path + "/bin/patterns", atomically: true, encoding: .utf8)
    let found = try await org.shell("cd '\(org.home.path)' && grep -rlaF -f bin/patterns . --exclude-dir=bin | sort")
    #expect(
      found.output.split(separator: "\n")
        == ["default", "robot", "sf", "token"].map { "./.local/share/command-center/\($0).credentials.json" })
    // What was searched is what there was.
    let seen = try String(contentsOfFile: org.home.path + "/seen/arguments", encoding: .utf8)
    for name in ["browser", "secret-tool", "sf", "editor"] { #expect(seen.contains("/bin/\(name)"), "\(name)") }
    #expect(file(".local/state/command-center/command-center.log", org).contains("session renewed"))
    #expect(file("recording", org).contains("Call Ada") && file("said", org).contains("Connected to"))
    await org.server.stop()
  }

  private func file(_ name: String, _ org: borrowing SecureOrg) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(org.home.path)/\(name)") ?? Data(), as: UTF8.self)
  }

  @Test("Every folder and file that is made is for this user only, whatever the umask", arguments: ["000", "022"])
  func permissions(umask: String) async throws {
    let org = try await SecureOrg()
    try await makeDesktop(org)
    // Beside what the test itself makes.
    let root = org.home.path + "/made"
    let environment = environment(org)
      .merging([
        "HOME": root, "TMPDIR": root, "EDITOR": "looking", "VISUAL": "looking",
      ]) { $1 }
    try org.install(
      "looking", "stat -c '%a %n' \"$1\" \"$(dirname \"$1\")\" >\"$HOLD/editing\"; echo edited >\"$1\"")
    let token = try await org.server.openSession(for: DemoUser.rep.username).accessToken
    let state = root + "/.local/state/command-center"
    let shell = try await Shell.run(
      "sh",
      [
        "-c",
        """
        umask \(umask); mkdir \(root)
        cc='\(Self.program)'
        echo \(token) | $cc login --domain \(org.address) --token-stdin && $cc settings set sync on &&
          $cc settings set log_level trace && $cc settings set theme default-light && $cc sync &&
          head -c 1048000 /dev/zero | tr '\\0' x >>\(state)/command-center.log && $cc sync && $cc add 'Call Ada today' &&
          $cc doctor --debug-bundle \(root)/bundle.txt && $cc add 'Another' --profile other
        """,
      ], environment: environment)
    try #require(shell.status == 0, "\(shell.errors)")
    try await TerminalSession.with("umask \(umask); exec \(Self.program)", environment) { terminal in
      try await terminal.wait(for: "● Live")
      try await terminal.press("e")
      try await terminal.wait(for: "Related to")
      try await terminal.press("C-e")
      try await terminal.wait(for: "edited")
      // While all is open.
      let open = try await Shell.run("find", [root, "-mindepth", "1", "-printf", "%y %m %P\n"])
      #expect(Self.open(to: open.output) == [])
      for name in [
        "default.sqlite-wal", "default.sqlite-shm", "default.screens", "default.lock", "command-center.log.1",
      ] {
        #expect(open.output.contains(name), "\(name)")
      }
    }
    let closed = try await Shell.run("find", [root, "-mindepth", "1", "-printf", "%y %m %P\n"])
    #expect(Self.open(to: closed.output) == [])
    #expect(!closed.output.contains(".new\n"))
    #expect(org.held("editing").split(separator: "\n").map { $0.prefix(3) } == ["600", "700"])
    await org.server.stop()
  }

  /// What `find` has listed that others may read, write or enter.
  private static func open(to listing: String) -> [Substring] {
    listing.split(separator: "\n").filter { !$0.hasPrefix("d 700 ") && !$0.hasPrefix("f 600 ") }
  }
}
