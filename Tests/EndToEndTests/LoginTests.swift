import Foundation
import OrgServer
import Testing

@Suite("Ways to log in, over TLS", .serialized, .timeLimit(.minutes(2)))
struct LoginTests {
  @Test("In the browser: connected, synced, renewed when the session ends, and revoked by logout")
  func browser() async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser()
    let login = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    #expect(login.status == 0, "\(login.errors)")
    #expect(login.output.contains("Connected to \(org.address) as "))
    #expect(login.output.contains("default.credentials.json, which only you may read"))
    _ = try await org.run("settings", "set", "sync", "on")
    #expect(try await org.run("sync").status == 0)
    let before = org.file("default.credentials.json")
    for _ in 0..<2 {
      await org.server.expireAccessTokens()
      #expect(try await org.run("sync").status == 0)
    }
    #expect(org.file("default.credentials.json") != before)
    #expect(try await org.run("logout").output == "Logged out.\n")
    #expect(org.file("default.credentials.json").isEmpty)
    let sync = try await org.run("sync")
    #expect(sync.status == 77 && sync.errors.contains("command-center login"))
    await org.server.stop()
  }

  @Test("Without a browser: the address is printed, and what the other browser shows is pasted")
  func pasted() async throws {
    let org = try await SecureOrg()
    let callback = try await org.registerApp()
    try org.installBrowser()
    let program = Shell.products.appending(path: "command-center").path
    // The address goes to the browser while the program waits for what is pasted.
    let answer = try await org.shell(
      """
      mkfifo "$COMMAND_CENTER_HOME/in" "$COMMAND_CENTER_HOME/out"
      '\(program)' login --domain '\(org.address)' --no-browser < "$COMMAND_CENTER_HOME/in" > "$COMMAND_CENTER_HOME/out" &
      exec 3> "$COMMAND_CENTER_HOME/in" 4< "$COMMAND_CENTER_HOME/out"
      while read -r line <&4; do case $line in https:*) break;; esac; done
      KEEP=1 browser "$line"
      cat "$COMMAND_CENTER_HOME/bin/callback" >&3
      exec 3>&-
      cat <&4
      wait $!
      """)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("Connected to"))
    #expect(org.held("callback").hasPrefix(callback))
    await org.server.stop()
  }

  @Test("Access that is denied ends with one line, and nothing is kept")
  func denied() async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser(decision: "deny")
    let login = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser %s"])
    #expect(login.status == 77)
    #expect(login.errors.contains("Access was not allowed in the browser"))
    #expect(org.file("default.credentials.json").isEmpty)
    await org.server.stop()
  }

  @Test(
    "A refusal at the renewal asks for a login in words",
    arguments: [
      ("refresh-token-revoked", "expired or was revoked"), ("inactive-user", "inactive"), ("ip-restricted", "network"),
      ("inactive-organization", "organization is locked or closed"), ("login-refused", "wrong, or the user is locked"),
    ])
  func refused(fault: String, word: String) async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser()
    _ = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    _ = try await org.run("settings", "set", "sync", "on")
    await org.server.expireAccessTokens()
    try await org.steer("faults", #"{"kind": "\#(fault)", "times": "always"}"#)
    let sync = try await org.run("sync")
    #expect(sync.status == 77)
    #expect(sync.errors.contains(word), "\(sync.errors)")
    await org.server.stop()
  }

  @Test("A login that answers with a foreign instance is not used, and no token goes there")
  func foreignInstance() async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser()
    try await org.steer(
      "faults",
      #"{"match": {"path": "/services/oauth2/token"}, "replace": [{"text": "\"instance_url\":\"\#(org.address)","#
        + #" "by": "\"instance_url\":\"https://elsewhere.example"}]}"#)
    let login = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    #expect(login.status == 77)
    #expect(login.errors.contains("elsewhere.example, which is not of this org; not used"), "\(login.errors)")
    #expect(org.file("default.credentials.json").isEmpty)
    try await org.steer("faults", #"{"kind": "foreign-instance"}"#)
    let odd = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    #expect(odd.status == 1 && odd.errors.contains("its instance_url is not used"), "\(odd.errors)")
    await org.server.stop()
  }

  @Test("A login of another user than the profile's is refused and not kept")
  func otherUser() async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.installBrowser()
    _ = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    let kept = org.file("default.credentials.json")
    let manager = try await org.server.openSession(for: "manager@demo.example")
    let other = try await org.run(
      "login", "--domain", org.address, "--token-stdin", input: manager.accessToken + "\n")
    #expect(other.status != 0)
    #expect(org.file("default.credentials.json") == kept)
    await org.server.stop()
  }
}

