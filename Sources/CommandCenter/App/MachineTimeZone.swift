import Foundation

/// Follows the time zone of the machine while the program runs.
///
/// Foundation on Linux reads `/etc/localtime` once and keeps it, `TimeZone.autoupdatingCurrent` too; so it is told to
/// read anew when that file was replaced. Where `TZ` is set it holds for as long as the program runs.
struct MachineTimeZone {
  private let path: String
  private var seen: FileIdentity?

  init(path: String = "/etc/localtime") {
    self.path = path
    seen = FileIdentity(path)
  }

  /// Takes up another time zone for the whole process; whether there may be one.
  mutating func refresh() -> Bool {
    let found = FileIdentity(path)
    guard found != seen else { return false }
    seen = found
    NSTimeZone.resetSystemTimeZone()
    return true
  }
}

/// Which file stands at a path, the link itself where it is one, and when it was written.
private struct FileIdentity: Equatable {
  private let number: UInt64?
  private let modified: Date?

  init?(_ path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    number = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
    modified = attributes[.modificationDate] as? Date
  }
}
