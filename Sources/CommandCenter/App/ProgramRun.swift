import ArgumentParser
import Foundation
import Log
import Logging

/// A run of a program that stays. Its start and its end are in the log, so that the next one sees where one ended without
/// a word: killed, or crashed.
enum ProgramRun {
  /// - Parameter mayLog: whether there may be a log already: before the user has chosen, nothing of his is made.
  static func logged<Value>(
    _ name: String, _ places: Places, mayLog: Bool = true, _ body: () throws -> Value
  ) throws -> Value {
    guard mayLog else { return try body() }
    let logger = places.logFile.logger()
    for run in endedSilently(in: places.logFile) {
      logger.warning("ended without a word", metadata: ["run": .shown(run.process), "since": .shown(run.since)])
    }
    logger.info(
      "started",
      metadata: [
        "version": .shown(CommandCenter.configuration.version), "what": .shown(name), "level": .shown(logger.logLevel),
        "content": .shown(LogPolicy.current.showsContent),
      ])
    do {
      let value = try body()
      logger.info("stopped")
      return value
    } catch {
      logger.error("stopped", metadata: ["reason": .content(CommandFailure(error).line)])
      throw error
    }
  }

  /// Those that began, did not end, are not there any more, and were not told of yet.
  static func endedSilently(
    in file: LogFile, isRunning: (Int32) -> Bool = { kill($0, 0) == 0 || errno == EPERM }
  ) -> [(process: Int32, since: String)] {
    var open: [Int32: String] = [:]
    for line in file.lastLines(.max, bytes: 1 << 18) {
      let words = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 3).map(Substring.init)
      guard words.count == 4, let process = Int32(words[2].dropFirst().dropLast()) else { continue }
      if words[3].hasPrefix("started ") {
        open[process] = String(words[0])
      } else if words[3].hasPrefix("stopped") {
        open[process] = nil
      } else if words[3].hasPrefix("ended without a word "),
        let run = line.firstMatch(of: /run=(\d+)/).flatMap({ Int32($0.1) })
      {
        open[run] = nil
      }
    }
    return open.filter { !isRunning($0.key) }.map { ($0.key, $0.value) }.sorted { $0.since < $1.since }
  }
}
