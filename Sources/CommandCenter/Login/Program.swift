import Foundation

/// A program of the user's `PATH`, started without a shell.
struct Program: Sendable {
  let path: String

  struct Answer: Sendable {
    let hasSucceeded: Bool
    let output: String
  }

  enum Failure: Error {
    /// It cannot be started.
    case broken
    /// It took too long and was ended.
    case silent
  }

  /// - Returns: `nil` where no folder of `PATH` has it. A name with a slash is a path.
  init?(_ name: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let folders = name.contains("/") ? [] : (environment["PATH"] ?? "").split(separator: ":")
    let paths = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  /// Starts it and leaves it to itself; what it writes is for nobody.
  ///
  /// - Parameter onFailure: called on another thread where it ends and says that it has failed.
  func start(_ arguments: [String], onFailure: (@Sendable () -> Void)? = nil) -> Bool {
    let process = process(arguments)
    if let onFailure {
      process.terminationHandler = { if $0.terminationReason != .exit || $0.terminationStatus != 0 { onFailure() } }
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    return (try? process.run()) != nil
  }

  /// Runs it to its end; what it writes on standard error is for nobody.
  ///
  /// - Parameters:
  ///   - input: at most 64 KiB, which a pipe holds.
  ///   - environment: is added to this process's.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], patience: Duration
  ) async throws(Failure) -> Answer {
    let process = process(arguments)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (toProgram, fromProgram) = (Pipe(), Pipe())
    process.standardInput = toProgram
    process.standardOutput = fromProgram
    // It may end without reading its input; that must not end this process.
    signal(SIGPIPE, SIG_IGN)
    do { try process.run() } catch { throw .broken }

    let (answers, coming) = AsyncStream.makeStream(of: Answer?.self)
    Thread.detachNewThread {
      try? toProgram.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? toProgram.fileHandleForWriting.close()
      let output = (try? fromProgram.fileHandleForReading.readToEnd()) ?? Data()
      process.waitUntilExit()
      let hasSucceeded = process.terminationReason == .exit && process.terminationStatus == 0
      coming.yield(Answer(hasSucceeded: hasSucceeded, output: String(decoding: output, as: UTF8.self)))
    }
    let timer = Task {
      try await Task.sleep(for: patience)
      coming.yield(nil)
    }
    defer { timer.cancel() }
    for await answer in answers {
      if let answer { return answer }
      break
    }
    process.terminate()
    throw .silent
  }

  private func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    return process
  }
}
