import Foundation
import Log
import Reminders

extension DebugBundle {
  /// The files of the program: their rights, sizes and times. Names of the user's own are not told.
  var filesSection: Section {
    let places = profile.places
    let folders = places.isPortable ? [places.data] : [places.config, places.data, places.state]
    return Section(
      "Files",
      folders.flatMap(lines) + ["free: \(FreeSpace.bytes(at: places.data.path).map { "\($0 >> 20) MiB" } ?? "unknown")"]
    )
  }

  private func lines(of folder: URL) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return ["\(folder.path): is not there, or cannot be read"]
    }
    let known = names.sorted()
      .compactMap { name in
        alias(of: name).map { line($0, folder.appending(path: name).path) }
      }
    return ["\(line(folder.path, folder.path))"] + known.map { "  \($0)" } + ["  others: \(names.count - known.count)"]
  }

  private func line(_ name: String, _ path: String) -> String {
    guard let facts = FileFacts(path) else { return "\(name): cannot be looked at" }
    let owner = facts.isOwn ? "" : ", of another user"
    return "\(String(facts.mode, radix: 8)) \(facts.size) \(facts.changedAt.formatted(.iso8601)) \(name)\(owner)"
  }

  /// The name of a file of the program, the profile in it replaced; `nil` for any other.
  private func alias(of name: String) -> String? {
    let own = ["config.toml", "themes", "languages", profile.places.log.lastPathComponent]
    if own.contains(name) || name.hasPrefix(profile.places.log.lastPathComponent + ".") { return name }
    let endings = [".sqlite", ".sqlite-wal", ".sqlite-shm", ".lock", ".screens", ".login.lock", ".credentials.json"]
    // The longest: NAME.login.lock is not the lock of NAME.login.
    guard let ending = endings.filter({ name.hasSuffix($0) }).max(by: { $0.count < $1.count }),
      let other = try? Profile(String(name.dropLast(ending.count)), profile.places)
    else { return nil }
    return other.alias + ending
  }

  /// The last of the log, its content taken out; what is no line of it is left out.
  var logSection: Section {
    let all = profile.places.logFile.lastLines(Self.logLines, bytes: 1 << 19)
    let lines = all.compactMap { LogLine.withoutContent($0) }
    let left = all.count - lines.count
    return Section("Log", lines + (left > 0 ? ["(\(left) lines of another form left out)"] : []))
  }
}
