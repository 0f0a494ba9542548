import Foundation
import Glibc

/// The right to sync a store: a lock on a file that the kernel takes back when the process dies (sync-rules.md §3).
package final class LeaderLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Takes the lock if nobody has it.
  package static func tryAcquire(path: String) -> LeaderLock? {
    guard let descriptor = open(path) else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return LeaderLock(descriptor: descriptor)
  }

  /// Takes the lock as soon as it is free, at the very moment its holder dies; `nil` when the file cannot be made.
  package static func acquire(path: String) async -> LeaderLock? {
    await withCheckedContinuation { continuation in
      // A thread of its own: it may wait for hours, which a thread of the cooperative pool must not.
      Thread.detachNewThread {
        guard let descriptor = open(path) else { return continuation.resume(returning: nil) }
        while flock(descriptor, LOCK_EX) != 0 {
          guard errno == EINTR else {
            close(descriptor)
            return continuation.resume(returning: nil)
          }
        }
        continuation.resume(returning: LeaderLock(descriptor: descriptor))
      }
    }
  }

  private static func open(_ path: String) -> Int32? {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    return descriptor >= 0 ? descriptor : nil
  }
}