@Suite("Borrowed and unattended logins", .serialized, .timeLimit(.minutes(2)))
struct OtherLoginTests {
  /// As the documented JSON of the Salesforce CLI; `$HOLD/token` is what it knows.
  private func installSF(_ org: borrowing SecureOrg, hidesToken: Bool) throws {
    let token = hidesToken ? "[REDACTED] Use 'sf org auth show-access-token' to view" : "$(cat $HOLD/token)"
    try org.install(
      "sf",
      """
      echo "$*" >> "$HOLD/calls"
      case "$*" in
      *nobody*) echo '{"status": 1, "name": "NamedOrgNotFoundError", "message": "No authorization found for nobody.", "exitCode": 1}'; exit 1;;
      "org display"*--json) echo "{\\"status\\": 0, \\"result\\": {\\"id\\": \\"00D000000000001EAA\\", \\"apiVersion\\": \\"67.0\\",
        \\"accessToken\\": \\"\(token)\\", \\"instanceUrl\\": \\"\(org.address)\\", \\"username\\": \\"rep@demo.example\\",
        \\"clientId\\": \\"PlatformCLI\\", \\"connectedStatus\\": \\"Connected\\"}, \\"warnings\\": []}";;
      "org auth show-access-token --target-org rep@demo.example --json")
        echo "{\\"status\\": 0, \\"result\\": {\\"accessToken\\": \\"$(cat $HOLD/token)\\"}, \\"warnings\\": []}";;
      *) exit 2;;
      esac
      """)
  }

  @Test("From within, the alias that is typed is the one that the Salesforce CLI is asked for")
  func alias() async throws {
    let org = try await SecureOrg()
    try installSF(org, hidesToken: true)
    try give(try await org.server.openSession(for: "rep@demo.example").accessToken, to: org)
    _ = try await org.run("settings", "set", "sync", "on")
    let program = Shell.products.appending(path: "command-center").path
    try await TerminalSession.with("exec \(program)", org.environment) { terminal in
      try await terminal.wait(for: "Login needed")
      try await terminal.press("L")
      try await terminal.wait(for: "Salesforce CLI")
      try await terminal.press("Down", "Down", "Down")
      try await terminal.type("work")
      try await terminal.press("Enter")
      try await terminal.wait(for: "● Live")
    }
    #expect(org.held("calls").contains("org display --target-org work --json"))
    await org.server.stop()
  }

  private func give(_ token: String, to org: borrowing SecureOrg) throws {
    try token.write(toFile: org.home.path + "/bin/token", atomically: true, encoding: .utf8)
  }

  @Test(
    "The session of the Salesforce CLI is used, fetched anew when it ends, and not ended by logout",
    arguments: [true, false])
  func salesforceCLI(hidesToken: Bool) async throws {
    let org = try await SecureOrg()
    try installSF(org, hidesToken: hidesToken)
    try give(try await org.server.openSession(for: "rep@demo.example").accessToken, to: org)
    let login = try await org.run("login", "--from-sf", "work")
    #expect(login.status == 0, "\(login.errors)")
    #expect(org.held("calls").contains("org display --target-org work --json"))
    _ = try await org.run("settings", "set", "sync", "on")
    #expect(try await org.run("sync").status == 0)

    await org.server.expireAccessTokens()
    let ended = try await org.run("sync")
    #expect(ended.status == 77 && ended.errors.contains("sf org login web"), "\(ended.errors)")
    let next = try await org.server.openSession(for: "rep@demo.example").accessToken
    try give(next, to: org)
    #expect(try await org.run("sync").status == 0)
    #expect(org.held("calls").contains("org display --target-org rep@demo.example --json"))

    #expect(try await org.run("logout").output.contains("stays logged in"))
    let client = try await org.shell(
      "curl -sf '\(org.address)/services/data/v67.0/limits' -H 'Authorization: Bearer \(next)'")
    #expect(client.status == 0)
    await org.server.stop()
  }

  @Test("Without the Salesforce CLI, or with an org that it does not know, it is said what to do")
  func noCLI() async throws {
    let org = try await SecureOrg()
    let missing = try await org.run("login", "--from-sf", environment: ["PATH": "/nowhere"])
    #expect(missing.status == 77 && missing.errors.contains("no program sf"))
    try installSF(org, hidesToken: true)
    let unknown = try await org.run("login", "--from-sf", "nobody")
    #expect(unknown.status == 77 && unknown.errors.contains("No authorization found for nobody."))
    #expect(unknown.errors.split(separator: "\n").count == 1)
    await org.server.stop()
  }

