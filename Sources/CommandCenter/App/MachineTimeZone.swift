import CoreFoundation
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
  private let number: UInt64
  private let modified: [Int]

  init?(_ path: String) {
    // Asked with each key: `FileManager` would look up the names of owner and group too.
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    number = UInt64(facts.st_ino)
    modified = [Int(facts.st_mtim.tv_sec), Int(facts.st_mtim.tv_nsec)]
  }
}
