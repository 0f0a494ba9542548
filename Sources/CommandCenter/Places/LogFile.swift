import Foundation
import Logging
import Synchronization

/// Writes log lines to a file that only this user may read. Names and details of tasks are never in them.
final class LogFile: Sendable {
  private let handle: Mutex<FileHandle>

  init?(_ url: URL) {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    handle = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
  }

  func write(_ line: String) {
    handle.withLock { try? $0.write(contentsOf: Data((line + "\n").utf8)) }
  }

  /// A logger whose lines name the profile that they are about.
  static func logger(_ profile: Profile) -> Logger {
    var logger = logger(profile.places)
    logger[metadataKey: "profile"] = "\(profile.name)"
    return logger
  }

  /// A logger on the file of these places; one that says nothing where it cannot be written.
  static func logger(_ places: Places) -> Logger {
    let file = LogFile(places.log)
    return Logger(label: "command-center") { _ in LogFileHandler(file: file) }
  }
}

private struct LogFileHandler: LogHandler {
  let file: LogFile?
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    file?.write("\(Date().formatted(.iso8601)) \(event.level) \(event.message)\(details)")
  }
}
