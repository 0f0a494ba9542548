import Foundation
package import Logging

/// A file of log lines that only this user may read, of a bounded size: when it is full it becomes `NAME.1`, that one
/// `NAME.2`, and the oldest goes.
///
/// Several processes may write to one. A line is one write to the end of the file, which the kernel does not mix with
/// another; it takes no lock and waits for nobody. Only who renames the file locks it, and looks whether it still has the
/// name: a line that another one writes meanwhile comes into the file that is renamed, and is not lost. Whatever fails,
/// nobody is told: a log must not disturb what it is about.
package struct LogFile: Sendable {
  package let path: String
  /// So many bytes, and so many files beside it.
  let limit: Int
  let oldFiles: Int

  package init(path: String, limit: Int = 1 << 20, oldFiles: Int = 4) {
    self.path = path
    self.limit = limit
    self.oldFiles = oldFiles
  }

  /// A logger that writes to it, by the policy of the process or by one of its own.
  package func logger(_ policy: LogPolicy? = nil) -> Logger {
    Logger(label: "command-center") { _ in LogFileHandler(file: self, policy: policy) }
  }

  /// The file and those that it was before, the oldest first.
  package var paths: [String] { (1...oldFiles).reversed().map { "\(path).\($0)" } + [path] }

  /// The last lines, at most so many, of the last so many bytes.
  package func lastLines(_ count: Int, bytes: Int) -> [Substring] {
    var lines: [Substring] = []
    var room = bytes
    for path in paths.reversed() where lines.count < count && room > 0 {
      guard let file = FileHandle(forReadingAtPath: path), let size = try? file.seekToEnd() else { continue }
      let start = size > UInt64(room) ? size - UInt64(room) : 0
      try? file.seek(toOffset: start)
      let data = (try? file.readToEnd()) ?? Data()
      // By bytes: it is read at each start, and by characters takes many times as long.
      var found = String(decoding: data, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init)
      // It begins within a line.
      if start > 0, !found.isEmpty { found.removeFirst() }
      room -= data.count
      lines = found + lines
    }
    return Array(lines.suffix(count))
  }

  func write(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    // Once more where it was renamed.
    for _ in 1...2 {
      // A pipe in its place must not make the program wait.
      let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      var facts = stat()
      guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
      if facts.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
      if facts.st_size > 0, Int(facts.st_size) + bytes.count > limit, turn(descriptor, facts) { continue }
      _ = Foundation.write(descriptor, bytes, bytes.count)
      return
    }
  }

  /// Gives the file that is open the name of an old one.
  ///
  /// - Returns: whether another one is to be opened.
  private func turn(_ descriptor: Int32, _ facts: stat) -> Bool {
    // Whoever has it locked does it just now, and whoever was stopped in the midst of it must not stop the others.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    var present = stat()
    let isStillThere =
      stat(path, &present) == 0 && present.st_ino == facts.st_ino && present.st_dev == facts.st_dev
    guard isStillThere else { return true }
    let names = paths
    for (older, newer) in zip(names, names.dropFirst()) { rename(newer, older) }
    return stat(path, &present) != 0
  }
}
