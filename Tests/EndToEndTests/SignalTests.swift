import Foundation
import OrgServer
import Testing

/// Where a user of the screen is when a signal comes.
private enum Place: String {
  case list, quickAdd, form, triage, editor, importing
}

@Suite("Signals", .serialized, .timeLimit(.minutes(2)))
struct SignalTests {
  private static let program = Shell.products.appending(path: "command-center").path

  /// A home that syncs with an org.
  private func connect(_ home: borrowing Home, tasks: Int = 0) async throws -> (HostedOrg, OrgClient) {
    let org = try await HostedOrg(tasks: tasks)
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    return (org, rep)
  }

  /// Whether a command can sync by itself at once: nobody else has the right to.
  private func leads(_ home: borrowing Home) async throws -> Bool {
    let answer = try await home.run("sync", "--format", "json")
    let report = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Int]
    return answer.status == 0 && report?["requests"] ?? 0 > 0
  }

  private func isThere(_ process: String) -> Bool { kill(Int32(process) ?? 0, 0) == 0 }

  // MARK: The screen

  /// Goes from the list to a place, and types there what is to be kept.
  private func go(to place: Place, _ terminal: TerminalSession, _ org: HostedOrg) async throws {
    switch place {
    case .list, .importing: break
    case .quickAdd:
      try await terminal.press("a")
      try await terminal.type("Half a thought")
      try await terminal.wait(for: "Half a thought")
    case .form:
      try await terminal.press("e")
      try await terminal.wait(for: "Related to")
      try await terminal.type(" and half a word")
      try await terminal.wait(for: "half a word")
    case .triage:
      try await terminal.press("t")
      try await terminal.wait(for: "1 of 1")
    case .editor:
      try await terminal.press("e")
      try await terminal.wait(for: "Related to")
      try await terminal.press("C-e")
      try await terminal.wait(for: "editing")
    }
  }

  /// What the next screen shows of what was typed.
  private func kept(of place: Place) -> String? {
    switch place {
    case .quickAdd: "Half a thought"
    case .form: "half a word"
    case .editor: "saved in the editor"
    case .list, .triage, .importing: nil
    }
  }

  /// Waits until the next screen shows it, after a key where it takes one.
  private func expectKept(_ text: String, _ home: borrowing Home, opening key: String?) async throws {
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "● Live")
      if let key { try await terminal.press(key) }
      try await terminal.wait(for: text)
    }
  }

  @Test(
    "The screen: terminal as before, what was said is done, what was typed is kept, others may sync; it ends as it was told",
    arguments: [
      (Place.list, "q", 0), (.list, "C-c", 0), (.list, "INT", 130), (.list, "TERM", 143), (.list, "HUP", 129),
      (.list, "QUIT", 131), (.list, "USR1", 138), (.list, "ABRT", 134), (.quickAdd, "TERM", 143), (.form, "HUP", 129),
      (.triage, "INT", 130), (.editor, "TERM", 143), (.importing, "TERM", 143),
    ])
  private func screen(place: Place, way: String, code: Int) async throws {
    let home = try Home()
    let (org, rep) = try await connect(home, tasks: place == .importing ? 2_500 : 0)
    if place == .importing {
      // The first page comes, the second does not.
      try await org.fault(#"{"match": {"path": "/services/data/*/query/*"}, "times": "always", "answerDelay": 100000}"#)
    }
    let editor = home.path + "/editor"
    try "#!/bin/sh\necho $$ >\(home.path)/editor-pid\necho saved in the editor >\"$1\"\necho editing\nread line\n"
      .write(toFile: editor, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor)
    let left = LeftTerminal(home.path)
    let environment = home.environment.merging([
      // A debug build has Swift's own report of crashes, which asks what to do.
      "EDITOR": editor, "VISUAL": editor, "SWIFT_BACKTRACE": "enable=no",
    ]) { $1 }
    try await TerminalSession.with(left.command(Self.program), environment) { terminal in
      try await left.begin(terminal)
      try await terminal.wait(for: place == .importing ? "Importing" : "● Live")
      // Of today, so that it is selected, but overdue for the triage.
      try await terminal.press("a")
      try await terminal.type("Durable 2020-01-01")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Added “Durable”")
      if place != .importing { try await terminal.press("o", "g") }
      try await go(to: place, terminal, org)
      if way == "q" || way.hasPrefix("C-") { try await terminal.press(way) } else { try await left.send(way) }
      let screen = try await terminal.wait(for: "[exit ")
      #expect(screen.contains("[exit \(code)]"))
    }
    #expect(try await left.differences() == [])
    #expect(!isThere(left.process))
    if place == .editor {
      #expect(!isThere((try String(contentsOfFile: home.path + "/editor-pid", encoding: .utf8)).trimmed))
    }
    try await org.mend()
    #expect(try await leads(home))
    #expect(try await rep.tasks("Durable").count == 1)
    if let kept = kept(of: place) {
      try await expectKept(kept, home, opening: place == .quickAdd ? "a" : nil)
    }
    await org.server.stop()
  }

  @Test("A window that is closed ends the screen, as fast as others may sync, and keeps what was typed")
  func windowGone() async throws {
    let home = try Home()
    let (org, rep) = try await connect(home)
    let left = LeftTerminal(home.path)
    try await TerminalSession.with(left.command(Self.program), home.environment) { terminal in
      try await left.begin(terminal)
      try await terminal.wait(for: "● Live")
      try await terminal.press("a")
      try await terminal.type("Durable today")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Added “Durable”")
      try await terminal.press("a")
      try await terminal.type("Half a thought")
      try await terminal.wait(for: "Half a thought")
      try await terminal.closeWindow()
    }
    // The end of a process of somebody else is told to nobody; asking again is the condition.
    while isThere(left.process) { try Task.checkCancellation() }
    #expect(try await leads(home))
    #expect(try await rep.tasks("Durable").count == 1)
    try await expectKept("Half a thought", home, opening: "a")
    await org.server.stop()
  }

  @Test(
    "A terminal that takes nothing any more does not keep the screen from ending",
    arguments: [("TERM", 143), ("INT", 130)])
  func frozen(signal: String, code: Int) async throws {
    let home = try Home()
    let (org, _) = try await connect(home)
    let left = LeftTerminal(home.path)
    try await TerminalSession.with(left.command(Self.program), home.environment) { terminal in
      try await left.begin(terminal)
      try await terminal.wait(for: "● Live")
      let device = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(left.process)/fd/1")
      try await terminal.frozen {
        // More pictures than a terminal keeps for who does not read.
        let sizes = "for i in $(seq 40); do stty -F \(device) rows $((30 + i % 2)) cols 200; done"
        _ = try await Shell.run("sh", ["-c", sizes])
        try await left.send(signal)
        while isThere(left.process) { try Task.checkCancellation() }
      }
      try await terminal.wait(for: "[exit \(code)]")
    }
    #expect(try await leads(home))
    await org.server.stop()
  }

  @Test(
    "Stopped, it gives the terminal and the right to sync back; continued, it is drawn anew, in a window of another size too",
    arguments: ["C-z", "TSTP"])
  func stopped(way: String) async throws {
    let home = try Home()
    let (org, rep) = try await connect(home)
    let recording = home.path + "/recording"
    try await TerminalSession.with("exec bash --norc -i", home.environment) { terminal in
      try await terminal.record(to: recording)
      try await terminal.type("PS1='$ '; (echo $BASHPID >\(home.path)/pid; exec \(Self.program))")
      try await terminal.press("Enter")
      try await terminal.wait(for: "● Live")
      let process = try String(contentsOfFile: home.path + "/pid", encoding: .utf8).trimmed
      if way == "C-z" {
        try await terminal.press(way)
      } else {
        _ = try await Shell.run("kill", ["-\(way)", process])
      }
      try await terminal.wait(for: "Stopped")
      let stopped = String(decoding: FileManager.default.contents(atPath: recording) ?? Data(), as: UTF8.self)
      // Bash has marked pastes on for its own line.
      #expect(LeftTerminal.differences(in: stopped).filter { $0 != "mode 2004" } == [])
      try await home.run("add", "Added meanwhile today")
      #expect(try await leads(home))
      #expect(try await rep.tasks("Added meanwhile").count == 1)
      try await terminal.resize(columns: 70, rows: 20)
      try await terminal.type("fg")
      try await terminal.press("Enter")
      let screen = try await terminal.wait(for: "the picture in the new size") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.contains { $0.contains("Added meanwhile") } && lines.prefix(20).last?.contains("● Live") == true
      }
      #expect(screen.contains("? help") || screen.contains("space done"))
      try await terminal.press("q")
      try await terminal.waitUntilGone("● Live")
      try await terminal.type("echo back=$?")
      try await terminal.press("Enter")
      try await terminal.wait(for: "back=0")
    }
    await org.server.stop()
  }

  // MARK: Without a screen

  @Test("The service ends with 0, and others may sync", arguments: ["INT", "TERM", "HUP"])
  func service(signal: String) async throws {
    let home = try Home()
    let (org, rep) = try await connect(home)
    let left = LeftTerminal(home.path)
    try await TerminalSession.with(left.command("\(Self.program) sync --watch"), home.environment) { terminal in
      try await left.begin(terminal)
      try await terminal.wait(for: "live")
      try await home.run("add", "Durable today")
      try await left.send(signal)
      try await terminal.wait(for: "[exit 0]")
    }
    #expect(!isThere(left.process))
    #expect(try await leads(home))
    #expect(try await rep.tasks("Durable").count == 1)
    await org.server.stop()
  }

  @Test(
    "The service that is stopped gives up the right to sync, and goes on with what was done meanwhile",
    arguments: ["C-z", "TSTP"])
  func stoppedService(way: String) async throws {
    let home = try Home()
    let (org, rep) = try await connect(home)
    try await TerminalSession.with("exec bash --norc -i", home.environment) { terminal in
      try await terminal.type("PS1='$ '; (echo $BASHPID >\(home.path)/pid; exec \(Self.program) sync --watch)")
      try await terminal.press("Enter")
      try await terminal.wait(for: "live")
      if way == "C-z" {
        try await terminal.press(way)
      } else {
        let process = try String(contentsOfFile: home.path + "/pid", encoding: .utf8).trimmed
        _ = try await Shell.run("kill", ["-\(way)", process])
      }
      try await terminal.wait(for: "Stopped")
      try await home.run("add", "Added meanwhile today")
      #expect(try await leads(home))
      #expect(try await rep.tasks("Added meanwhile").count == 1)
      try await terminal.type("clear; fg")
      try await terminal.press("Enter")
      try await terminal.wait(for: "live")
      // Done by the service, as this report counts nothing.
      #expect(try await home.run("sync", "--format", "json").output.contains("\"requests\" : 0"))
      try await terminal.press("C-c")
      try await terminal.type("echo back=$?")
      try await terminal.press("Enter")
      try await terminal.wait(for: "back=0")
    }
    await org.server.stop()
  }

  @Test("Under nohup a hang-up ends no service, and SIGTERM does")
  func nohup() async throws {
    let home = try Home()
    let (org, _) = try await connect(home)
    let left = LeftTerminal(home.path)
    let program = "env --ignore-signal=HUP \(Self.program) sync --watch"
    try await TerminalSession.with(left.command(program), home.environment) { terminal in
      try await left.begin(terminal)
      try await terminal.wait(for: "live")
      try await left.send("HUP")
      // Done by the service, as this report counts nothing.
      #expect(try await home.run("sync", "--format", "json").output.contains("\"requests\" : 0"))
      try await left.send("TERM")
      try await terminal.wait(for: "[exit 0]")
    }
    await org.server.stop()
  }

  @Test("What prints ends quietly when nobody reads on", arguments: ["sync --watch", "sync", "list --view all"])
  func closedPipe(arguments: String) async throws {
    let home = try Home()
    let (org, _) = try await connect(home, tasks: 48)
    try await home.run("sync")
    // What reads ends before the program writes for the second time, or at all.
    let reader = arguments == "sync --watch" ? "head -1" : "true"
    let answer = try await Shell.run(
      "bash", ["-c", "'\(Self.program)' \(arguments) | \(reader); echo \"[${PIPESTATUS[0]}]\""],
      environment: home.environment)
    #expect(answer.errors.isEmpty)
    // A short list may be in the pipe before it is closed.
    #expect(answer.output.contains("[141]") || arguments == "list --view all" && answer.output.contains("[0]"))
    #expect(try await leads(home))
    await org.server.stop()
  }

  @Test(
    "A single sync ends by the signal in the midst of a create; the next makes no second one",
    arguments: ["INT", "TERM"])
  func singleSync(signal: String) async throws {
    let home = try Home()
    let (org, rep) = try await connect(home)
    try await home.run("sync")
    try await home.run("add", "Durable today")
    // The org makes it, and the answer is on its way for long.
    try await org.fault(
      #"{"match": {"method": "POST", "path": "/services/data/*/**"}, "times": "always", "answerDelay": 100000}"#)
    let left = LeftTerminal(home.path)
    try await TerminalSession.with(left.command("\(Self.program) sync"), home.environment) { terminal in
      try await left.begin(terminal)
      try await rep.wait(for: "Durable") { $0.count == 1 }
      try await left.send(signal)
      let screen = try await terminal.wait(for: "[exit ")
      #expect(screen.contains("[exit \(signal == "INT" ? 130 : 143)]"))
    }
    try await org.mend()
    #expect(try await leads(home))
    #expect(try await rep.tasks("Durable").count == 1)
    await org.server.stop()
  }

  @Test("The demo ends by the signal, and its org with it", arguments: [("q", 0), ("TERM", 143)])
  func demo(way: String, code: Int) async throws {
    let home = try Home()
    let left = LeftTerminal(home.path)
    try await TerminalSession.with(left.command("\(Self.program) demo --calm --port 0"), home.environment) { terminal in
      try await left.begin(terminal)
      try await terminal.wait(for: "● Live")
      if way == "q" { try await terminal.press(way) } else { try await left.send(way) }
      let screen = try await terminal.wait(for: "[exit ")
      #expect(screen.contains("[exit \(code)]") && !screen.contains("Agenda"))
    }
    #expect(try await left.differences() == [])
    #expect(!isThere(left.process))
  }

  @Test("A login that waits for the browser gives up at ctrl-c, and gives its port back")
  func login() async throws {
    let org = try await SecureOrg()
    _ = try await org.registerApp()
    try org.install("silent", "true")
    let left = LeftTerminal(org.home.path)
    let environment = org.environment.merging(["BROWSER": "silent"]) { $1 }
    let program = "\(Self.program) login --domain \(org.address)"
    try await TerminalSession.with(left.command(program), environment) { terminal in
      try await left.begin(terminal)
      try await terminal.wait(for: "ctrl-c gives up")
      try await terminal.press("C-c")
      while isThere(left.process) { try Task.checkCancellation() }
    }
    try org.installBrowser()
    let other = try await org.run("login", "--domain", org.address, environment: ["BROWSER": "browser"])
    #expect(other.status == 0, "\(other.errors)")
    await org.server.stop()
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
