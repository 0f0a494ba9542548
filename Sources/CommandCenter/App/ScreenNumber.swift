import Glibc

/// The number of an open screen of a profile, which no other open one has: a lock that dies with the process, so that
/// what was typed in a screen that crashed is known to be nobody's.
final class ScreenNumber {
  let value: Int
  private let descriptor: Int32

  /// How many screens of one profile can keep what is typed in them.
  private static let most = 16

  /// - Parameters:
  ///   - path: the file that is locked, one byte a screen; it holds nothing.
  ///   - wanted: the numbers to try first.
  /// - Returns: `nil` where the file cannot be locked, or where all numbers are taken.
  init?(path: String, preferring wanted: some Sequence<Int>) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    let descriptor = descriptor
    let free = (wanted + Array(0..<Self.most)).first { Self.lock(byte: $0, of: descriptor) }
    guard let free else {
      close(descriptor)
      return nil
    }
    value = free
  }

  deinit { close(descriptor) }

  private static func lock(byte: Int, of descriptor: Int32) -> Bool {
    var request = flock()
    request.l_type = Int16(F_WRLCK)
    request.l_whence = Int16(SEEK_SET)
    request.l_start = off_t(byte)
    request.l_len = 1
    // F_OFD_SETLK of linux/fcntl.h, which Glibc's module hides: unlike the locks of POSIX it is the open file's own.
    return fcntl(descriptor, 37, &request) == 0
  }
}
