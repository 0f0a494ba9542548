import CLinux
import Glibc

/// What ncurses writes, in memory instead of on the terminal.
///
/// ncurses writes a frame in pieces of its own, and nowhere else than to the descriptor that it was opened with: for a
/// moment that descriptor is a file in memory.
struct OutputCapture {
  private let memory: Int32
  private let output: Int32
  private let descriptor: Int32

  /// - Parameters:
  ///   - descriptor: The one of ncurses, and nobody else's.
  ///   - output: The terminal.
  /// - Returns: `nil` where the system has no files in memory.
  init?(of descriptor: Int32, to output: Int32) {
    memory = clinux_memory_file("frame")
    guard memory >= 0 else { return nil }
    self.descriptor = descriptor
    self.output = output
  }

  /// What `body` makes ncurses write.
  func bytes(of body: () -> Void) -> [UInt8] {
    dup2(memory, descriptor)
    body()
    dup2(output, descriptor)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    ftruncate(memory, 0)
    lseek(memory, 0, SEEK_SET)
    return bytes
  }

  func close() { _ = Glibc.close(memory) }
}
