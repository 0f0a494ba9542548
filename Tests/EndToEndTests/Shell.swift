import Foundation
import Subprocess
import SystemPackage

/// Runs programs beside the test, without holding a thread while they run.
enum Shell {
  struct Answer: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder in which the build put this test, and the programs.
  static let products = URL(
    filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  )
  .deletingLastPathComponent()

  static func run(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Answer {
    // Not as text: a program that ends before it is written makes the library end the tests.
    input.isEmpty
      ? try await run(program, arguments, NoInput.none, environment)
      : try await run(
        program, arguments, .fileDescriptor(file(holding: input), closeAfterSpawningProcess: true), environment)
  }

  /// A file without a name, at its beginning.
  private static func file(holding text: String) throws -> FileDescriptor {
    let path = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)").path
    let file = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
    try FileManager.default.removeItem(atPath: path)
    try file.writeAll(text.utf8)
    try file.seek(offset: 0, from: .start)
    return file
  }

  private static func run(
    _ program: String, _ arguments: [String], _ input: some InputProtocol, _ environment: [String: String]
  ) async throws -> Answer {
    let result = try await Subprocess.run(
      program.hasPrefix("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
      environment: Self.environment(environment),
      input: input, output: .string(limit: 1 << 24), error: .string(limit: 1 << 16))
    guard case .exited(let status) = result.terminationStatus else {
      return Answer(status: -1, output: result.standardOutput, errors: "killed by a signal")
    }
    return Answer(status: status, output: result.standardOutput, errors: result.standardError)
  }

  private static func environment(_ more: [String: String]) -> Environment {
    .inherit.updating(
      Dictionary(uniqueKeysWithValues: more.map { (Environment.Key(stringLiteral: $0), Optional($1)) }))
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
