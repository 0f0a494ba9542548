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
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    let status = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    return Answer(
      status: status, output: String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
      errors: String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
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
