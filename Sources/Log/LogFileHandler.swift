import Foundation
import Logging

/// Writes what is logged to a `LogFile`.
struct LogFileHandler: LogHandler {
  let file: LogFile
  /// `nil` where that of the process counts.
  let policy: LogPolicy?
  private var ownLevel: Logger.Level?
  var metadata: Logger.Metadata = [:]

  init(file: LogFile, policy: LogPolicy?) {
    self.file = file
    self.policy = policy
  }

  var logLevel: Logger.Level {
    get { ownLevel ?? (policy ?? .current).level }
    set { ownLevel = newValue }
  }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    file.write(
      LogLine.text(
        of: event, metadata, at: Date(), process: getpid(), showsContent: (policy ?? .current).showsContent))
  }
}
