import Foundation

/// How a program leaves its terminal: runs it where all that it sends is recorded, and its modes are noted around it.
struct LeftTerminal {
  private let folder: String
  private var recording: String { folder + "/recording" }

  /// - Parameter folder: where the files of it are.
  init(_ folder: String) { self.folder = folder }

  /// The shell command that runs a program in a terminal: it waits for `begin`, and ends as the program does.
  func command(_ program: String) -> String {
    """
    stty -g >\(folder)/before; echo ready; read go
    sh -c "echo \\$\\$ >\(folder)/pid; exec \(program)"
    code=$?; stty -g >\(folder)/after; exit $code
    """
  }

  /// Begins to record, then lets the program start.
  func begin(_ terminal: TerminalSession) async throws {
    try await terminal.wait(for: "ready")
    try await terminal.record(to: recording)
    try await terminal.press("Enter")
  }

  /// The process of the program.
  var process: String { file("pid").trimmingCharacters(in: .whitespacesAndNewlines) }

  func send(_ signal: String) async throws { _ = try await Shell.run("kill", ["-\(signal)", process]) }

  /// What is not as it was, when the program has ended.
  func differences() async throws -> [String] {
    // The terminal writes the recording in its own time; asking again is the condition.
    while !file("recording").contains("[exit ") { try Task.checkCancellation() }
    return Self.differences(in: file("recording"))
      + (file("before") == file("after") && !file("before").isEmpty ? [] : ["stty: \(file("after"))"])
  }

  private func file(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(), as: UTF8.self)
  }

  /// What a recording has left switched on (or off: the cursor), or on the stack of titles.
  static func differences(in recording: String) -> [String] {
    var modes: [Substring: Bool] = [:]
    for match in recording.matches(of: /\u{1B}\[\?([0-9;]+)([hl])/) {
      for mode in match.1.split(separator: ";") { modes[mode] = match.2 == "h" }
    }
    let isOnAtFirst: Set<Substring> = ["25", "7"]
    let changed = modes.filter { $0.value != isOnAtFirst.contains($0.key) }.keys.sorted().map { "mode \($0)" }
    let titles = recording.matches(of: /\u{1B}\[22;[0-9]t/).count - recording.matches(of: /\u{1B}\[23;[0-9]t/).count
    return changed + (titles == 0 ? [] : ["\(titles) titles"])
  }
}