  @Test("By a key: each session is asked for by a new assertion; the key is not kept, and must be private")
  func key() async throws {
    let org = try await SecureOrg()
    let keyFile = try await org.registerRobot()
    let login = try await org.run(
      "login", "--domain", org.address, "--jwt-key", keyFile, "--user", "rep@demo.example", "--client-id", "robot")
    #expect(login.status == 0, "\(login.errors)")
    _ = try await org.run("settings", "set", "sync", "on")
    await org.server.expireAccessTokens()
    #expect(try await org.run("sync").status == 0)
    #expect(!org.file("default.credentials.json").contains("PRIVATE"))

    let stranger = try await org.run(
      "login", "--domain", org.address, "--jwt-key", keyFile, "--user", "manager@demo.example", "--client-id", "robot")
    #expect(stranger.status == 77 && stranger.errors.contains("administrator has not given this user access"))
    _ = try await org.shell("chmod 644 '\(keyFile)'")
    await org.server.expireAccessTokens()
    let open = try await org.run("sync")
    #expect(open.status == 77 && open.errors.contains("chmod 600"), "\(open.errors)")
    await org.server.stop()
  }
}

@Suite("Where a login is kept", .serialized, .timeLimit(.minutes(2)))
struct KeyringTests {
  /// A keyring as `secret-tool` shows it, in which arguments and environment are noted too.
  static let secretTool = """
    echo "$*" >> "$HOLD/arguments"
    test -e "$HOLD/locked" && exit 1
    command=$1; shift
    test "$command" = store && shift 2
    item="$HOLD/item-$(echo "$*" | cksum | cut -d' ' -f1)"
    case $command in
    store) cat > "$item";;
    lookup) test -e "$item" && cat "$item";;
    clear) rm -f "$item";;
    esac
    """

  @Test("In the keyring where there is one: no token is in a file, an argument or the log; logout takes it out")
  func keyring() async throws {
    let org = try await SecureOrg()
    try org.install("secret-tool", Self.secretTool)
    _ = try await org.registerApp()
    _ = try await org.run("settings", "set", "keyring", "on")
    try org.installBrowser()
    let login = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    #expect(login.output.contains("kept in the desktop's keyring"), "\(login.output)\(login.errors)")
    _ = try await org.run("settings", "set", "sync", "on")
    await org.server.expireAccessTokens()
    #expect(try await org.run("sync").status == 0)

    let item = try #require(
      try FileManager.default.contentsOfDirectory(atPath: org.home.path + "/bin").first { $0.hasPrefix("item-") })
    let tokens = try #require(
      try JSONSerialization.jsonObject(with: Data(org.held(item).utf8)) as? [String: String])
    let refreshToken = try #require(tokens["refreshToken"])
    for token in tokens.values {
      #expect(!org.held("arguments").contains(token))
      for name in try FileManager.default.contentsOfDirectory(atPath: org.home.path) where name != "bin" {
        let content = try Data(contentsOf: URL(filePath: org.home.path + "/" + name))
        #expect(content.range(of: Data(token.utf8)) == nil, "\(name)")
      }
    }

    #expect(try await org.run("logout").output == "Logged out.\n")
    #expect(org.held(item).isEmpty)
    let refresh = try await org.shell(
      "curl -s '\(org.address)/services/oauth2/token' -d grant_type=refresh_token -d client_id=mine -d refresh_token=\(refreshToken)"
    )
    #expect(refresh.output.contains("invalid_grant"))
    await org.server.stop()
  }

  @Test("A keyring that does not answer: the file that says so; one that is locked later: what to do")
  func locked() async throws {
    let org = try await SecureOrg()
    try org.install("secret-tool", Self.secretTool)
    _ = try await org.registerApp()
    _ = try await org.run("settings", "set", "keyring", "on")
    try org.installBrowser()
    _ = try await org.shell("touch \"$COMMAND_CENTER_HOME/bin/locked\"")
    let first = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    #expect(first.output.contains("No keyring answers here"), "\(first.errors)")
    #expect(org.file("default.credentials.json").contains("refreshToken"))

    _ = try await org.shell("rm \"$COMMAND_CENTER_HOME/bin/locked\"")
    _ = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    #expect(!org.file("default.credentials.json").contains("refreshToken"))
    _ = try await org.run("settings", "set", "sync", "on")
    _ = try await org.shell("touch \"$COMMAND_CENTER_HOME/bin/locked\"")
    let sync = try await org.run("sync")
    #expect(sync.status == 77 && sync.errors.contains("unlock the keyring"))
    await org.server.stop()
  }
}
