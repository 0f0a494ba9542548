import Foundation

/// Runs programs beside the test, without holding a thread while they run.
enum Shell {
  struct Answer: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder in which the build put this test, and the programs.
  static let products = URL(filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
    .deletingLastPathComponent()

  static func run(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Answer {
    // Files, not pipes: a pipe's end would be inherited by whatever other tests start meanwhile, and never close.
    let folder = FileManager.default.temporaryDirectory.appending(path: "shell-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["input", "output", "errors"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    try Data(input.utf8).write(to: files[0])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    let status = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    return Answer(
      status: status, output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8))
  }
}

/// A home of its own for the program, removed after the test.
struct Home: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "cc-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var environment: [String: String] { ["COMMAND_CENTER_HOME": path, "LC_ALL": "C.UTF-8", "TZ": "UTC"] }

  /// Runs `command-center` with these arguments.
  @discardableResult
  func run(_ arguments: String..., input: String = "") async throws -> Shell.Answer {
    try await Shell.run(
      Shell.products.appending(path: "command-center").path, arguments, input: input, environment: environment)
  }

  /// The tasks as `list --format json` prints them.
  func list(_ view: String = "all", profile: String = "default") async throws -> [[String: any Sendable]] {
    let answer = try await run("list", "--view", view, "--format", "json", "--profile", profile)
    return try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: any Sendable]] ?? []
  }
}
