package import Foundation
import Glibc
import ReminderStore
package import Reminders
package import Salesforce
import Synchronization

/// The right to sync a store: a lock on a file that the kernel takes back when the process dies (sync-rules.md §3).
///
/// It is an open file description lock (fcntl(2)): unlike flock(2), one can ask who holds it without taking it.
package final class LeaderLock: Sendable {
  private let descriptor: Int32
  private let noted: Mutex<LeaderPulse?>

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    noted = Mutex(Self.pulse(path: path))
  }

  deinit {
    close(descriptor)
  }

  /// Takes the lock if nobody has it.
  package static func tryAcquire(path: String) -> LeaderLock? {
    guard let descriptor = open(path) else { return nil }
    if isLocked(descriptor) { return LeaderLock(descriptor: descriptor, path: path) }
    close(descriptor)
    return nil
  }

  /// Takes the lock as soon as it is free; `nil` when the file cannot be made, or the task is cancelled.
  ///
  /// No thread waits for it. The kernel tells that the holder has closed the file, also by dying, just before it takes the
  /// lock back: so it is tried again after pauses that grow, and then not before the next closes it.
  package static func acquire(path: String) async -> LeaderLock? {
    guard let descriptor = open(path) else { return nil }
    let (isClosed, continuation) = AsyncStream.makeStream(of: Bool.self)
    let watcher = FileWatcher(path: path, for: .close) { continuation.yield(true) }
    defer { withExtendedLifetime(watcher) {} }
    var occasions = isClosed.makeAsyncIterator()
    var pause = shortestPause
    while !Task.isCancelled {
      if isLocked(descriptor) { return LeaderLock(descriptor: descriptor, path: path) }
      let timer = Task { [pause] in
        try await Task.sleep(for: pause)
        continuation.yield(false)
      }
      if watcher != nil, pause == longestPause { timer.cancel() }
      pause = await occasions.next() == true ? shortestPause : min(pause * 2, longestPause)
      timer.cancel()
    }
    close(descriptor)
    return nil
  }

  private static let shortestPause = Duration.milliseconds(1)
  /// Where the kernel can tell nothing, the next process takes over within seconds all the same.
  private static let longestPause = Duration.seconds(8)

  /// Locks the file if nobody else has; whether it did.
  private static func isLocked(_ descriptor: Int32) -> Bool {
    var request = wholeFile()
    return fcntl(descriptor, Command.set, &request) == 0
  }

  /// Whether some process holds the lock.
  package static func isHeld(path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var request = wholeFile()
    return fcntl(descriptor, Command.get, &request) == 0 && request.l_type != Int16(F_UNLCK)
  }

  /// Up to where what the org announced has been taken up, by this process or one before.
  package var livePlace: LivePlace? { noted.withLock { $0?.livePlace } }

  /// When the last cycle ended, of whoever synced.
  package var lastSync: Date? { noted.withLock { $0?.lastSync } }

  /// Notes in the file what the other processes shall know of a status; it lasts until something else is noted.
  ///
  /// - Parameter livePlace: up to where what the org announced has been taken up; `nil` leaves what was noted.
  package func note(_ status: SyncStatus, livePlace: LivePlace? = nil) {
    noted.withLock { noted in
      guard let pulse = LeaderPulse(status, livePlace: livePlace ?? noted?.livePlace), pulse != noted else { return }
      let bytes = Array(pulse.text.utf8)
      if pwrite(descriptor, bytes, bytes.count, 0) == bytes.count { noted = pulse }
    }
  }

  /// What was last noted in the file; `nil` where nothing was.
  package static func pulse(path: String) -> LeaderPulse? {
    (try? String(contentsOfFile: path, encoding: .utf8)).flatMap { LeaderPulse($0) }
  }

  /// F_OFD_GETLK … of linux/fcntl.h, which Glibc's module hides.
  private enum Command {
    static let get: Int32 = 36
    static let set: Int32 = 37
  }

  private static func wholeFile() -> flock {
    var request = flock()
    request.l_type = Int16(F_WRLCK)
    request.l_whence = Int16(SEEK_SET)
    return request
  }

  private static func open(_ path: String) -> Int32? {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    return descriptor >= 0 ? descriptor : nil
  }
}
