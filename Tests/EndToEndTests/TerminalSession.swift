import Foundation
import Subprocess

/// A program in a real terminal (tmux): it can be typed at and looked at.
///
/// A second tmux client in control mode tells whenever something was painted, so a test waits for what it expects to
/// see and never for a time.
final class TerminalSession: Sendable {
  struct NotSeen: Error, CustomStringConvertible {
    let expected: String
    let screen: String
    var description: String { "not seen: \(expected)\n\(screen)" }
  }

  private let socket = FileManager.default.temporaryDirectory.appending(path: "cc-\(UUID().uuidString.prefix(8))").path
  private let painted: AsyncStream<Void>
  private let watcher: Task<Void, Never>

  /// Runs a shell command in a terminal while `body` runs, and ends it then, whatever happens.
  static func with(
    _ command: String, _ environment: [String: String], columns: Int = 130, rows: Int = 36,
    _ body: (TerminalSession) async throws -> Void
  ) async throws {
    let terminal = try await TerminalSession(command, environment, columns: columns, rows: rows)
    do {
      try await body(terminal)
    } catch {
      await terminal.close()
      throw error
    }
    await terminal.close()
  }

  private init(_ command: String, _ environment: [String: String], columns: Int, rows: Int) async throws {
    let assignments = environment.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    // The shell waits, so that what the program left on the screen can be seen.
    let line = "\(assignments) sh -c '\(command)'; echo \"[exit $?]\"; cat"
    let started = try await Shell.run(
      "tmux",
      [
        "-S", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line, ";", "set",
        "-g", "window-size", "manual", ";", "set", "-g", "escape-time", "0",
      ])
    guard started.status == 0 else { throw NotSeen(expected: "tmux", screen: started.errors) }
    let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    painted = stream
    watcher = Task { [socket] in
      // Its input stays open: a control client goes when it is closed.
      _ = try? await Subprocess.run(
        .name("tmux"), arguments: ["-S", socket, "-C", "attach"], input: .inputWriter, output: .sequence,
        error: .discarded
      ) { client in
        for try await _ in client.standardOutput { continuation.yield() }
      }
      continuation.finish()
    }
  }

  private func close() async {
    // A test that ran out of time is cancelled, and cleans up all the same.
    let cleanUp = Task { [socket] in try await Shell.run("tmux", ["-S", socket, "kill-server"]) }
    let answer = try? await cleanUp.value
    try? FileManager.default.removeItem(atPath: socket)
    // The watcher ends with the server. To cancel it just then makes the library fail.
    if answer?.status != 0 { watcher.cancel() }
  }

  /// Types text as it stands.
  func type(_ text: String) async throws {
    _ = try await Shell.run("tmux", ["-S", socket, "send-keys", "-l", "--", text])
  }

  /// Presses keys by tmux's names: `Enter`, `C-c`, `Escape`, `j`.
  func press(_ keys: String...) async throws { try await press(keys) }

  func press(_ keys: [String]) async throws {
    _ = try await Shell.run("tmux", ["-S", socket, "send-keys"] + keys)
  }

  /// Pastes text as a terminal does that marks pastes.
  func paste(_ text: String) async throws {
    _ = try await Shell.run("tmux", ["-S", socket, "set-buffer", "--", text, ";", "paste-buffer", "-p"])
  }

  func resize(columns: Int, rows: Int) async throws {
    _ = try await Shell.run("tmux", ["-S", socket, "resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Closes the window, as who closes a terminal does.
  func closeWindow() async throws { _ = try await Shell.run("tmux", ["-S", socket, "kill-pane"]) }

  /// The process in the terminal, whose children are the program.
  func shellProcess() async throws -> Int32 {
    let answer = try await Shell.run("tmux", ["-S", socket, "display-message", "-p", "#{pane_pid}"])
    return Int32(answer.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  /// Reads nothing of what is sent while `body` runs.
  func frozen(_ body: () async throws -> Void) async throws {
    let server = try await Shell.run("tmux", ["-S", socket, "display-message", "-p", "#{pid}"]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try await Shell.run("kill", ["-STOP", server])
    let result: Result<Void, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    let goOn = Task { try await Shell.run("kill", ["-CONT", server]) }
    _ = try await goOn.value
    try result.get()
  }

  func screen() async throws -> String {
    try await Shell.run("tmux", ["-S", socket, "capture-pane", "-p"]).output
  }

  /// The screen with its colours and attributes, as tmux writes them.
  func styledScreen() async throws -> String {
    try await Shell.run("tmux", ["-S", socket, "capture-pane", "-p", "-e"]).output
  }

  /// Writes what the program sends from now on into a file.
  func record(to file: String) async throws {
    _ = try await Shell.run("tmux", ["-S", socket, "pipe-pane", "-o", "cat > \(file)"])
  }

  /// Waits until the screen is as a test expects; ends with the test's time limit.
  @discardableResult
  func wait(for expected: String, until isSeen: (String) -> Bool) async throws -> String {
    var repaints = painted.makeAsyncIterator()
    while true {
      let screen = try await screen()
      if isSeen(screen) { return screen }
      guard await repaints.next() != nil, !Task.isCancelled else { throw NotSeen(expected: expected, screen: screen) }
    }
  }

  @discardableResult
  func wait(for text: String) async throws -> String { try await wait(for: text) { $0.contains(text) } }

  @discardableResult
  func waitUntilGone(_ text: String) async throws -> String {
    try await wait(for: "no “\(text)”") { !$0.contains(text) }
  }
}
