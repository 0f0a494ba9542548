import Foundation

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

  private let socket = "cc-\(UUID().uuidString.prefix(8))"
  private let painted: AsyncStream<Void>
  private let watcher: Process

  /// Starts a shell command in a terminal of that size.
  init(_ command: String, _ environment: [String: String], columns: Int = 100, rows: Int = 30) async throws {
    let assignments = environment.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    // The shell waits, so that what the program left on the screen can be seen.
    let line = "\(assignments) sh -c '\(command)'; echo \"[exit $?]\"; cat"
    let started = try await Shell.run(
      "tmux",
      [
        "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line, ";", "set",
        "-g", "window-size", "manual", ";", "set", "-g", "escape-time", "0",
      ])
    guard started.status == 0 else { throw NotSeen(expected: "tmux", screen: started.errors) }
    let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    painted = stream
    watcher = Process()
    watcher.executableURL = URL(filePath: "/usr/bin/env")
    watcher.arguments = ["tmux", "-L", socket, "-C", "attach"]
    let output = Pipe()
    watcher.standardInput = Pipe()
    watcher.standardOutput = output
    output.fileHandleForReading.readabilityHandler = { handle in
      if handle.availableData.isEmpty {
        handle.readabilityHandler = nil
        continuation.finish()
      } else {
        continuation.yield()
      }
    }
    try watcher.run()
  }

  deinit {
    watcher.terminate()
    let killer = Process()
    killer.executableURL = URL(filePath: "/usr/bin/env")
    killer.arguments = ["tmux", "-L", socket, "kill-server"]
    killer.standardError = FileHandle.nullDevice
    try? killer.run()
  }

  /// Types text as it stands.
  func type(_ text: String) async throws {
    _ = try await Shell.run("tmux", ["-L", socket, "send-keys", "-l", "--", text])
  }

  /// Presses keys by tmux's names: `Enter`, `C-c`, `Escape`, `j`.
  func press(_ keys: String...) async throws {
    _ = try await Shell.run("tmux", ["-L", socket, "send-keys"] + keys)
  }

  func resize(columns: Int, rows: Int) async throws {
    _ = try await Shell.run("tmux", ["-L", socket, "resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The process in the terminal, whose children are the program.
  func shellProcess() async throws -> Int32 {
    let answer = try await Shell.run("tmux", ["-L", socket, "display-message", "-p", "#{pane_pid}"])
    return Int32(answer.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  func screen() async throws -> String {
    try await Shell.run("tmux", ["-L", socket, "capture-pane", "-p"]).output
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
